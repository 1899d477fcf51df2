import type { ComponentChildren } from "preact";
import { TextField } from "@/components/Field.tsx";
import { Icon } from "@/components/Icon.tsx";
import { Notice } from "@/components/Message.tsx";
import { DESCRIPTION_ADVICE, NAME_ADVICE } from "./advice.ts";
import type { Invalid } from "./form.ts";

interface RecordSettingsProps {
  /** What it is, in a sentence: "dashboard". */
  readonly kind: string;
  /** Its own address; settings and delete are posted below it. */
  readonly here: string;
  readonly back: string;
  readonly title: string;
  readonly name: string;
  readonly description: string;
  readonly invalid: Invalid | null;
  /** Says what is deleted along with it. */
  readonly children: ComponentChildren;
}

/** Name, description and the way out of a thing that has a page of its own. */
export function RecordSettings(
  { kind, here, back, title, name, description, invalid, children }: RecordSettingsProps,
) {
  return (
    <div class="shell-page narrow-page ui-stack">
      <div class="shell-head">
        <h1>{kind[0]!.toUpperCase() + kind.slice(1)} settings</h1>
      </div>
      <form class="ui-panel ui-panel-body ui-stack" method="post" action={`${here}/settings`}>
        {invalid && !invalid.fields.name && !invalid.fields.description
          ? <Notice kind="danger">{invalid.message}</Notice>
          : null}
        <TextField
          name="name"
          label="Name"
          value={name}
          required
          maxLength={200}
          error={invalid?.fields.name && NAME_ADVICE}
        />
        <TextField
          name="description"
          label="Description"
          value={description}
          multiline
          maxLength={2000}
          error={invalid?.fields.description && DESCRIPTION_ADVICE}
        />
        <div class="ui-actions">
          <button type="submit" class="ui-button ui-button-primary">Save</button>
          <a class="ui-button ui-button-quiet" href={back}>Cancel</a>
        </div>
      </form>
      <section class="ui-panel ui-panel-body danger-zone">
        <div>
          <h2>Delete this {kind}</h2>
          <p class="ui-muted">{children}</p>
        </div>
        <button type="button" class="ui-button ui-button-danger" popovertarget="confirm-delete">
          <Icon name="trash" /> Delete…
        </button>
      </section>
      <div class="ui-dialog" id="confirm-delete" popover role="dialog" aria-labelledby="confirm-delete-title">
        <h2 id="confirm-delete-title">Delete “{title}”?</h2>
        <p>This cannot be undone.</p>
        <form class="ui-actions" method="post" action={`${here}/delete`}>
          <button type="button" class="ui-button" popovertarget="confirm-delete" popovertargetaction="hide">
            Keep it
          </button>
          <button type="submit" class="ui-button ui-button-danger">Delete {kind}</button>
        </form>
      </div>
    </div>
  );
}

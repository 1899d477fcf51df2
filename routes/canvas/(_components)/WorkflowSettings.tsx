import type { Workflow } from "@/lib/services/types.ts";
import { TextField } from "@/components/Field.tsx";
import { Icon } from "@/components/Icon.tsx";
import { Notice } from "@/components/Message.tsx";
import type { Invalid } from "../../(_shared)/form.ts";
import { DESCRIPTION_ADVICE, NAME_ADVICE } from "./advice.ts";

interface WorkflowSettingsProps {
  readonly workflow: Workflow;
  readonly name: string;
  readonly description: string;
  readonly invalid: Invalid | null;
}

export function WorkflowSettings({ workflow, name, description, invalid }: WorkflowSettingsProps) {
  const here = `/canvas/${encodeURIComponent(workflow.id)}`;
  return (
    <div class="shell-page narrow-page ui-stack">
      <div class="shell-head">
        <h1>Workflow settings</h1>
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
          <a class="ui-button ui-button-quiet" href="/canvas">Cancel</a>
        </div>
      </form>
      <section class="ui-panel ui-panel-body danger-zone">
        <div>
          <h2>Delete this workflow</h2>
          <p class="ui-muted">Tiles that show one of its outputs will say that their workflow was deleted.</p>
        </div>
        <button type="button" class="ui-button ui-button-danger" popovertarget="confirm-delete">
          <Icon name="trash" /> Delete…
        </button>
      </section>
      <div class="ui-dialog" id="confirm-delete" popover role="dialog" aria-labelledby="confirm-delete-title">
        <h2 id="confirm-delete-title">Delete “{workflow.name}”?</h2>
        <p>This cannot be undone.</p>
        <form class="ui-actions" method="post" action={`${here}/delete`}>
          <button type="button" class="ui-button" popovertarget="confirm-delete" popovertargetaction="hide">
            Keep it
          </button>
          <button type="submit" class="ui-button ui-button-danger">Delete workflow</button>
        </form>
      </div>
    </div>
  );
}

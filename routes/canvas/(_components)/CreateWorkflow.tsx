import { TextField } from "@/components/Field.tsx";
import { Icon } from "@/components/Icon.tsx";
import { Notice } from "@/components/Message.tsx";
import type { Invalid } from "../../(_shared)/form.ts";
import { NAME_ADVICE } from "../../(_shared)/advice.ts";

interface CreateWorkflowProps {
  /** What was sent and refused; the form then opens with it. */
  readonly draft: { readonly name: string; readonly invalid: Invalid } | null;
}

export function CreateWorkflow({ draft }: CreateWorkflowProps) {
  return (
    <details class="ui-menu create" open={draft !== null}>
      <summary class="ui-button ui-button-primary" data-testid="new-workflow">
        <Icon name="plus" /> New workflow
      </summary>
      <form class="ui-menu-list create-form" method="post" action="/canvas">
        {draft && !draft.invalid.fields.name ? <Notice kind="danger">{draft.invalid.message}</Notice> : null}
        <TextField
          name="name"
          label="Name"
          value={draft?.name}
          placeholder="Large trades by symbol"
          required
          maxLength={200}
          error={draft?.invalid.fields.name && NAME_ADVICE}
        />
        <div class="ui-actions">
          <button type="submit" class="ui-button ui-button-primary">Create</button>
          <a class="ui-button ui-button-quiet" href="/canvas/new">Start without a name</a>
        </div>
      </form>
    </details>
  );
}

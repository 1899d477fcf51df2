import { Icon } from "@/components/Icon.tsx";
import { Notice } from "@/components/Message.tsx";
import { TextField } from "@/components/Field.tsx";
import { DESCRIPTION_ADVICE, NAME_ADVICE } from "../../(_shared)/advice.ts";
import type { Invalid } from "../../(_shared)/form.ts";

interface CreateDashboardProps {
  /** What was sent and refused; the form then opens with it. */
  readonly draft: { readonly name: string; readonly description: string; readonly invalid: Invalid } | null;
}

export function CreateDashboard({ draft }: CreateDashboardProps) {
  return (
    <details class="ui-menu create" open={draft !== null}>
      <summary class="ui-button ui-button-primary">
        <Icon name="plus" /> New dashboard
      </summary>
      <form class="ui-menu-list create-form" method="post" action="/dashboards">
        {draft && !draft.invalid.fields.name && !draft.invalid.fields.description
          ? <Notice kind="danger">{draft.invalid.message}</Notice>
          : null}
        <TextField
          name="name"
          label="Name"
          value={draft?.name}
          placeholder="Equities desk, morning"
          required
          maxLength={200}
          error={draft?.invalid.fields.name && NAME_ADVICE}
        />
        <TextField
          name="description"
          label="Description"
          value={draft?.description}
          help="Optional. What this dashboard is for."
          maxLength={2000}
          error={draft?.invalid.fields.description && DESCRIPTION_ADVICE}
        />
        <div class="ui-actions">
          <button type="submit" class="ui-button ui-button-primary">Create</button>
        </div>
      </form>
    </details>
  );
}

import type { Dashboard } from "@/lib/services/types.ts";
import { TextField } from "@/components/Field.tsx";
import { Icon } from "@/components/Icon.tsx";
import { Notice } from "@/components/Message.tsx";
import { DESCRIPTION_ADVICE, NAME_ADVICE } from "./advice.ts";
import type { Invalid } from "../../(_shared)/form.ts";

interface DashboardSettingsProps {
  readonly dashboard: Dashboard;
  readonly name: string;
  readonly description: string;
  readonly invalid: Invalid | null;
}

export function DashboardSettings({ dashboard, name, description, invalid }: DashboardSettingsProps) {
  const here = `/dashboards/${encodeURIComponent(dashboard.id)}`;
  return (
    <div class="shell-page narrow-page ui-stack">
      <div class="shell-head">
        <h1>Dashboard settings</h1>
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
          <a class="ui-button ui-button-quiet" href={here}>Cancel</a>
        </div>
      </form>
      <section class="ui-panel ui-panel-body danger-zone">
        <div>
          <h2>Delete this dashboard</h2>
          <p class="ui-muted">
            Its {dashboard.widgets.length === 1 ? "widget goes" : `${dashboard.widgets.length} widgets go`}
            {" "}
            with it, and embeds of them stop. Workflows stay.
          </p>
        </div>
        <button type="button" class="ui-button ui-button-danger" popovertarget="confirm-delete">
          <Icon name="trash" /> Delete…
        </button>
      </section>
      <div class="ui-dialog" id="confirm-delete" popover role="dialog" aria-labelledby="confirm-delete-title">
        <h2 id="confirm-delete-title">Delete “{dashboard.name}”?</h2>
        <p>This cannot be undone.</p>
        <form class="ui-actions" method="post" action={`${here}/delete`}>
          <button type="button" class="ui-button" popovertarget="confirm-delete" popovertargetaction="hide">
            Keep it
          </button>
          <button type="submit" class="ui-button ui-button-danger">Delete dashboard</button>
        </form>
      </div>
    </div>
  );
}

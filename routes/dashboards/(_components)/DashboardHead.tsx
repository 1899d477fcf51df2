import type { Dashboard } from "@/lib/server/dashboards/schema.ts";
import { Icon } from "@/components/Icon.tsx";
import type { ViewState } from "../../(_shared)/view_state.ts";
import type { FilterControls } from "../(_view)/filter_controls.ts";
import { AddFilter } from "./AddFilter.tsx";
import { ViewForm } from "./ViewForm.tsx";

interface DashboardHeadProps {
  readonly dashboard: Dashboard;
  readonly view: ViewState;
  readonly controls: FilterControls;
  readonly mayEdit: boolean;
}

/** Name, what the viewer may choose, and the way to editing. */
export function DashboardHead({ dashboard, view, controls, mayEdit }: DashboardHeadProps) {
  const here = `/dashboards/${encodeURIComponent(dashboard.id)}`;
  return (
    <div class="desk-head">
      <div class="desk-title">
        <h1 class="ui-clip">{dashboard.name}</h1>
        {dashboard.description ? <p class="ui-clip">{dashboard.description}</p> : null}
      </div>
      {dashboard.widgets.length > 0
        ? (
          <>
            <ViewForm action={here} view={view} controls={controls} />
            <AddFilter action={here} options={controls.addable} query={view.query} />
          </>
        )
        : null}
      {mayEdit
        ? (
          <div class="ui-row">
            {dashboard.widgets.length > 0
              ? (
                <a class="ui-button" href={`${here}/edit`}>
                  <Icon name="grid" /> Arrange
                </a>
              )
              : null}
            <a
              class="ui-button ui-button-icon"
              href={`${here}/settings`}
              aria-label="Dashboard settings"
              title="Settings"
            >
              <Icon name="edit" />
            </a>
          </div>
        )
        : null}
    </div>
  );
}

import type { DashboardSummary } from "@/lib/services/types.ts";
import { EmptyMessage } from "@/components/Message.tsx";
import { dateAndTime } from "@/components/time.ts";
import { RowActions } from "../../(_shared)/RowActions.tsx";

interface DashboardListProps {
  readonly dashboards: readonly DashboardSummary[];
  readonly mayEdit: boolean;
}

export function DashboardList({ dashboards, mayEdit }: DashboardListProps) {
  return (
    <div class="ui-panel ui-table-scroll">
      <table class="ui-table ui-table-comfortable">
        <thead>
          <tr>
            <th scope="col">Name</th>
            <th scope="col" class="ui-number">Widgets</th>
            <th scope="col" class="wide-only">Last change</th>
            {mayEdit
              ? (
                <th scope="col">
                  <span class="ui-hidden">Actions</span>
                </th>
              )
              : null}
          </tr>
        </thead>
        <tbody>
          {dashboards.map((dashboard) => (
            <DashboardRow key={dashboard.id} dashboard={dashboard} mayEdit={mayEdit} />
          ))}
        </tbody>
      </table>
    </div>
  );
}

function DashboardRow(
  { dashboard, mayEdit }: { readonly dashboard: DashboardSummary; readonly mayEdit: boolean },
) {
  const here = `/dashboards/${encodeURIComponent(dashboard.id)}`;
  return (
    <tr>
      <th scope="row">
        <a class="list-name" href={here}>{dashboard.name}</a>
        {dashboard.description ? <div class="ui-faint list-description">{dashboard.description}</div> : null}
      </th>
      <td class="ui-number">{dashboard.widget_count}</td>
      <td class="wide-only ui-muted">
        <time dateTime={dashboard.updated_at}>{dateAndTime(dashboard.updated_at)}</time>
      </td>
      {mayEdit
        ? (
          <td>
            <RowActions here={here} name={dashboard.name} />
          </td>
        )
        : null}
    </tr>
  );
}

export function NoDashboards(
  { search, mayEdit }: { readonly search: string | undefined; readonly mayEdit: boolean },
) {
  if (search) {
    return (
      <div class="ui-panel list-empty">
        <EmptyMessage
          icon="search"
          title={`No dashboard matches “${search}”`}
          actions={<a class="ui-button" href="/dashboards">Show all</a>}
        />
      </div>
    );
  }
  return (
    <div class="ui-panel list-empty">
      <EmptyMessage
        title="No dashboards yet"
        actions={mayEdit ? <a class="ui-button" href="/canvas">Open the canvas</a> : undefined}
      >
        {mayEdit
          ? "Create one here, then draw a workflow on the canvas and pin its chart, table or KPI to it."
          : "An analyst of your desk creates them. They will show up here."}
      </EmptyMessage>
    </div>
  );
}

import type { DashboardSummary } from "@/lib/server/dashboards/schema.ts";
import { EmptyMessage } from "@/components/Message.tsx";
import { DuplicateDialog } from "./DuplicateDialog.tsx";
import { NoRecords, RecordTable } from "../../(_shared)/RecordTable.tsx";

interface DashboardListProps {
  readonly dashboards: readonly DashboardSummary[];
  readonly mayEdit: boolean;
}

export function DashboardList({ dashboards, mayEdit }: DashboardListProps) {
  return (
    <RecordTable
      records={dashboards}
      base="/dashboards"
      counted="Widgets"
      countOf={({ widget_count }) => widget_count}
      duplicateOf={(dashboard) => <DuplicateDialog dashboard={dashboard} />}
      mayEdit={mayEdit}
    />
  );
}

export function NoDashboards(
  { search, mayEdit }: { readonly search: string | undefined; readonly mayEdit: boolean },
) {
  return (
    <NoRecords kind="dashboard" base="/dashboards" search={search}>
      <EmptyMessage
        title="No dashboards yet"
        actions={mayEdit ? <a class="ui-button" href="/canvas">Open the canvas</a> : undefined}
      >
        {mayEdit
          ? "Create one here, then draw a workflow on the canvas and pin its chart, table or KPI to it."
          : "An analyst of your desk creates them. They will show up here."}
      </EmptyMessage>
    </NoRecords>
  );
}

import type { AuditEvent } from "@/lib/server/audit/service.ts";
import type { Repositories } from "@/lib/server/metadata/repositories.ts";
import { sourcesOf } from "@/lib/server/widgets/charts.ts";
import { copyWorkflow, nameOfCopy } from "@/lib/server/workflows/copy.ts";
import type { DashboardRecord } from "./schema.ts";

/**
 * Writes a dashboard's copy with its widgets and filters. With an owner for them, its workflows are copied too, each
 * once, and the copied widgets show the copies. Returns its id, and the entries of the audit log that precede its own.
 */
export async function copyDashboard(
  repositories: Repositories,
  original: DashboardRecord,
  ownerOfWorkflows: string | null,
): Promise<{ readonly copyId: string; readonly before: readonly AuditEvent[] }> {
  const { dashboards, dashboardFilters, widgets } = repositories;
  const copy = await dashboards.create({ ...original, name: nameOfCopy(original.name) });
  const shown = new Map<string, string>();
  const before: AuditEvent[] = [];
  for (const workflow of (await sourcesOf(repositories, original.widgets)).values()) {
    if (ownerOfWorkflows === null) {
      shown.set(workflow.id, workflow.id);
      continue;
    }
    const { result, event } = await copyWorkflow(repositories, workflow, ownerOfWorkflows);
    shown.set(workflow.id, result.id);
    before.push(event);
  }
  for (const widget of original.widgets) {
    const workflow_id = shown.get(widget.workflow_id);
    // A widget whose workflow is gone has nothing left to show, so it is not carried over.
    if (workflow_id !== undefined) await widgets.create({ ...widget, workflow_id, dashboard_id: copy.id });
  }
  await dashboardFilters.replace(copy.id, await dashboardFilters.list(original.id));
  return { copyId: copy.id, before };
}

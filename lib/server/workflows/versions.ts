import type { Graph } from "@/compiler/schema/types.ts";
import { planPage, toPage } from "@/lib/server/metadata/paging.ts";
import type { TenantScope } from "@/lib/server/metadata/scope.ts";
import type { WorkflowRepository, WorkflowVersionRecord } from "@/lib/server/metadata/types.ts";

const VERSION = [
  "workflow_id",
  "version",
  "name",
  "description",
  "node_count",
  "created_at",
  "created_by",
] as const;

/** Versions of deleted workflows stay on record and can be read. */
export function workflowVersions(
  { database, tenantId }: TenantScope,
): Pick<WorkflowRepository, "versions" | "version"> {
  const ofWorkflow = (id: string) =>
    database.selectFrom("workflow_versions").where("tenant_id", "=", tenantId).where("workflow_id", "=", id);
  return {
    async versions(id, query) {
      const plan = planPage(query);
      let rows = ofWorkflow(id).select(VERSION);
      // Saves within one millisecond share a time, never a number.
      if (plan.after) rows = rows.where("version", "<", Math.trunc(Number(plan.after.id)) || 0);
      const found = await rows.orderBy("version", "desc").limit(plan.limit + 1).execute();
      return toPage(
        found,
        plan,
        (row) => ({ at: row.created_at, id: String(row.version) }),
        (row): WorkflowVersionRecord => row,
      );
    },
    async version(id, version) {
      const row = await ofWorkflow(id).select([...VERSION, "graph"]).where("version", "=", version)
        .executeTakeFirst();
      return row ? { ...row, graph: JSON.parse(row.graph) as Graph } : null;
    },
  };
}

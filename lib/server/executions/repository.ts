import type { Selectable } from "kysely";
import { isBehind, planPage, toPage } from "@/lib/server/metadata/paging.ts";
import type { TenantScope } from "@/lib/server/metadata/scope.ts";
import type { Tables } from "@/lib/server/metadata/tables.ts";
import type { ExecutionRecord, ExecutionRepository } from "@/lib/server/metadata/types.ts";

export function executionRepository({ database, tenantId, now, newId }: TenantScope): ExecutionRepository {
  const all = () => database.selectFrom("executions").selectAll().where("tenant_id", "=", tenantId);
  return {
    async start({ workflow_id, started_by }) {
      const row = await database.insertInto("executions").values({
        tenant_id: tenantId,
        id: newId(),
        workflow_id,
        status: "running",
        started_by,
        started_at: now(),
        detail: "{}",
      }).returningAll().executeTakeFirstOrThrow();
      return toExecution(row);
    },

    async finish(id, status, detail) {
      const row = await database.updateTable("executions")
        .set({ status, finished_at: now(), detail: JSON.stringify(detail) })
        .where("tenant_id", "=", tenantId).where("id", "=", id).where("status", "=", "running")
        .returningAll().executeTakeFirst();
      return row ? toExecution(row) : null;
    },

    async get(id) {
      const row = await all().where("id", "=", id).executeTakeFirst();
      return row ? toExecution(row) : null;
    },

    async list(query) {
      const plan = planPage(query);
      let rows = all();
      if (query.workflow_id) rows = rows.where("workflow_id", "=", query.workflow_id);
      if (plan.after) rows = rows.where(isBehind("started_at", "id", plan.after));
      const found = await rows.orderBy("started_at", "desc").orderBy("id", "desc").limit(plan.limit + 1)
        .execute();
      return toPage(found, plan, (row) => ({ at: row.started_at, id: row.id }), toExecution);
    },
  };
}

function toExecution(
  { detail, tenant_id: _tenant, ...row }: Selectable<Tables["executions"]>,
): ExecutionRecord {
  return { ...row, detail: JSON.parse(detail) as Record<string, unknown> };
}

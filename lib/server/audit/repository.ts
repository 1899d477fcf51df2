import type { Selectable } from "kysely";
import { contains, isBehind, planPage, toPage } from "@/lib/server/metadata/paging.ts";
import type { TenantScope } from "@/lib/server/metadata/scope.ts";
import type { Tables } from "@/lib/server/metadata/tables.ts";
import type { AuditRecord, AuditRepository } from "@/lib/server/metadata/types.ts";

export function auditRepository({ database, tenantId, now, newId }: TenantScope): AuditRepository {
  return {
    async append({ detail, actor, action, resource, resource_id, request_id }) {
      const row = await database.insertInto("audit_log").values({
        tenant_id: tenantId,
        id: newId(),
        at: now(),
        actor,
        action,
        resource,
        resource_id,
        request_id,
        detail: JSON.stringify(detail),
      }).returningAll().executeTakeFirstOrThrow();
      return toRecord(row);
    },

    async list(query) {
      const plan = planPage(query);
      let rows = database.selectFrom("audit_log").selectAll().where("tenant_id", "=", tenantId);
      if (query.search) {
        rows = rows.where(contains(["actor", "action", "resource", "resource_id"], query.search));
      }
      if (plan.after) rows = rows.where(isBehind("at", "id", plan.after));
      const found = await rows.orderBy("at", "desc").orderBy("id", "desc").limit(plan.limit + 1).execute();
      return toPage(found, plan, (row) => ({ at: row.at, id: row.id }), toRecord);
    },
  };
}

function toRecord({ detail, tenant_id: _tenant, ...row }: Selectable<Tables["audit_log"]>): AuditRecord {
  return { ...row, detail: JSON.parse(detail) as Record<string, unknown> };
}

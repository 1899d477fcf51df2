import type { Page, PageQuery } from "@/lib/server/paging.ts";
import type { TenantScope } from "@/lib/server/tenancy/scope.ts";
import { defineTable } from "@/lib/server/tenancy/table.ts";
import { type AuditEntry, auditEntry } from "./schema.ts";

const AUDIT_LOG = defineTable("audit_log", auditEntry);

export function auditRepository({ table, now, newId }: TenantScope) {
  const log = table(AUDIT_LOG);
  return {
    append: (entry: Omit<AuditEntry, "id" | "at">): Promise<AuditEntry> =>
      log.insert({ ...entry, id: newId(), at: now() }),

    /** Newest first. */
    list: (query: PageQuery): Promise<Page<AuditEntry>> =>
      log.page(query, { by: ["at", "id"], search: ["actor", "action", "resource", "resource_id"] }),
  };
}

import type { Selectable } from "kysely";
import type { TenantScope } from "@/lib/server/metadata/scope.ts";
import type { Tables } from "@/lib/server/metadata/tables.ts";
import type { TemplateRecord, TemplateRepository } from "@/lib/server/metadata/types.ts";

export function templateRepository({ database, tenantId, now, newId }: TenantScope): TemplateRepository {
  const all = () => database.selectFrom("templates").selectAll().where("tenant_id", "=", tenantId);
  return {
    list: async () => (await all().orderBy("name").orderBy("id").execute()).map(toTemplate),
    async get(id) {
      const row = await all().where("id", "=", id).executeTakeFirst();
      return row ? toTemplate(row) : null;
    },
    async create({ name, description, content }) {
      const row = await database.insertInto("templates").values({
        tenant_id: tenantId,
        id: newId(),
        name,
        description,
        content: JSON.stringify(content),
        created_at: now(),
      }).returningAll().executeTakeFirstOrThrow();
      return toTemplate(row);
    },
  };
}

function toTemplate(
  { content, tenant_id: _tenant, ...row }: Selectable<Tables["templates"]>,
): TemplateRecord {
  return { ...row, content: JSON.parse(content) as Record<string, unknown> };
}

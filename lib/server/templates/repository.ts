import type { TenantScope } from "@/lib/server/tenancy/scope.ts";
import { defineTable } from "@/lib/server/tenancy/table.ts";
import { template, type TemplateRecord } from "./schema.ts";

const TEMPLATES = defineTable("templates", template);

export function templateRepository({ table, now, newId }: TenantScope) {
  const templates = table(TEMPLATES);
  return {
    list: (): Promise<readonly TemplateRecord[]> => templates.all({}, ["name", "id"]),

    get: (id: string): Promise<TemplateRecord | null> => templates.first({ id }),

    create: (input: Omit<TemplateRecord, "id" | "created_at">): Promise<TemplateRecord> =>
      templates.insert({ ...input, id: newId(), created_at: now() }),
  };
}

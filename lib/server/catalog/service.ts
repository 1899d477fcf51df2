/** The catalogue as one tenant sees it. A table that is not granted is the same as one that is not there. */
import type { Catalog } from "@/compiler/schema/types.ts";
import { notFound } from "@/lib/server/errors.ts";
import { authorize } from "@/lib/server/context.ts";
import type { EntitlementsOf, TenantEntitlements } from "@/lib/server/entitlements/service.ts";
import type { SchemaRegistry } from "./registry.ts";
import type { Services } from "@/lib/server/types.ts";

export interface TenantScope {
  readonly catalog: Catalog;
  readonly entitlements: TenantEntitlements;
}

export type ScopeOf = (tenantId: string) => Promise<TenantScope>;

export function createScope(registry: SchemaRegistry, entitlementsOf: EntitlementsOf): ScopeOf {
  return async (tenantId) => {
    const [tables, entitlements] = await Promise.all([registry.tables(), entitlementsOf(tenantId)]);
    if (entitlements.tables === "all") return { catalog: { tables }, entitlements };
    const granted = new Set(entitlements.tables);
    const visible = tables.filter(({ database, table }) => granted.has(`${database}.${table}`));
    return { catalog: { tables: visible }, entitlements };
  };
}

export function createSchema(scopeOf: ScopeOf): Services["schema"] {
  return {
    async catalog(who) {
      authorize(who, "schema:read");
      return (await scopeOf(who.tenantId)).catalog;
    },
    async tables(who) {
      authorize(who, "schema:read");
      const { catalog } = await scopeOf(who.tenantId);
      return catalog.tables.map(({ database, table, store }) => ({ database, table, store }));
    },
    async columns(who, name) {
      authorize(who, "schema:read");
      const { catalog } = await scopeOf(who.tenantId);
      const found = catalog.tables.find(({ database, table }) => `${database}.${table}` === name);
      if (found === undefined) throw notFound("table", name);
      return found.columns.map(({ storeType: _engineType, ...column }) => column);
    },
  };
}

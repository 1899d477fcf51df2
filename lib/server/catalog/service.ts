/** The catalogue as one tenant sees it. A table that is not granted is the same as one that is not there. */
import { functionReference } from "@/compiler/mod.ts";
import type { Catalog, CatalogTable, Column } from "@/compiler/schema/types.ts";
import { authorize } from "@/lib/server/context.ts";
import type { Entitlements } from "@/lib/server/entitlements/schema.ts";
import type { EntitlementsOf } from "@/lib/server/entitlements/service.ts";
import { notFound } from "@/lib/server/errors.ts";
import type { Identity } from "@/lib/server/identity.ts";
import type { SchemaRegistry } from "./registry.ts";
import type { FormulaFunction } from "./schema.ts";

/** The tables and symbols that a tenant may read. */
export interface TenantView {
  readonly catalog: Catalog;
  readonly entitlements: Entitlements;
}

export type ViewOf = (tenantId: string) => Promise<TenantView>;

export function createTenantView(registry: SchemaRegistry, entitlementsOf: EntitlementsOf): ViewOf {
  /** The same tables under the same grants are one view, so that what was made for it is found again. */
  const views = new WeakMap<Entitlements, { readonly tables: readonly CatalogTable[]; view: TenantView }>();
  return async (tenantId) => {
    const [tables, entitlements] = await Promise.all([registry.tables(), entitlementsOf(tenantId)]);
    const before = views.get(entitlements);
    if (before?.tables === tables) return before.view;
    const view = viewOf(tables, entitlements);
    views.set(entitlements, { tables, view });
    return view;
  };
}

function viewOf(tables: readonly CatalogTable[], entitlements: Entitlements): TenantView {
  if (entitlements.tables === "all") return { catalog: { tables }, entitlements };
  const granted = new Set(entitlements.tables);
  const visible = tables.filter(({ database, table }) => granted.has(`${database}.${table}`));
  return { catalog: { tables: visible }, entitlements };
}

export function createCatalog(viewOf: ViewOf) {
  return {
    /** What the tenant may read, as the compiler takes it. */
    async catalog(who: Identity): Promise<Catalog> {
      authorize(who, "schema:read");
      return (await viewOf(who.tenantId)).catalog;
    },

    async tables(who: Identity): Promise<readonly Pick<CatalogTable, "database" | "table" | "store">[]> {
      authorize(who, "schema:read");
      const { catalog } = await viewOf(who.tenantId);
      return catalog.tables.map(({ database, table, store }) => ({ database, table, store }));
    },

    /** `name` is `database.table`. */
    async columns(who: Identity, name: string): Promise<readonly Column[]> {
      authorize(who, "schema:read");
      const { catalog } = await viewOf(who.tenantId);
      const found = catalog.tables.find(({ database, table }) => `${database}.${table}` === name);
      if (found === undefined) throw notFound("table", name);
      return found.columns.map(({ storeType: _engineType, ...column }) => column);
    },

    /** The same for every tenant: the language has no others. */
    functions(who: Identity): readonly FormulaFunction[] {
      authorize(who, "schema:read");
      return functionReference;
    },
  };
}

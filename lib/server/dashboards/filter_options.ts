/** Global filters a dashboard can offer: the columns of the tables its widgets read. */
import { readGraph, readsOf } from "@/compiler/mod.ts";
import type { CatalogTable, Graph } from "@/compiler/schema/types.ts";
import type { Repositories } from "@/lib/server/metadata/repositories.ts";
import type { ServiceContext } from "@/lib/server/context.ts";
import { isOffered } from "@/lib/server/query/filters.ts";
import type { Queries } from "@/lib/server/query/queries.ts";
import type { TenantView, ViewOf } from "@/lib/server/catalog/service.ts";
import { graphsOf } from "@/lib/server/widgets/charts.ts";
import type { WidgetRecord } from "@/lib/server/widgets/schema.ts";
import type { FilterOption } from "./schema.ts";

const MOST_VALUES = 200;

export type FilterOptionsOf = (
  tenantId: string,
  repositories: Repositories,
  widgets: readonly WidgetRecord[],
) => Promise<readonly FilterOption[]>;

export function createFilterOptions(
  context: ServiceContext,
  viewOf: ViewOf,
  queries: Queries,
): FilterOptionsOf {
  async function symbols(
    tenantId: string,
    table: CatalogTable,
    scope: TenantView,
  ): Promise<readonly string[]> {
    if (scope.entitlements.symbols !== "all") return scope.entitlements.symbols.toSorted();
    try {
      const graph = distinctValues(table, table.symbolColumn!);
      const query = { tenantId, graph, target: "ordered", limit: MOST_VALUES, profile: "preview" as const };
      return (await queries.run(query)).rows.read().map(([value]) => String(value));
    } catch (error) {
      context.log.warn("filter values not found", { table: table.table, error });
      return [];
    }
  }

  return async (tenantId, repositories, widgets) => {
    const [graphs, scope] = await Promise.all([graphsOf(repositories, widgets), viewOf(tenantId)]);
    const read = new Map([...graphs].map(([id, graph]) => [id, readGraph(graph)]));
    const reads = widgets.flatMap(({ workflow_id, node_id }) => {
      const graph = read.get(workflow_id);
      return graph === undefined ? [] : [readsOf(graph, node_id, scope.catalog)];
    });
    const tables = new Set(reads.flatMap((each) => each.tables));
    const eventTimes = new Set(reads.flatMap((each) => [...each.eventTimes]));
    const options = new Map<string, FilterOption>();
    for (const table of tables) {
      for (const column of table.columns) {
        const { name, type } = column;
        const known = options.get(name);
        const isEventTime = eventTimes.has(name);
        const values = known?.values ??
          (name === table.symbolColumn ? await symbols(tenantId, table, scope) : []);
        const offered = isOffered(table, column) || known?.isOffered === true;
        options.set(name, { column: name, type, values, isEventTime, isOffered: offered });
      }
    }
    return [...options.values()];
  };
}

function distinctValues({ database, table }: CatalogTable, column: string): Graph {
  const position = { x: 0, y: 0 };
  return {
    version: 1,
    nodes: [
      { id: "source", type: "data_source", position, config: { database, table, columns: [column] } },
      { id: "distinct", type: "unique", position, config: {} },
      { id: "ordered", type: "sort", position, config: { keys: [{ column, direction: "asc" }] } },
    ],
    edges: [{ source: "source", target: "distinct" }, { source: "distinct", target: "ordered" }],
  };
}

/** Global filters a dashboard can offer: the columns of the tables its widgets read, and the values worth choosing. */
import type { CatalogTable, Graph } from "@/compiler/schema/types.ts";
import type { RecentReads } from "@/lib/server/metadata/recent_reads.ts";
import type { ServiceContext } from "@/lib/server/context.ts";
import { isOffered } from "@/lib/server/query/filters.ts";
import type { Queries } from "@/lib/server/query/queries.ts";
import type { ViewOf } from "@/lib/server/catalog/service.ts";
import type { WidgetRecord } from "@/lib/server/widgets/schema.ts";
import type { FilterOption } from "./schema.ts";

const MOST_VALUES = 200;

export interface FilterOptions {
  /** The columns that the widgets' tables have. Asks no serving store. */
  columns(tenantId: string, widgets: readonly WidgetRecord[]): Promise<readonly FilterOption[]>;
  /** The symbols that the tenant may choose in this column, in order; none for a column of anything else. */
  values(tenantId: string, widgets: readonly WidgetRecord[], column: string): Promise<readonly string[]>;
}

export function createFilterOptions(
  context: ServiceContext,
  viewOf: ViewOf,
  { workflow }: Pick<RecentReads, "workflow">,
  queries: Queries,
): FilterOptions {
  async function readsBy(tenantId: string, widgets: readonly WidgetRecord[]) {
    const scope = await viewOf(tenantId);
    // The same records that the tiles are drawn from, so that each workflow is fetched and read once.
    const sources = await Promise.all(widgets.map(({ workflow_id }) => workflow(tenantId, workflow_id)));
    const reads = widgets.flatMap(({ node_id }, at) => {
      const source = sources[at];
      return source ? [queries.readsOf(source.graph, node_id, scope.catalog)] : [];
    });
    const tables = new Set(reads.flatMap((each) => each.tables));
    return { tables, eventTimes: new Set(reads.flatMap((each) => [...each.eventTimes])), scope };
  }

  async function symbols(tenantId: string, table: CatalogTable): Promise<readonly string[]> {
    try {
      const graph = distinctValues(table, table.symbolColumn!);
      const query = { tenantId, graph, target: "ordered", limit: MOST_VALUES, profile: "preview" as const };
      return (await queries.run(query)).rows.read().map(([value]) => String(value));
    } catch (error) {
      context.log.warn("filter values not found", { table: table.table, error });
      return [];
    }
  }

  return {
    async columns(tenantId, widgets) {
      const { tables, eventTimes } = await readsBy(tenantId, widgets);
      const options = new Map<string, FilterOption>();
      for (const table of tables) {
        for (const column of table.columns) {
          const { name, type } = column;
          const known = options.get(name);
          options.set(name, {
            column: name,
            type,
            isEventTime: eventTimes.has(name),
            isOffered: isOffered(table, column) || known?.isOffered === true,
            hasValues: name === table.symbolColumn || known?.hasValues === true,
          });
        }
      }
      return [...options.values()];
    },

    async values(tenantId, widgets, column) {
      const { tables, scope } = await readsBy(tenantId, widgets);
      const traded = [...tables].filter(({ symbolColumn }) => symbolColumn === column);
      if (traded.length === 0) return [];
      const { symbols: entitled } = scope.entitlements;
      // Those that the tenant is entitled to are known; of all symbols the tables tell which there are.
      const lists = entitled === "all"
        ? await Promise.all(traded.map((table) => symbols(tenantId, table)))
        : [entitled];
      return [...new Set(lists.flat())].toSorted().slice(0, MOST_VALUES);
    },
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

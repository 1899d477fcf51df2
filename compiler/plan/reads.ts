/** Questions about what stands upstream of a node, without building it. */
import type { ColumnValues } from "../nodes/define.ts";
import { findNode } from "../nodes/registry.ts";
import { tablesOf } from "../schema/catalog.ts";
import { type ReadGraph, upstreamOf } from "../schema/read_graph.ts";
import type { Catalog, CatalogTable, GraphNode, StoreName } from "../schema/types.ts";

interface Reads {
  /** In the order of the catalogue, each once. */
  readonly tables: readonly CatalogTable[];
  readonly stores: readonly StoreName[];
  /** Names of the columns that a time range reaches. */
  readonly eventTimes: ReadonlySet<string>;
}

/**
 * The tables that a node's rows come from, and the stores that hold them: those that `compile` names in `sources`.
 * A table that the catalogue does not have is left out; compiling says that it is unknown.
 */
export function readsOf(graph: ReadGraph, targetId: string, catalog: Catalog): Reads {
  const find = tablesOf(catalog);
  const found = new Set<CatalogTable>();
  const eventTimes = new Set<string>();
  for (const { node } of activeUpstream(graph, targetId)) {
    const name = findNode(node.type)?.tableRead?.(node.config);
    const table = name && find(name.database, name.table);
    if (table === undefined) continue;
    found.add(table);
    const time = typeof name?.eventTime === "string" ? name.eventTime : table.eventTime;
    if (table.columns.some((column) => column.name === time)) eventTimes.add(time!);
  }
  const tables = catalog.tables.filter((table) => found.has(table));
  return { tables, stores: [...new Set(tables.map(({ store }) => store))], eventTimes };
}

export interface ValuesWanted extends ColumnValues {
  readonly node: GraphNode;
}

/**
 * The nodes that cannot be compiled before somebody has looked up the values of a column, inputs first: one may stand
 * upstream of another.
 */
export function valuesWanted(graph: ReadGraph, targetId: string): readonly ValuesWanted[] {
  return activeUpstream(graph, targetId).flatMap(({ node }) => {
    const values = findNode(node.type)?.valuesWanted?.(node.config);
    return values === undefined ? [] : [{ node, ...values }];
  });
}

function activeUpstream(graph: ReadGraph, targetId: string) {
  return upstreamOf(graph, targetId).filter(({ node }) => !node.disabled);
}

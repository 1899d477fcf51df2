/** Which columns a setting can offer. */
import {
  type Catalog,
  type CatalogColumn,
  type CatalogTable,
  type Column,
  type GraphNode,
  type Port,
  type Propagation,
  text,
  type TypeName,
} from "@/compiler/browser.ts";
import { type GraphState, incoming, portOf } from "../model/graph.ts";
import { schemaOf } from "../model/schemas.ts";

/** The columns that reach a node, by the port they come in at. */
export type InputColumns = Readonly<Partial<Record<Port, readonly Column[]>>>;

export function inputColumns(state: GraphState, propagation: Propagation, id: string): InputColumns {
  return Object.fromEntries(
    incoming(state, id).map((edge) => [portOf(edge), schemaOf(propagation, edge.source).columns]),
  );
}

/** The columns that come in at a side, of the accepted types; without a side a node with two inputs offers the left. */
export function columnsFrom(
  inputs: InputColumns,
  side?: "left" | "right",
  accepts?: readonly TypeName[],
): readonly Column[] {
  const columns = inputs[side ?? "in"] ?? inputs.in ?? inputs.left ?? [];
  return accepts ? columns.filter((column) => accepts.includes(column.type)) : columns;
}

/** All columns of the table that a source reads, whichever of them it passes on. */
export function tableColumns(catalog: Catalog, node: GraphNode): readonly CatalogColumn[] {
  return tableOf(catalog, node)?.columns ?? [];
}

export function tableOf(catalog: Catalog, { config }: GraphNode): CatalogTable | undefined {
  return catalog.tables.find((table) =>
    table.database === text(config.database) && table.table === text(config.table)
  );
}

/** A table as somebody may see it: its columns, and the entitlement that no rewrite can move. */
import { decimalType, isNumeric } from "../functions/value_types.ts";
import type { Guard, PhysicalColumn, Relation, RelationColumn } from "../ir/relation.ts";
import { type BuildScope, outputType } from "../nodes/define.ts";
import { shown } from "../schema/shown.ts";
import { storeShape, wideInteger } from "../schema/store_types.ts";
import type { CatalogColumn, CatalogTable, Entitlements, ValueType } from "../schema/vocabulary.ts";

interface Scope extends Pick<BuildScope, "nodeId" | "problem" | "nextId"> {
  readonly entitlements?: Entitlements;
}

interface TableScan {
  readonly relation: Relation;
  /** Those that are not passed on among them. */
  readonly all: readonly RelationColumn[];
}

/** Takes the columns that are passed on; returns the scan. Without entitlements it sees no row of a table with symbols. */
export function tableScan(table: CatalogTable, chosen: readonly CatalogColumn[], scope: Scope): TableScan {
  const { nodeId, problem } = scope;
  const physical: PhysicalColumn[] = table.columns.map((column) => ({
    id: scope.nextId(),
    column,
    type: columnType(column),
  }));
  const all = physical.map(({ id, column, type }) => ({ id, name: column.name, type }));
  const columns = chosen.flatMap((column) => {
    const at = table.columns.indexOf(column);
    const found = all[at];
    return found === undefined ? [] : [found];
  });
  const guard = guardOf(table, scope.entitlements);
  if (guard.kind === "closed") {
    problem({
      code: "invalid_catalog",
      message: `Cannot read ${shown(table.table)}: its symbol column is not in the catalogue.`,
    });
  }
  return { relation: { op: "scan", nodeId, table, physical, guard, columns, order: [] }, all };
}

function columnType(column: CatalogColumn): ValueType {
  const wide = isNumeric(column) ? wideInteger(column.storeType) : undefined;
  if (wide !== undefined) return decimalType(wide.precision, 0, column.nullable || wide.isWider);
  if (column.type !== "decimal") return outputType(column);
  const shape = storeShape(column.storeType);
  return outputType({
    ...column,
    precision: column.precision ?? shape?.precision ?? 18,
    scale: column.scale ?? shape?.scale ?? 6,
  });
}

/** Without entitlements no row of a table with symbols is seen. */
function guardOf(table: CatalogTable, entitlements: Entitlements | undefined): Guard {
  if (table.symbolColumn === undefined) return { kind: "open" };
  const given = entitlements?.symbols;
  if (given === "all") return { kind: "all" };
  const symbols = Array.isArray(given) ? given.filter((symbol) => typeof symbol === "string") : [];
  const column = table.columns.find((candidate) => candidate.name === table.symbolColumn);
  return column === undefined ? { kind: "closed" } : { kind: "symbols", column, symbols };
}

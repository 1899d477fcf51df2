/** What a reader may see of a table. */
import { call } from "../functions/mod.ts";
import type { Expr } from "../ir/expr.ts";
import type { TableSource } from "../plan/level.ts";

/**
 * The condition that keeps a table's rows to what the reader is entitled to; undefined where every row is. A table with
 * symbols and no guard is a bug, and stops here.
 */
export function guardOf(source: TableSource): Expr | undefined {
  const { guard, table } = source;
  switch (guard.kind) {
    case "open":
      if (table.symbolColumn === undefined) return undefined;
      throw new TypeError(`Cannot read ${table.table} without entitlements`);
    case "all":
      return undefined;
    case "closed":
      throw new TypeError(`Cannot read ${table.table}: its symbol column is unknown`);
    case "symbols": {
      if (source.join !== undefined && source.join.kind !== "inner" && source.join.kind !== "cross") {
        throw new TypeError(`Cannot guard ${table.table} where an outer join may leave it empty`);
      }
      const { guardId } = source;
      const physical = guardId === undefined ? undefined : source.columns.get(guardId);
      if (guardId === undefined || physical === undefined || physical.column.name !== table.symbolColumn) {
        throw new TypeError(`Cannot guard ${table.table}: its symbol column is not read`);
      }
      const column: Expr = { kind: "column", id: guardId, type: physical.type };
      const list: Expr = { kind: "list", values: guard.symbols, type: { type: "string", nullable: false } };
      return call("in", [column, list]);
    }
  }
}

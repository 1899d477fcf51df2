/** The values around missing rows. */
import { windowCall } from "../functions/mod.ts";
import { reference } from "../ir/columns.ts";
import type { Expr, SortKey } from "../ir/expr.ts";
import type { RelationColumn } from "../ir/relation.ts";
import { type Growing, type Sight, ZERO } from "./fill_parts.ts";
import type { Filling, FillMode } from "./lowering.ts";

/** What a new row of one column is computed from: the values before and after it, and when they were. */
export interface Neighbours {
  readonly value: Expr;
  readonly at?: Expr;
  readonly next?: Expr;
  readonly nextAt?: Expr;
}

const reversed = (order: readonly SortKey[]): readonly SortKey[] =>
  order.map(({ expr, direction, nulls }) => ({
    expr,
    direction: direction === "asc" ? "desc" : "asc",
    nulls: nulls === "first" ? "last" : "first",
  }));

/** The last value before each row's new rows, itself included, and for straight lines the first one after them. */
export function neighboursOf(
  rows: Growing,
  { time, modes }: Filling,
  { partitionBy, order }: Sight,
): ReadonlyMap<RelationColumn, Neighbours> {
  const columns = [...modes].filter(([, mode]) => mode === "last" || mode === "linear");
  const lines = columns.filter(([, mode]) => mode === "linear");
  const counted = (orderBy: readonly SortKey[]) => ([column]: readonly [RelationColumn, FillMode]) =>
    windowCall({ op: "count", args: [reference(column)], partitionBy, orderBy });
  // Rows with the same count of values so far hold on to the same value: the one that the first of them has.
  const seen = rows.add("window", [...columns.map(counted(order)), ...lines.map(counted(reversed(order)))]);
  const heads = [...columns, ...lines].flatMap(([column, mode], at) => {
    const orderBy = at < columns.length ? order : reversed(order);
    const group = [...partitionBy, ...seen.slice(at, at + 1)];
    return (mode === "linear" ? [column, time] : [column]).map((of) =>
      windowCall({ op: "first_value", args: [reference(of)], partitionBy: group, orderBy })
    );
  });
  const held = rows.add("window", heads);
  const isBehind = (at: number) => at >= columns.length + lines.length;
  const ahead = rows.add(
    "window",
    held.filter((_, at) => isBehind(at)).map((arg) =>
      windowCall({ op: "lead", args: [arg], partitionBy, orderBy: order })
    ),
  );
  const around = new Map<RelationColumn, Neighbours>();
  let at = 0;
  let line = 0;
  for (const [column, mode] of columns) {
    const [value = ZERO, moment] = held.slice(at, at + 2);
    if (mode === "last") around.set(column, { value });
    else {
      const [next = ZERO, nextAt = ZERO] = ahead.slice(line, line + 2);
      around.set(column, { value, ...(moment ? { at: moment } : {}), next, nextAt });
      line += 2;
    }
    at += mode === "linear" ? 2 : 1;
  }
  return around;
}

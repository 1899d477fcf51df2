/** Where the grid of a partition begins and ends, and how many steps are missing around each of its rows. */
import { call, caseExpr, param, windowCall } from "../functions/mod.ts";
import { reference } from "../ir/columns.ts";
import type { Expr } from "../ir/expr.ts";
import type { ValueType } from "../schema/vocabulary.ts";
import { count, type Growing, type Sight, ZERO } from "./fill_parts.ts";
import type { Filling } from "./lowering.ts";

export interface Span {
  readonly previous?: Expr;
  readonly next: Expr;
  /** The ends that were set. */
  readonly from?: Expr;
  readonly to?: Expr;
  /** The first step behind a row that may be missing, where the grid begins at a given step. */
  readonly base?: Expr;
  /** How wide the partition's grid is, in units; undefined where that was known before. */
  readonly width?: Expr;
}

export function spanOf(
  rows: Growing,
  { time, bucket, ...edges }: Filling,
  { partitionBy, order }: Sight,
): Span {
  const now = reference(time);
  const edge = (moment: number | undefined) => moment === undefined ? undefined : momentOf(moment, time.type);
  const [from, to] = [edge(edges.from), edge(edges.to)];
  const neighbour = (op: "lag" | "lead") => windowCall({ op, args: [now], partitionBy, orderBy: order });
  const outermost = (op: "min" | "max") => windowCall({ op, args: [now], partitionBy, orderBy: [] });
  const [next = now, previous] = rows.add("window", [neighbour("lead"), ...(from ? [neighbour("lag")] : [])]);
  const ends = rows.add("window", [
    ...(from ? [] : [outermost("min")]),
    ...(to ? [] : [outermost("max")]),
  ]);
  const behind = call("date_add", [count(bucket.size), now], { unit: bucket.unit });
  const base = from && caseExpr([{ when: call("gt", [from, behind]), then: from }], behind);
  const [first = now, last = now] = [...(from ? [from] : []), ...ends, ...(to ? [to] : [])];
  const width = from && to ? undefined : call("date_diff", [first, last], { unit: bucket.unit });
  return {
    next,
    ...(previous ? { previous } : {}),
    ...(from ? { from } : {}),
    ...(to ? { to } : {}),
    ...(base ? { base } : {}),
    ...(width ? { width } : {}),
  };
}

function momentOf(moment: number, { type }: ValueType): Expr {
  const iso = new Date(moment).toISOString();
  return type === "date"
    ? param(iso.slice(0, 10), { type, nullable: false })
    : param(iso, { type: "datetime", nullable: false });
}

interface Steps {
  /** How many units of missing steps lie before a row: only where the grid begins at a given step. */
  readonly before?: Expr;
  /** How many units a row stands for: its own step, those before and those behind it. */
  readonly all: Expr;
}

export function stepsOf(
  rows: Growing,
  { time, bucket: { size, unit } }: Filling,
  { previous, next, from, to, base }: Span,
  onStep: Expr,
): Steps {
  const now = reference(time);
  const units = (start: Expr, end: Expr) => call("date_diff", [start, end], { unit });
  /** Up to the next row, or through the last step where that comes first. */
  const gap = (start: Expr, end: Expr) => {
    const upTo = units(start, end);
    if (to === undefined) return upTo;
    const through = call("add", [units(start, to), count(size)]);
    const isNearer = call("or", [call("is_null", [upTo]), call("lt", [through, upTo])]);
    return caseExpr([{ when: isNearer, then: through }], upTo);
  };
  const above = (expr: Expr, least: Expr, when: Expr) =>
    caseExpr([{ when: call("and", [when, call("gt", [expr, least])]), then: expr }], least);
  if (from === undefined || previous === undefined || base === undefined) {
    const [all = ZERO] = rows.add("extend", [above(gap(now, next), count(size), onStep)]);
    return { all };
  }
  const isFirst = call("and", [onStep, call("is_null", [previous])]);
  const [before = ZERO, behind = ZERO] = rows.add("extend", [
    above(gap(from, now), ZERO, isFirst),
    above(gap(base, next), ZERO, onStep),
  ]);
  return { before, all: call("add", [call("add", [before, behind]), count(size)]) };
}

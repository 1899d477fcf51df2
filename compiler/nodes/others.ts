/** The largest categories of a bar chart, and all others as one, where there are more than have room. */
import { call, caseExpr, castExpr, param, textOf, windowCall } from "../functions/mod.ts";
import { ascending, reference } from "../ir/columns.ts";
import type { Expr, SortKey } from "../ir/expr.ts";
import type { Relation, RelationColumn } from "../ir/relation.ts";
import type { ValueType } from "../schema/vocabulary.ts";
import { type BuildScope, passing } from "./define.ts";
import type { Bars, Folded } from "./lowering.ts";
import { roomWithin } from "./room.ts";
import { NUMBERS } from "./settings.ts";

const COUNT: ValueType = { type: "int64", nullable: false };
const TEXT: ValueType = { type: "string", nullable: false };

/** Undefined where every category is wanted, or its values have an order of their own: numbers and times. */
export function foldOthers(bars: Bars, scope: BuildScope): Folded | undefined {
  const { category, colour, value, function: op } = bars;
  if (!scope.isTarget || scope.pixels === undefined || category.type.type !== "string") return undefined;
  // It takes a setting that charts do not have.
  if (op === "percentile") return undefined;
  const pixels = Math.ceil(scope.pixels);
  scope.reduced({ method: "others", pixels });
  const { rows, room } = roomWithin(
    { rows: bars.rows, rowsEach: 1, wanted: Math.max(2, pixels), ...(colour ? { colour } : {}) },
    scope,
  );
  const measured = windowCall({
    op,
    args: [reference(value)],
    partitionBy: [reference(category)],
    orderBy: [],
  });
  const size = { id: scope.nextId(), expr: measured };
  const sized: Relation = { ...passing(rows, scope), op: "window", computed: [size] };
  const amount: Expr = { kind: "column", id: size.id, type: measured.type };
  const largest: SortKey = {
    expr: NUMBERS.includes(measured.type.type) ? call("abs", [amount]) : amount,
    direction: "desc",
    nulls: "last",
  };
  const ranking = windowCall({
    op: "dense_rank",
    args: [],
    partitionBy: [],
    orderBy: [largest, ascending(category)],
  });
  const rank = { id: scope.nextId(), expr: ranking };
  const ranked: Relation = { ...passing(sized, scope), op: "window", computed: [rank] };
  const place: Expr = { kind: "column", id: rank.id, type: ranking.type };
  const last = windowCall({ op: "max", args: [place], partitionBy: [], orderBy: [] });
  const total = { id: scope.nextId(), expr: last };
  const counted: Relation = { ...passing(ranked, scope), op: "window", computed: [total] };
  const all: Expr = { kind: "column", id: total.id, type: last.type };
  // The others take one of the places themselves.
  const one = param("1", COUNT);
  const kept = caseExpr([{ when: call("le", [all, room]), then: room }], call("subtract", [room, one]));
  const isShown = call("le", [place, kept]);
  const others = castExpr(call("subtract", [all, kept]), COUNT);
  const name = call("concat", [textOf(others), param(" others", TEXT)]);
  return {
    rows: counted,
    category: caseExpr([{ when: isShown, then: reference(category) }], name),
    isOther: caseExpr([{ when: isShown, then: param("0", COUNT) }], one),
  };
}

/** What exceeds the caller's limit is the smallest, where nothing else decides: no order, and names to a bar each. */
export function largestFirst(rows: Relation, value: RelationColumn, scope: BuildScope): Relation {
  const { limit } = scope;
  if (!scope.isTarget || scope.pixels === undefined || limit === undefined) return rows;
  scope.keeps("largest");
  const counting = windowCall({ op: "count", args: [], partitionBy: [], orderBy: [] });
  const count = { id: scope.nextId(), expr: counting };
  const counted: Relation = { ...passing(rows, scope), op: "window", computed: [count] };
  const isCut = call("ge", [
    { kind: "column", id: count.id, type: counting.type },
    param(String(limit), COUNT),
  ]);
  const size = call("abs", [reference(value)]);
  const key = caseExpr([{ when: isCut, then: size }], param(null, size.type));
  const cut = { id: scope.nextId(), expr: key };
  const keyed: Relation = { ...passing(counted, scope), op: "extend", computed: [cut] };
  const order: readonly SortKey[] = [{
    expr: { kind: "column", id: cut.id, type: key.type },
    direction: "desc",
    nulls: "last",
  }];
  return { ...passing(keyed, scope), op: "sort", order };
}

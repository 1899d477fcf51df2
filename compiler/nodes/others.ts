/** The largest categories and colours of a bar chart, all others as one each, where there are more than have room. */
import { aggregate, call, caseExpr, castExpr, param, textOf, windowCall } from "../functions/mod.ts";
import { ascending, reference } from "../ir/columns.ts";
import type { Expr, SortKey, WindowOp } from "../ir/expr.ts";
import type { Relation, RelationColumn } from "../ir/relation.ts";
import type { ValueType } from "../schema/vocabulary.ts";
import { type BuildScope, passing } from "./define.ts";
import { withFacts } from "./facts.ts";
import type { Bars, Folded } from "./lowering.ts";
import { barsWithin, MOST_SERIES } from "./room.ts";
import { NUMBERS } from "./settings.ts";

const COUNT: ValueType = { type: "int64", nullable: false };
const TEXT: ValueType = { type: "string", nullable: false };
const one = param("1", COUNT);

/** A column of which so many values stay, and how many there are. */
interface Ranked {
  readonly rows: Relation;
  /** The value, or what the others are called. */
  readonly value: Expr;
  readonly isOther: Expr;
  readonly all: Expr;
  readonly shown: Expr;
}

/**
 * Names are folded, numbers and times are not: they have an order of their own. Undefined where nothing is to be
 * folded, or every category is wanted.
 */
export function foldOthers(bars: Bars, scope: BuildScope): Folded | undefined {
  const { category, colour, function: op } = bars;
  if (!scope.isTarget || scope.pixels === undefined) return undefined;
  // It takes a setting that charts do not have.
  if (op === "percentile") return undefined;
  const isNamed = category.type.type === "string";
  const hasNames = colour?.type.type === "string";
  if (!isNamed && !hasNames) return undefined;
  scope.reduced({ method: "others", pixels: Math.ceil(scope.pixels) });
  const most = Math.min(MOST_SERIES, Math.max(1, (scope.limit ?? Infinity) - 1));
  const series = colour && hasNames
    ? ranked({ ...bars, function: op, column: colour, room: param(String(most), COUNT) }, scope)
    : undefined;
  const rows = series?.rows ?? bars.rows;
  const fit = isNamed
    ? barsWithin({ ...bars, rows, ...(series && { series: series.shown }) }, scope)
    : undefined;
  const categories = fit &&
    ranked({ ...bars, function: op, rows: fit.rows, column: category, room: fit.room }, scope);
  const facts = [
    ...(categories ? [["categories", categories.all], ["categories_shown", categories.shown]] as const : []),
    ...(series ? [["series", series.all], ["series_shown", series.shown]] as const : []),
  ];
  return {
    rows: categories?.rows ?? rows,
    category: categories?.value ?? reference(category),
    isOther: categories?.isOther ?? param("0", COUNT),
    ...(series && { colour: series.value, isOtherColour: series.isOther }),
    facts: scope.wantsFacts ? facts.map(([name, expr]) => ({ name, expr: aggregate("max", [expr]) })) : [],
    withFacts: (relation, columns) =>
      withFacts(
        relation,
        columns.map((column) => ({ name: column.name, expr: reference(column) })),
        scope,
      ),
  };
}

interface Wanted extends Pick<Bars, "rows" | "value"> {
  readonly function: WindowOp;
  readonly column: RelationColumn;
  readonly room: Expr;
}

function ranked({ rows, column, value, function: op, room }: Wanted, scope: BuildScope): Ranked {
  const measured = windowCall({
    op,
    args: [reference(value)],
    partitionBy: [reference(column)],
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
    orderBy: [largest, ascending(column)],
  });
  const rank = { id: scope.nextId(), expr: ranking };
  const placed: Relation = { ...passing(sized, scope), op: "window", computed: [rank] };
  const place: Expr = { kind: "column", id: rank.id, type: ranking.type };
  const last = windowCall({ op: "max", args: [place], partitionBy: [], orderBy: [] });
  const total = { id: scope.nextId(), expr: last };
  const counted: Relation = { ...passing(placed, scope), op: "window", computed: [total] };
  const all: Expr = { kind: "column", id: total.id, type: last.type };
  // The others take one of the places themselves.
  const kept = caseExpr([{ when: call("le", [all, room]), then: room }], call("subtract", [room, one]));
  const isShown = call("le", [place, kept]);
  const others = castExpr(call("subtract", [all, kept]), COUNT);
  const name = call("concat", [textOf(others), param(" others", TEXT)]);
  return {
    rows: counted,
    value: caseExpr([{ when: isShown, then: reference(column) }], name),
    isOther: caseExpr([{ when: isShown, then: param("0", COUNT) }], one),
    all,
    shown: caseExpr([{ when: call("le", [all, kept]), then: castExpr(all, COUNT) }], castExpr(kept, COUNT)),
  };
}

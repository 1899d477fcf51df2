/** Fewer candles, the same prices: where there are more than have room, those of one span of time become one. */
import { aggregate, call, caseExpr, param, windowCall } from "../functions/mod.ts";
import { ascending, reference, totalOrder } from "../ir/columns.ts";
import type { AggregateOp, Expr, WindowOp } from "../ir/expr.ts";
import type { Computed, Relation, RelationColumn } from "../ir/relation.ts";
import type { ValueType } from "../schema/vocabulary.ts";
import { aggregateRelation } from "./aggregate_relation.ts";
import { type BuildScope, passing } from "./define.ts";
import { withFacts } from "./facts.ts";
import type { Period } from "./periods.ts";
import { isDrawable } from "./reduce.ts";

/** Pixels that a candle and the gap beside it need. */
const PIXELS_PER_CANDLE = 4;

/** Spans that people trade by, from short to long; the last holds everything. */
const SPANS: readonly Period[] = [
  ...[1, 5, 15, 30].map((size) => ({ size, unit: "second" as const })),
  ...[1, 5, 15, 30].map((size) => ({ size, unit: "minute" as const })),
  ...[1, 2, 4, 12].map((size) => ({ size, unit: "hour" as const })),
  { size: 1, unit: "day" },
  { size: 1, unit: "week" },
  { size: 1, unit: "month" },
  { size: 1, unit: "quarter" },
  ...[1, 5, 10, 100].map((size) => ({ size, unit: "year" as const })),
];

const COUNT: ValueType = { type: "int64", nullable: false };
const TEXT: ValueType = { type: "string", nullable: false };

const count = (value: number) => param(String(value), COUNT);

/** Columns come as time, open, high, low, close, then volume if any. */
export function coarserCandles(candles: Relation, scope: BuildScope): Relation {
  const [time, open, high, low, close, volume] = candles.columns;
  if (!scope.isTarget) return candles;
  scope.keeps("newest");
  if (scope.pixels === undefined) return candles;
  if (time === undefined || open === undefined || high === undefined || low === undefined) return candles;
  if (close === undefined) return candles;
  const room = roomFor(scope.pixels, scope.limit);
  scope.reduced({ method: "candles", pixels: Math.ceil(scope.pixels), rows: room });
  const measured = measure(candles, time, room, scope);
  const { isMerged } = measured;
  const prices = [open, high, low, close];
  const span = chosenSpan(measured, reference(time), room);
  // What has no time cannot be drawn, and must not take the place of what can.
  const drawn = call("and", [
    call("is_not_null", [reference(time)]),
    call("or", [not(isMerged), call("and", prices.map(isThere))]),
  ]);
  const first = [{ expr: measured.position, direction: "asc" as const, nulls: "last" as const }];
  const over = (op: AggregateOp, column: RelationColumn) => ({
    name: column.name,
    expr: aggregate(op, [reference(column)], op === "first" || op === "last" ? { orderBy: first } : {}),
  });
  const merged = aggregateRelation(
    { ...passing(measured.relation, scope), op: "filter", predicate: drawn },
    [
      { name: time.name, expr: span.start },
      // Candles that are not merged stay each for itself, those of one moment too.
      { name: "", expr: caseExpr([{ when: isMerged, then: count(0) }], measured.position) },
      { name: "rows", expr: measured.rows },
      { name: "bucket", expr: span.words },
    ],
    [
      over("first", open),
      over("max", high),
      over("min", low),
      over("last", close),
      ...(volume ? [over("sum", volume)] : []),
    ],
    scope,
  );
  const [start, position, rows, words, ...figures] = merged.columns;
  if (start === undefined || position === undefined || rows === undefined || words === undefined) {
    return candles;
  }
  const order = [ascending(start), ascending(position)];
  const columns = [start, ...figures];
  const sorted: Relation = { op: "sort", nodeId: scope.nodeId, input: merged, columns, order };
  return withFacts(sorted, [
    { name: "rows", expr: reference(rows) },
    { name: "bucket", expr: reference(words) },
  ], scope);
}

/** At least one, and no more than the caller takes: it asks for a row more than it shows. */
function roomFor(pixels: number, limit = Infinity): number {
  return Math.max(1, Math.min(Math.floor(pixels / PIXELS_PER_CANDLE), limit - 1));
}

interface Measured {
  readonly relation: Relation;
  readonly rows: Expr;
  /** Whether there are more than have room, and each has a time of its own: several at one moment are of several symbols. */
  readonly isMerged: Expr;
  readonly position: Expr;
  /** How many candles each span would leave. */
  readonly spans: readonly { readonly span: Period; readonly candles: Expr }[];
}

function measure(candles: Relation, time: RelationColumn, room: number, scope: BuildScope): Measured {
  const order = totalOrder(candles.order, candles.columns);
  const at = reference(time);
  const before = windowCall({ op: "lag", args: [at], partitionBy: [], orderBy: order, offset: 1 });
  const position = windowCall({ op: "row_number", args: [], partitionBy: [], orderBy: order });
  const [beforeId, positionId] = [scope.nextId(), scope.nextId()];
  const previous: Expr = { kind: "column", id: beforeId, type: { ...before.type, nullable: true } };
  const numbered: Relation = {
    ...passing(candles, scope),
    op: "window",
    computed: [{ id: beforeId, expr: before }, { id: positionId, expr: position }],
  };
  const spans = SPANS.filter(({ unit }) => time.type.type !== "date" || isDays(unit));
  const isThere = call("is_not_null", [at]);
  const begins = spans.map(({ size, unit }) => {
    const goesOn = call("eq", [bucket(at, size, unit), bucket(previous, size, unit)]);
    return caseExpr([{ when: goesOn, then: count(0) }, { when: isThere, then: count(1) }], count(0));
  });
  const repeats = caseExpr([{ when: call("eq", [at, previous]), then: count(1) }], count(0));
  const flags: Computed[] = [repeats, ...begins].map((expr) => ({ id: scope.nextId(), expr }));
  const flagged: Relation = { ...passing(numbered, scope), op: "extend", computed: flags };
  const whole = (op: WindowOp, args: readonly Expr[]) => {
    const expr = windowCall({ op, args, partitionBy: [], orderBy: [] });
    return { id: scope.nextId(), expr };
  };
  const rows = whole("count", []);
  const sums = flags.map(({ id, expr }) => whole("sum", [{ kind: "column", id, type: expr.type }]));
  const known = ({ id, expr }: Computed): Expr => ({ kind: "column", id, type: expr.type });
  const [repeated, ...candlesOf] = sums.map(known);
  const isMerged = {
    id: scope.nextId(),
    expr: call("and", [
      call("gt", [known(rows), count(room)]),
      call("eq", [repeated ?? count(0), count(0)]),
    ]),
  };
  const summed: Relation = { ...passing(flagged, scope), op: "window", computed: [rows, ...sums] };
  return {
    relation: { ...passing(summed, scope), op: "extend", computed: [isMerged] },
    isMerged: known(isMerged),
    rows: known(rows),
    position: { kind: "column", id: positionId, type: position.type },
    spans: spans.map((span, index) => ({ span, candles: candlesOf[index] ?? count(0) })),
  };
}

/** The shortest span that leaves no more candles than there is room for. */
function chosenSpan({ spans, isMerged }: Measured, time: Expr, room: number) {
  const last = spans.at(-1)?.span ?? { size: 1, unit: "year" as const };
  const fits = spans.slice(0, -1).map(({ span, candles }) => ({
    span,
    when: call("le", [candles, count(room)]),
  }));
  const starts = fits.map(({ span: { size, unit }, when }) => ({ when, then: bucket(time, size, unit) }));
  const names = fits.map(({ span, when }) => ({ when, then: param(wordsOf(span), TEXT) }));
  const whole = not(isMerged);
  return {
    start: caseExpr([{ when: whole, then: time }, ...starts], bucket(time, last.size, last.unit)),
    words: caseExpr([{ when: whole, then: param(null, TEXT) }, ...names], param(wordsOf(last), TEXT)),
  };
}

function wordsOf({ size, unit }: Period): string {
  return `${size} ${unit}${size === 1 ? "" : "s"}`;
}

function isDays(unit: Period["unit"]): boolean {
  return unit !== "second" && unit !== "minute" && unit !== "hour";
}

function bucket(time: Expr, size: number, unit: Period["unit"]): Expr {
  return call("bucket", [time], { size, unit });
}

function not(condition: Expr): Expr {
  return call("not", [condition]);
}

/** A candle without one of its prices is not drawn, so none is merged from it. */
function isThere(column: RelationColumn): Expr {
  const value = reference(column);
  return column.type.type === "float64" ? call("is_true", [isDrawable(value)]) : call("is_not_null", [value]);
}

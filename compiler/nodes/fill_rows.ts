/**
 * The rows of a time grid. Every row is repeated for itself and for the missing steps behind it, up to the next row of
 * its partition; the first row also for those before it. Nothing is read twice, and nothing is joined.
 */
import { call, caseExpr, castExpr, param } from "../functions/mod.ts";
import { decimalShapeOf, decimalType, isExact, MAX_PRECISION } from "../functions/value_types.ts";
import { ascending, reference, totalOrder } from "../ir/columns.ts";
import type { ColumnId, Expr } from "../ir/expr.ts";
import type { Relation, RelationColumn } from "../ir/relation.ts";
import { LIMITS } from "../schema/limits.ts";
import type { ValueType } from "../schema/vocabulary.ts";
import { type BuildScope, computedColumns, passing } from "./define.ts";
import { type Neighbours, neighboursOf } from "./fill_neighbours.ts";
import { count, Growing, type Sight, ZERO } from "./fill_parts.ts";
import { type Span, spanOf, stepsOf } from "./fill_span.ts";
import type { Filling, FillMode } from "./lowering.ts";
import { nullable, stableOver } from "./settings.ts";

type Scope = Pick<BuildScope, "nodeId" | "nextId">;

const COUNT: ValueType = { type: "int64", nullable: false };
const FLOAT: ValueType = { type: "float64", nullable: true };

export function filled(input: Relation, filling: Filling, scope: Scope): Relation {
  const { time, bucket, partition } = filling;
  const rows = new Growing(input, scope);
  const now = reference(time);
  const [onStep] = rows.add("extend", [
    call("is_true", [call("eq", [call("bucket", [now], bucket), now])]),
  ]) as [Expr];
  const order = totalOrder(stableOver([ascending(time)], input.order), input.columns);
  const sight: Sight = {
    partitionBy: [...partition.map(reference), onStep],
    order,
  };
  const around = neighboursOf(rows, filling, sight);
  const span = spanOf(rows, filling, sight);
  const { before, all } = stepsOf(rows, filling, span, onStep);
  const index: ColumnId = scope.nextId();
  const step = bucket.size;
  const { width } = span;
  // Rows off the steps have no grid, however far apart they lie.
  const checked = width === undefined ? all : call("refused_above", [
    all,
    caseExpr([{ when: onStep, then: width }], ZERO),
    count((LIMITS.steps - 1) * step),
  ]);
  const end = call("coalesce", [checked, count(step)]);
  const expanded: Relation = { ...passing(rows.relation, scope), op: "expand", id: index, end, step };
  const position: Expr = { kind: "column", id: index, type: COUNT };
  return shownInOrder(expanded, filling, { position, before, around, span }, scope);
}

interface Placed {
  readonly position: Expr;
  readonly before: Expr | undefined;
  readonly around: ReadonlyMap<RelationColumn, Neighbours>;
  readonly span: Span;
}

function shownInOrder(expanded: Relation, filling: Filling, placed: Placed, scope: Scope): Relation {
  const { time, partition, modes, bucket: { size, unit } } = filling;
  const { position, before, span: { from, base } } = placed;
  const isOld = call("eq", [position, ZERO]);
  const isAhead = before && call("le", [position, before]);
  const add = (units: Expr, start: Expr) => call("date_add", [units, start], { unit });
  const since = (start: Expr) => call("subtract", [start, count(size)]);
  const moment = isAhead && from && base
    ? caseExpr(
      [{ when: isAhead, then: add(since(position), from) }],
      add(since(call("subtract", [position, before])), base),
    )
    : add(position, reference(time));
  const seconds = (start: Expr, end: Expr) =>
    call("date_diff", [start, end], { unit: time.type.type === "date" ? "day" : "second" });
  const outputs = expanded.columns.filter((column) => !partition.includes(column)).map((column) => {
    const own = reference(column);
    if (column === time) {
      const made = caseExpr([{ when: isOld, then: own }], moment);
      return { name: column.name, expr: column.type.nullable ? made : call("coalesce", [made, own]) };
    }
    const mode = modes.get(column) ?? "null";
    const type = mode === "linear" ? FLOAT : nullable(column.type);
    const made = valueOf(mode, column, placed.around.get(column), moment, seconds);
    const old = mode === "linear" ? castExpr(own, FLOAT) : own;
    const isEmpty = isAhead && mode !== "zero" ? [{ when: isAhead, then: param(null, type) }] : [];
    return { name: column.name, expr: caseExpr([{ when: isOld, then: old }, ...isEmpty], made) };
  });
  const { computed, columns } = computedColumns(outputs, scope);
  let at = 0;
  const visible = expanded.columns.map((column) =>
    partition.includes(column) ? column : columns[at++] ?? column
  );
  const shown = visible[expanded.columns.indexOf(time)] ?? time;
  // With an end that is set there are steps wherever rows are, so times that a filter hides must not look empty.
  const isSet = filling.from !== undefined || filling.to !== undefined;
  const carries = [...modes.values()].some((mode) => mode === "last" || mode === "linear");
  const continued = { id: shown.id, from: time.id, spansRows: carries || isSet };
  const rows: Relation = {
    ...passing(expanded, scope),
    op: "extend",
    computed,
    columns: visible,
    continued,
  };
  return { ...passing(rows, scope), op: "sort", order: [...partition, shown].map(ascending) };
}

/** A new row's value behind a row that is there. */
function valueOf(
  mode: FillMode,
  column: RelationColumn,
  around: Neighbours | undefined,
  moment: Expr,
  seconds: (start: Expr, end: Expr) => Expr,
): Expr {
  if (mode === "zero") return param(column.type.type === "float64" ? 0 : "0", column.type);
  if (mode === "null" || around === undefined) return param(null, nullable(column.type));
  const { value, at, next, nextAt } = around;
  if (at === undefined || next === undefined || nextAt === undefined) return value;
  const [passed, whole] = [seconds(at, moment), seconds(at, nextAt)];
  if (isExact({ args: [value] }) && decimalShapeOf(value.type).precision <= MAX_PRECISION / 2) {
    // Weighted by whole seconds, exact numbers lose nothing until they are divided.
    const { precision, scale } = decimalShapeOf(value.type);
    const wide = (each: Expr) => castExpr(each, decimalType(precision, scale, true));
    const left = call("multiply", [wide(value), call("subtract", [whole, passed])]);
    return call("divide", [call("add", [left, call("multiply", [wide(next), passed])]), whole]);
  }
  const [start, end] = [castExpr(value, FLOAT), castExpr(next, FLOAT)];
  const share = call("divide", [passed, whole]);
  return call("add", [start, call("multiply", [call("subtract", [end, start]), share])]);
}

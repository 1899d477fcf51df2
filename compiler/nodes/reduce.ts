/** Fewer rows, the same line: of every pixel column the first, last, lowest and highest row remain (M4). */
import { call, caseExpr, param, windowCall } from "../functions/mod.ts";
import { ascending, reference, totalOrder } from "../ir/columns.ts";
import type { Expr, SortKey, WindowOp } from "../ir/expr.ts";
import type { Computed, Relation, RelationColumn } from "../ir/relation.ts";
import type { ValueType } from "../schema/vocabulary.ts";
import type { BuildScope } from "./define.ts";
import { withFacts } from "./facts.ts";
import type { Line } from "./lowering.ts";
import { roomWithin } from "./room.ts";
import { NUMBERS, TIMES } from "./settings.ts";

/** Rows that one value of one series needs in a pixel column, at most. */
const ROWS_PER_COLUMN = 4;

/** Larger numbers cannot be drawn. Infinities and NaN are numbers to an engine, so they are sorted out here. */
const DRAWABLE = param(1e300, { type: "float64", nullable: false });
const COUNT: ValueType = { type: "int64", nullable: false };

/**
 * Returns the rows as they are where the axis is neither a number nor a time, or a value is not a number. What then
 * exceeds the caller's limit is the oldest.
 */
export function reduceLine(line: Line, scope: BuildScope): Relation {
  const { axis, values } = line;
  if (!scope.isTarget || values.length === 0) return line.rows;
  scope.keeps("newest");
  if (scope.pixels === undefined) return line.rows;
  if (![...NUMBERS, ...TIMES].includes(axis.type.type)) return line.rows;
  if (!values.every((value) => NUMBERS.includes(value.type.type))) return line.rows;
  const pixels = Math.max(1, Math.ceil(scope.pixels));
  const order = totalOrder(line.rows.order, line.rows.columns);
  const drawable = axis.type.type === "float64"
    ? passing(line.rows, { op: "filter", predicate: isDrawable(reference(axis)) })
    : line.rows;
  const rowsEach = ROWS_PER_COLUMN * values.length;
  const { limit, lineLimit = limit } = scope;
  const counted = roomWithin({ rows: drawable, colour: line.colour, rowsEach, wanted: pixels }, {
    ...scope,
    limit: limit && lineLimit,
  });
  const { room } = counted;
  const width = room.kind === "param" ? Number(room.value) : pixels;
  scope.reduced({
    method: "m4",
    pixels: width,
    ...(width < pixels && { asked: pixels }),
    ...(limit !== undefined && lineLimit !== limit && { limit: lineLimit }),
  });
  const placed = placeInColumns(counted.rows, axis, room, scope);
  const ranked = rank(placed.rows, placed.column, line, order, scope);
  const reduced: Relation = {
    ...passing(passing(ranked.rows, { op: "filter", predicate: ranked.isKept }), { op: "sort" }),
    columns: line.rows.columns,
    order,
  };
  return withFacts(reduced, [
    { name: "rows", expr: placed.count },
    ...(room.kind === "param" ? [] : [{ name: "pixels", expr: room }]),
  ], scope);
}

type Passing =
  | { readonly op: "filter"; readonly predicate: Expr }
  | { readonly op: "extend" | "window"; readonly computed: readonly Computed[] }
  | { readonly op: "sort" };

function passing(input: Relation, step: Passing): Relation {
  return { nodeId: input.nodeId, columns: input.columns, order: input.order, input, ...step };
}

export function isDrawable(value: Expr): Expr {
  return call("lt", [call("abs", [value]), DRAWABLE]);
}

/** Which pixel column every row falls into, between the least and the greatest x of all series together. */
function placeInColumns(
  rows: Relation,
  axis: RelationColumn,
  columns: Expr,
  scope: BuildScope,
): { readonly rows: Relation; readonly column: Expr; readonly count: Expr } {
  const x = reference(axis);
  const overall = (op: WindowOp, args: readonly Expr[]) => {
    const expr = windowCall({ op, args, partitionBy: [], orderBy: [] });
    return { id: scope.nextId(), expr };
  };
  const [low, high, count] = [overall("min", [x]), overall("max", [x]), overall("count", [])];
  const spread = passing(rows, {
    op: "window",
    computed: scope.wantsFacts ? [low, high, count] : [low, high],
  });
  const column = call("pixel_column", [
    x,
    { kind: "column", id: low.id, type: low.expr.type },
    { kind: "column", id: high.id, type: high.expr.type },
    columns,
  ]);
  const id = scope.nextId();
  return {
    rows: passing(spread, { op: "extend", computed: [{ id, expr: column }] }),
    column: { kind: "column", id, type: column.type },
    count: { kind: "column", id: count.id, type: count.expr.type },
  };
}

function rank(
  rows: Relation,
  column: Expr,
  { colour, values }: Line,
  order: readonly SortKey[],
  scope: BuildScope,
): { readonly rows: Relation; readonly isKept: Expr } {
  const partitionBy = colour ? [reference(colour), column] : [column];
  const computed: Computed[] = [];
  const over = (op: "count" | "row_number", orderBy: readonly SortKey[]): Expr => {
    const expr = windowCall({ op, args: [], partitionBy, orderBy });
    const id = scope.nextId();
    computed.push({ id, expr });
    return { kind: "column", id, type: expr.type };
  };
  const one = param("1", COUNT);
  const position = over("row_number", order);
  const count = over("count", []);
  const extremes = values.flatMap((value) => {
    const expr = value.type.type === "float64"
      ? caseExpr([{ when: isDrawable(reference(value)), then: reference(value) }], param(null, value.type))
      : reference(value);
    return (["asc", "desc"] as const).map((direction) =>
      over("row_number", [{ ...ascending(value), expr, direction }, ...order])
    );
  });
  const isKept = call("or", [
    // A pixel column with few rows keeps all of them, nulls included, so that gaps in a line stay visible.
    call("le", [count, param(String(ROWS_PER_COLUMN * values.length), COUNT)]),
    call("eq", [position, count]),
    ...[position, ...extremes].map((rowNumber) => call("eq", [rowNumber, one])),
  ]);
  return { rows: passing(rows, { op: "window", computed }), isKept };
}

/** Aggregates and window functions on ClickHouse: null, not zero, over no rows; exact, never sampled. */
import type { AggregateOp, ExprOf, WindowOp } from "../../ir/expr.ts";
import type { AggregateEmitter, AggregateParts, WindowEmitter } from "../dialect.ts";
import { decimalShapeOf } from "../value_types.ts";
import { toDecimal } from "./types.ts";

/** `name(args)` with the combinators for a condition and for null over no rows. */
function combined(name: string, args: readonly string[], where: string | undefined, orNull: boolean): string {
  const suffix = `${where === undefined ? "" : "If"}${orNull ? "OrNull" : ""}`;
  return `${name}${suffix}(${[...args, ...(where === undefined ? [] : [where])].join(", ")})`;
}

function sumArgument(arg: string, expr: ExprOf<"aggregate"> | ExprOf<"window">): string {
  if (expr.type.type === "float64") return arg;
  const { precision, scale } = decimalShapeOf(expr.type);
  return toDecimal(arg, precision, scale);
}

const simple = (name: string, float = false): AggregateEmitter => (parts) => {
  const arg = parts.args[0] ?? "";
  return combined(name, [float ? `toFloat64(${arg})` : arg], parts.where, true);
};

const count: AggregateEmitter = (parts) => `toInt64(${combined("count", parts.args, parts.where, false)})`;

const countDistinct: AggregateEmitter = (parts) =>
  `toInt64(${combined("uniqExact", parts.args, parts.where, false)})`;

const sum: AggregateEmitter = (parts, expr) =>
  combined("sum", [sumArgument(parts.args[0] ?? "", expr)], parts.where, true);

const stddev: AggregateEmitter = (parts) =>
  `nanToNull(${combined("stddevSamp", [`toFloat64(${parts.args[0]})`], parts.where, true)})`;

/** The value travels inside a tuple, since the engine skips rows whose value is null. */
function atEdge(last: boolean): AggregateEmitter {
  return (parts: AggregateParts) => {
    const key = parts.orderBy[0];
    const value = parts.args[0] ?? "";
    const keys = parts.orderBy.map((entry) => entry.sql);
    const present = keys.map((sql) => `isNotNull(${sql})`);
    const where = [...(parts.where === undefined ? [] : [parts.where]), ...present].join(" AND ");
    const takeLargest = last === (key?.direction === "asc");
    const name = takeLargest ? "argMaxIf" : "argMinIf";
    return `tupleElement(${name}OrNull(tuple(${value}), tuple(${[...keys, value].join(", ")}), ${where}), 1)`;
  };
}

export const aggregates: Readonly<Record<AggregateOp, AggregateEmitter>> = {
  sum,
  avg: simple("avg", true),
  count,
  count_distinct: countDistinct,
  min: simple("min"),
  max: simple("max"),
  median: simple("quantileExactInclusive(0.5)", true),
  stddev,
  first: atEdge(false),
  last: atEdge(true),
};

const counted = (name: string): WindowEmitter => () => ({
  call: `${name}()`,
  wrap: (over) => `toInt64(${over})`,
});

const shifted = (name: "lag" | "lead"): WindowEmitter => ([x], expr) => ({
  call: `${name}(toNullable(${x}), ${expr.offset ?? 1})`,
});

const framed = (name: string, float = false): WindowEmitter => ([x]) => ({
  call: `${name}(${float ? `toFloat64(${x})` : x})`,
});

export const windows: Readonly<Record<WindowOp, WindowEmitter>> = {
  row_number: counted("row_number"),
  rank: counted("rank"),
  dense_rank: counted("dense_rank"),
  lag: shifted("lag"),
  lead: shifted("lead"),
  first_value: framed("first_value_respect_nulls"),
  last_value: framed("last_value_respect_nulls"),
  first: framed("first_value_respect_nulls"),
  last: framed("last_value_respect_nulls"),
  sum: ([x = ""], expr) => ({ call: `sumOrNull(${sumArgument(x, expr)})` }),
  avg: framed("avgOrNull", true),
  min: framed("minOrNull"),
  max: framed("maxOrNull"),
  count: ([x]) => ({ call: `count(${x ?? ""})`, wrap: (over) => `toInt64(${over})` }),
  count_distinct: ([x]) => ({ call: `uniqExact(${x})`, wrap: (over) => `toInt64(${over})` }),
  median: framed("quantileExactInclusiveOrNull(0.5)", true),
  stddev: ([x]) => ({ call: `stddevSampOrNull(toFloat64(${x}))`, wrap: (over) => `nanToNull(${over})` }),
};

/** Aggregates and window functions on PostgreSQL. */
import type { AggregateOp, ExprOf, WindowOp } from "../../ir/expr.ts";
import type { ValueType } from "../../schema/types.ts";
import type { AggregateEmitter, WindowEmitter } from "../dialect.ts";
import { decimalShapeOf, MAX_PRECISION } from "../value_types.ts";
import { filtered } from "./filtered.ts";
import { floatTotals } from "./float_totals.ts";
import { decimalOrNull } from "./types.ts";

const double = (sql: string | undefined) => `${sql}::double precision`;

const simple = (name: string, float = false): AggregateEmitter => ({ args: [x], where }) =>
  filtered(`${name}(${float ? double(x) : x})`, [where]);

type Sum = ExprOf<"aggregate"> | ExprOf<"window">;

/** From this many digits on, a sum could outgrow the 38 that its type has. */
const SAFE_PRECISION = 28;

function sumResult(sql: string, expr: Sum): string {
  const arg = expr.args[0]?.type;
  if (arg?.type !== "decimal" || decimalShapeOf(arg).precision <= SAFE_PRECISION) return sql;
  const { precision, scale } = decimalShapeOf(expr.type);
  return decimalOrNull(sql, Math.min(precision, MAX_PRECISION - 1) - scale);
}

const sumCall = (x: string | undefined) => `sum(${x}::numeric)`;

const isFloat = (expr: Sum) => expr.args[0]?.type.type === "float64";

/** Exact numbers by the engine's own aggregate, floating point so that it cannot fail. */
const total =
  (op: keyof typeof floatTotals, exact: AggregateEmitter): AggregateEmitter => (parts, expr, context) => {
    if (!isFloat(expr)) return exact(parts, expr, context);
    const { calls, result } = floatTotals[op](parts.args[0] ?? "", [parts.where]);
    return `(${result(...calls)})`;
  };

const sum: AggregateEmitter = ({ args: [x], where }, expr) => sumResult(filtered(sumCall(x), [where]), expr);

/** PostgreSQL has no least or greatest boolean. */
const edge = (name: "min" | "max"): AggregateEmitter => ({ args: [x], where }, expr) => {
  switch (expr.args[0]?.type.type) {
    case "boolean":
      return filtered(`bool_${name === "min" ? "and" : "or"}(${x})`, [where]);
    case "string":
      return filtered(`${name}(${x} COLLATE "C")`, [where]);
    default:
      return filtered(`${name}(${x})`, [where]);
  }
};

const byBytes = (
  sql: string,
  type: ValueType | undefined,
) => (type?.type === "string" ? `${sql} COLLATE "C"` : sql);

function atEdge(last: boolean): AggregateEmitter {
  return ({ args: [value], orderBy, where }, expr) => {
    const flip = (
      direction: "asc" | "desc",
    ) => (last ? (direction === "asc" ? "DESC" : "ASC") : direction.toUpperCase());
    const keys = orderBy.map((key, index) =>
      `${byBytes(key.sql, expr.orderBy[index]?.expr.type)} ${flip(key.direction)}`
    );
    const tie = `${byBytes(value ?? "", expr.args[0]?.type)} ${last ? "DESC NULLS LAST" : "ASC NULLS LAST"}`;
    const present = orderBy.map((key) => `${key.sql} IS NOT NULL`);
    return `(${
      filtered(`array_agg(${value} ORDER BY ${[...keys, tie].join(", ")})`, [where, ...present])
    })[1]`;
  };
}

export const aggregates: Readonly<Record<AggregateOp, AggregateEmitter>> = {
  sum: total("sum", sum),
  avg: total("avg", simple("avg", true)),
  count: ({ args, where }) => filtered(`count(${args[0] ?? "*"})`, [where]),
  count_distinct: ({ args: [x], where }) => filtered(`count(DISTINCT ${x})`, [where]),
  min: edge("min"),
  max: edge("max"),
  median: ({ args: [x], where }) =>
    filtered(`percentile_cont(0.5) WITHIN GROUP (ORDER BY ${double(x)})`, [where]),
  stddev: total("stddev", simple("stddev_samp", true)),
  first: atEdge(false),
  last: atEdge(true),
};

const framed = (name: string, float = false): WindowEmitter => ([x]) => ({
  call: `${name}(${float ? double(x) : x})`,
});
const counted = (name: string): WindowEmitter => () => ({ call: `${name}()` });
const shifted = (name: string): WindowEmitter => ([x], expr) => ({
  call: `${name}(${x}, ${expr.offset ?? 1})`,
});
const boolean = (expr: ExprOf<"window">) => expr.args[0]?.type.type === "boolean";
const totalOver =
  (op: keyof typeof floatTotals, exact: WindowEmitter): WindowEmitter => (args, expr, context) => {
    if (!isFloat(expr)) return exact(args, expr, context);
    const { calls: [call = "", ...others], result } = floatTotals[op](args[0] ?? "", []);
    return { call, others, wrap: (...values) => `(${result(...values)})` };
  };
const noWindow = { unsupported: "PostgreSQL has no such function over a window" };

export const windows: Readonly<Record<WindowOp, WindowEmitter | { readonly unsupported: string }>> = {
  row_number: counted("row_number"),
  rank: counted("rank"),
  dense_rank: counted("dense_rank"),
  lag: shifted("lag"),
  lead: shifted("lead"),
  first_value: framed("first_value"),
  last_value: framed("last_value"),
  first: framed("first_value"),
  last: framed("last_value"),
  sum: totalOver("sum", ([x], expr) => ({ call: sumCall(x), wrap: (over) => sumResult(over, expr) })),
  avg: totalOver("avg", framed("avg", true)),
  min: ([x = ""], expr) => ({
    call: boolean(expr) ? `bool_and(${x})` : `min(${byBytes(x, expr.args[0]?.type)})`,
  }),
  max: ([x = ""], expr) => ({
    call: boolean(expr) ? `bool_or(${x})` : `max(${byBytes(x, expr.args[0]?.type)})`,
  }),
  count: ([x]) => ({ call: `count(${x ?? "*"})` }),
  count_distinct: noWindow,
  median: noWindow,
  collect: framed("array_agg"),
  stddev: totalOver("stddev", framed("stddev_samp", true)),
};

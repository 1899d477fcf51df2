/** How PostgreSQL writes each aggregate. */
import type { ValueType } from "../../schema/vocabulary.ts";
import { decimalShapeOf, MAX_PRECISION } from "../../functions/value_types.ts";
import type { AggregateEmitter, AggregateTable } from "../emitters.ts";
import { sumMayOverflow, type Total } from "../sums.ts";
import { double, numeric } from "./casts.ts";
import { filtered } from "./filtered.ts";
import { floatTotals } from "./float_totals.ts";
import { exactVariance, quotient, spreadCalls } from "./quotients.ts";
import type { Spelling } from "./spelling.ts";

export function sumResult(sql: string, expr: Total, { decimalOrNull }: Spelling): string {
  if (!sumMayOverflow(expr)) return sql;
  const { precision, scale } = decimalShapeOf(expr.type);
  return decimalOrNull(sql, Math.min(precision, MAX_PRECISION - 1) - scale);
}

export const sumCall = (x: string | undefined) => `sum(${numeric(x)})`;

export const isFloat = (expr: Total) => expr.args[0]?.type.type === "float64";

/** Exact numbers by the engine's own aggregate, floating point so that it cannot fail. */
const total =
  (op: keyof typeof floatTotals, exact: AggregateEmitter): AggregateEmitter => (parts, expr, context) => {
    if (!isFloat(expr)) return exact(parts, expr, context);
    const { calls, result } = floatTotals[op](parts.args[0] ?? "", [parts.where]);
    return `(${result(...calls)})`;
  };

/** Of exact numbers the exact sum is divided once, and the quotient becomes the nearest double. */
export function exactMean(total: string, rows: string, expr: Total): string {
  const { scale } = decimalShapeOf(expr.args[0]?.type ?? expr.type);
  return quotient(total, rows, scale);
}

const mean: AggregateEmitter = ({ args: [x], where }, expr) =>
  exactMean(filtered(sumCall(x), [where]), filtered(`count(${x})`, [where]), expr);

export const ofDouble = (name: string): AggregateEmitter => ({ args: [x], where }) =>
  filtered(`${name}(${double(x)})`, [where]);

/** Of exact numbers the mean of the two in the middle is computed as a decimal, and only then the nearest double. */
export function medianOf(x: string, type: ValueType | undefined, where?: string): string {
  if (type?.type === "float64") {
    return filtered(`percentile_cont(0.5) WITHIN GROUP (ORDER BY ${double(x)})`, [where]);
  }
  const [low, high] = ["ASC", "DESC"].map((direction) =>
    numeric(`(${filtered(`percentile_disc(0.5) WITHIN GROUP (ORDER BY ${x} ${direction})`, [where])})`)
  );
  return double(`((${low} + ${high}) * 0.5)`);
}

/** Between the two exact numbers around the place, as a decimal, and only then the nearest double. */
export function exactPercentile(x: string, share: string, where?: string): string {
  const known = [where, `${x} IS NOT NULL`];
  const sorted = filtered(`array_agg(${x} ORDER BY ${x})`, known);
  const place = `(${share} * (${filtered(`count(${x})`, [where])} - 1))`;
  const [low, high] = ["floor", "ceil"].map((edge) => numeric(`(${sorted})[${edge}(${place})::bigint + 1]`));
  return double(`(${low} + (${place} - floor(${place})) * (${high} - ${low}))`);
}

const variance: AggregateEmitter = ({ args: [x = ""], where }, expr) =>
  exactVariance(expr, spreadCalls(x).map((call) => filtered(call, [where])));

const stddev: AggregateEmitter = (parts, expr, context) => `sqrt(${variance(parts, expr, context)})`;

/** Behind a text, so that it compares by bytes; nothing behind other types. */
export const byBytes = (sql: string | undefined, type: ValueType | undefined, spelling: Spelling) =>
  type?.type === "string" ? `${sql}${spelling.byBytes}` : `${sql}`;

/** The least or the greatest. PostgreSQL has no min() and max() of booleans, but bool_and() and bool_or(). */
export function edgeCall(
  name: "min" | "max",
  x: string | undefined,
  expr: Total,
  spelling: Spelling,
): string {
  const type = expr.args[0]?.type;
  if (type?.type === "boolean") return `bool_${name === "min" ? "and" : "or"}(${x})`;
  return `${name}(${byBytes(x, type, spelling)})`;
}

export function aggregateFunctions(spelling: Spelling) {
  const edge = (name: "min" | "max"): AggregateEmitter => ({ args: [x], where }, expr) =>
    filtered(edgeCall(name, x, expr, spelling), [where]);

  const atEdge = (isLast: boolean): AggregateEmitter => ({ args: [value], orderBy, where }, expr) => {
    const keys = orderBy.map(({ sql, direction }, index) =>
      `${byBytes(sql, expr.orderBy[index]?.expr.type, spelling)} ${
        (direction === "asc") === isLast ? "DESC" : "ASC"
      }`
    );
    const tie = `${byBytes(value, expr.args[0]?.type, spelling)} ${isLast ? "DESC" : "ASC"} NULLS LAST`;
    const present = orderBy.map(({ sql }) => `${sql} IS NOT NULL`);
    const ordered = `array_agg(${value} ORDER BY ${[...keys, tie].join(", ")})`;
    return `(${filtered(ordered, [where, ...present])})[1]`;
  };

  return {
    sum: total(
      "sum",
      ({ args: [x], where }, expr) => sumResult(filtered(sumCall(x), [where]), expr, spelling),
    ),
    avg: total("avg", mean),
    count: ({ args, where }) => filtered(`count(${args[0] ?? "*"})`, [where]),
    count_distinct: ({ args: [x], where }) => filtered(`count(DISTINCT ${x})`, [where]),
    min: edge("min"),
    max: edge("max"),
    median: ({ args: [x], where }, expr) => medianOf(`${x}`, expr.args[0]?.type, where),
    percentile: ({ args: [x = "", share = ""], where }, expr) =>
      isFloat(expr)
        ? filtered(`percentile_cont(${share}) WITHIN GROUP (ORDER BY ${double(x)})`, [where])
        : exactPercentile(x, share, where),
    stddev: total("stddev", stddev),
    variance: total("variance", variance),
    first: atEdge(false),
    last: atEdge(true),
  } satisfies AggregateTable;
}

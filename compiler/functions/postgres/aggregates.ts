/** Aggregates and window functions on PostgreSQL. */
import type { AggregateOp, WindowOp } from "../../ir/expr.ts";
import type { AggregateEmitter, WindowEmitter } from "../dialect.ts";

const filtered = (sql: string, conditions: readonly (string | undefined)[]) => {
  const present = conditions.filter((condition) => condition !== undefined);
  return present.length === 0 ? sql : `${sql} FILTER (WHERE ${present.join(" AND ")})`;
};

const double = (sql: string | undefined) => `${sql}::double precision`;

const simple = (name: string, float = false): AggregateEmitter => ({ args: [x], where }) =>
  filtered(`${name}(${float ? double(x) : x})`, [where]);

const sum: AggregateEmitter = ({ args: [x], where }, expr) =>
  filtered(`sum(${expr.type.type === "float64" ? x : `${x}::numeric`})`, [where]);

function atEdge(last: boolean): AggregateEmitter {
  return ({ args: [value], orderBy, where }) => {
    const flip = (
      direction: "asc" | "desc",
    ) => (last ? (direction === "asc" ? "DESC" : "ASC") : direction.toUpperCase());
    const keys = orderBy.map((key) => `${key.sql} ${flip(key.direction)}`);
    const tie = `${value} ${last ? "DESC NULLS LAST" : "ASC NULLS LAST"}`;
    const present = orderBy.map((key) => `${key.sql} IS NOT NULL`);
    return `(${
      filtered(`array_agg(${value} ORDER BY ${[...keys, tie].join(", ")})`, [where, ...present])
    })[1]`;
  };
}

export const aggregates: Readonly<Record<AggregateOp, AggregateEmitter>> = {
  sum,
  avg: simple("avg", true),
  count: ({ args, where }) => filtered(`count(${args[0] ?? "*"})`, [where]),
  count_distinct: ({ args: [x], where }) => filtered(`count(DISTINCT ${x})`, [where]),
  min: simple("min"),
  max: simple("max"),
  median: ({ args: [x], where }) =>
    filtered(`percentile_cont(0.5) WITHIN GROUP (ORDER BY ${double(x)})`, [where]),
  stddev: simple("stddev_samp", true),
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
  sum: ([x], expr) => ({ call: `sum(${expr.type.type === "float64" ? x : `${x}::numeric`})` }),
  avg: framed("avg", true),
  min: framed("min"),
  max: framed("max"),
  count: ([x]) => ({ call: `count(${x ?? "*"})` }),
  count_distinct: noWindow,
  median: noWindow,
  stddev: framed("stddev_samp", true),
};

/** Aggregates on Materialize. */
import type { AggregateOp } from "../../ir/expr.ts";
import type { AggregateEmitter } from "../dialect.ts";
import { filtered } from "../postgres/filtered.ts";

const call = (name: string, cast = ""): AggregateEmitter => ({ args: [x], where }) =>
  filtered(`${name}(${x}${cast})`, [where]);

const sum: AggregateEmitter = (parts, expr, context) =>
  call("sum", expr.type.type === "float64" ? "" : "::numeric")(parts, expr, context);

/** There is no least or greatest boolean in PostgreSQL's way, but all and any. */
const edge = (name: "min" | "max"): AggregateEmitter => (parts, expr, context) => {
  const isBoolean = expr.args[0]?.type.type === "boolean";
  return call(isBoolean ? (name === "min" ? "bool_and" : "bool_or") : name)(parts, expr, context);
};

function atEdge(last: boolean): AggregateEmitter {
  return ({ args: [value], orderBy, where }) => {
    const keys = orderBy.map(({ sql, direction }) =>
      `${sql} ${(direction === "asc") === last ? "DESC" : "ASC"}`
    );
    const tie = `${value} ${last ? "DESC" : "ASC"} NULLS LAST`;
    const present = orderBy.map(({ sql }) => `${sql} IS NOT NULL`);
    const ordered = `array_agg(${value} ORDER BY ${[...keys, tie].join(", ")})`;
    return `(${filtered(ordered, [where, ...present])})[1]`;
  };
}

/** The mean of the two in the middle, which are one where the count is odd. */
const median: AggregateEmitter = ({ args: [x], where }) => {
  const value = `${x}::double precision`;
  const ordered = filtered(`array_agg(${value} ORDER BY ${value})`, [where, `${x} IS NOT NULL`]);
  const count = filtered(`count(${x})`, [where]);
  return `((${ordered})[(${count} + 1) / 2] / 2 + (${ordered})[(${count} + 2) / 2] / 2)`;
};

export const aggregates: Readonly<Record<AggregateOp, AggregateEmitter>> = {
  sum,
  avg: call("avg", "::double precision"),
  count: ({ args, where }) => filtered(`count(${args[0] ?? "*"})`, [where]),
  count_distinct: ({ args: [x], where }) => filtered(`count(DISTINCT ${x})`, [where]),
  min: edge("min"),
  max: edge("max"),
  median,
  stddev: call("stddev_samp", "::double precision"),
  first: atEdge(false),
  last: atEdge(true),
};

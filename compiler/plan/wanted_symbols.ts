/** Which symbols of a table can reach a result at all, so that a store that finds rows by them reads no others. */
import type { ColumnId, Expr } from "../ir/expr.ts";
import type { TableSource } from "./level.ts";

export type WantedSymbols = readonly string[] | "all";

/**
 * The entitled symbols that the SELECT's own conditions leave. Whatever is read besides is taken away by the statement
 * itself, so a condition that is not understood here costs time and nothing else.
 */
export function wantedSymbols(source: TableSource, where: readonly Expr[]): WantedSymbols {
  const { guard, table, columns, join } = source;
  if (guard.kind === "closed") return [];
  const entitled = guard.kind === "symbols" ? guard.symbols : "all";
  const id = [...columns].find(([, { column }]) => column.name === table.symbolColumn)?.[0];
  // Behind any other join fewer rows are other partners: an as-of join would find the next one the nearest.
  const isWhole = join === undefined || join.kind === "inner" || join.kind === "cross";
  if (id === undefined || !isWhole) return entitled;
  return where.reduce<WantedSymbols>((wanted, condition) => both(wanted, namedBy(condition, id)), entitled);
}

/** Those that both allow. */
function both(one: WantedSymbols, other: WantedSymbols): WantedSymbols {
  if (one === "all") return other;
  return other === "all" ? one : one.filter((symbol) => other.includes(symbol));
}

/** Those that either allows. */
export function either(one: WantedSymbols, other: WantedSymbols): WantedSymbols {
  return one === "all" || other === "all" ? "all" : [...new Set([...one, ...other])];
}

function namedBy(condition: Expr, id: ColumnId): WantedSymbols {
  if (condition.kind !== "call") return "all";
  const { op, args } = condition;
  if (op === "and") return args.map((arg) => namedBy(arg, id)).reduce(both, "all");
  if (op === "or") return args.map((arg) => namedBy(arg, id)).reduce(either, []);
  const isSymbol = args.some((arg) => arg.kind === "column" && arg.id === id);
  if (!isSymbol || op !== "eq" && op !== "in") return "all";
  for (const arg of args) {
    if (arg.kind === "param") return texts([arg.value]);
    if (arg.kind === "list") return texts(arg.values);
  }
  return "all";
}

const texts = (values: readonly unknown[]) => values.filter((value) => typeof value === "string");

/** Whether a workflow picks several symbols for a picture that has room for one. */
import type { ColumnId, Expr } from "../ir/expr.ts";
import { collectColumns } from "../ir/expressions.ts";
import type { Relation } from "../ir/relation.ts";

/**
 * The symbols that filters name, where rows of all of them reach the relation as they are; empty where one cannot tell,
 * and for less than two. A filter that names none says nothing: a dashboard's may pick one.
 */
export function severalSymbols(relation: Relation): readonly string[] {
  const predicates: Expr[] = [];
  let at = relation;
  while (at.op !== "scan") {
    if (at.op === "filter") predicates.push(...conjuncts(at.predicate));
    else if (at.op !== "sort" && at.op !== "extend") return [];
    at = at.input;
  }
  const { table, physical } = at;
  const symbol = physical.find(({ column }) => column.name === table.symbolColumn);
  if (symbol === undefined) return [];
  const about = predicates.filter((predicate) => collectColumns(predicate, new Set()).has(symbol.id));
  const named = about.map((predicate) => namedBy(predicate, symbol.id));
  const [first = []] = named;
  const shared = first.filter((name) => named.every((names) => names.includes(name)));
  const names = [...new Set(shared)].toSorted();
  return names.length > 1 ? names : [];
}

function conjuncts(predicate: Expr): readonly Expr[] {
  return predicate.kind === "call" && predicate.op === "and"
    ? predicate.args.flatMap(conjuncts)
    : [predicate];
}

/** The texts that a predicate compares the column with, as it is written; none for any other predicate. */
function namedBy(predicate: Expr, id: ColumnId): readonly string[] {
  if (predicate.kind !== "call") return [];
  const [column, compared] = predicate.args;
  if (column?.kind !== "column" || column.id !== id) return [];
  if (predicate.op === "in" && compared?.kind === "list") return compared.values.map(String);
  return [];
}

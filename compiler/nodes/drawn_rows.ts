/** Rows drawn at random, the same ones for the same seed. */
import { call, param, textOf, windowCall } from "../functions/mod.ts";
import { ascending, reference } from "../ir/columns.ts";
import type { Expr } from "../ir/expr.ts";
import type { Relation } from "../ir/relation.ts";
import { type BuildScope, passing } from "./define.ts";
import { stableOver } from "./settings.ts";

type Scope = Pick<BuildScope, "nodeId" | "nextId">;

/** The rows whose draw is smallest, shown in the order they came. */
export function sampleRows(
  input: Relation,
  count: number,
  seed: number,
  scope: Scope,
): Relation {
  const { rows, draw } = drawn(input, seed, scope);
  const by = [{ expr: draw, direction: "asc" as const, nulls: "last" as const }];
  return { ...passing(input, scope), op: "limit", input: rows, count, offset: 0, by };
}

/** A part of the rows, from above 0 to below 1: those whose draw lies below it. */
export function sampleShare(input: Relation, part: number, seed: number, scope: Scope): Relation {
  const threshold = Math.min(Math.ceil(part * 2 ** 32), 2 ** 32 - 1).toString(16).padStart(8, "0");
  const { rows, draw } = drawn(input, seed, scope);
  const predicate = call("lt", [draw, textParam(threshold)]);
  return { ...passing(input, scope), op: "filter", input: rows, predicate };
}

/**
 * A draw for every row: the hash of the seed, of what the row holds, and of its number among the rows that hold the
 * same. So it does not depend on where a row lies, and equal rows have draws of their own.
 */
function drawn(
  input: Relation,
  seed: number,
  scope: Scope,
): { readonly rows: Relation; readonly draw: Expr } {
  const content = call("row_hash", input.columns.map((column) => contentOf(reference(column))));
  // Texts that run into each other could hash alike, and no text and an empty one do: these are told apart by the order.
  const texts = input.columns.filter((column) => column.type.type === "string").map(ascending);
  const number = windowCall({
    op: "row_number",
    args: [],
    partitionBy: [content],
    orderBy: stableOver(input.order, texts),
  });
  const id = scope.nextId();
  const draw = call("row_hash", [textParam(String(seed)), content, textOf(number)]);
  return {
    rows: { ...passing(input, scope), op: "window", computed: [{ id, expr: draw }] },
    draw: { kind: "column", id, type: draw.type },
  };
}

function contentOf(value: Expr): Expr {
  return value.type.type === "string" ? call("coalesce", [value, textParam("")]) : textOf(value);
}

function textParam(value: string): Expr {
  return param(value, { type: "string", nullable: false });
}

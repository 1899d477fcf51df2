import { call, param, textOf, windowCall } from "../functions/mod.ts";
import { ascending, reference } from "../ir/columns.ts";
import type { Expr } from "../ir/expr.ts";
import type { Relation } from "../ir/relation.ts";
import { LIMITS } from "../schema/limits.ts";
import { text } from "../schema/untyped.ts";
import { type BuildScope, defineNode, passing } from "./define.ts";
import { stableOver } from "./settings.ts";

interface Config {
  readonly mode: "rows" | "percent";
  readonly size: number;
  readonly seed?: number;
}

export const sample = defineNode<Config>({
  description: {
    label: "Sample",
    category: "prepare",
    summary: "Draws rows at random, the same ones for the same seed.",
    icon: {
      path: "M3 3.5h.01M8 3.5h.01M13 3.5h.01M3 8h.01M8 8h2.5M13 8h.01M3 12.5h2.5M8 12.5h.01M13 12.5h.01",
      stroke: 1.8,
    },
    inputs: ["in"],
    fields: [
      {
        key: "mode",
        label: "Take",
        kind: "choice",
        options: [{ value: "rows", label: "a number of rows" }, { value: "percent", label: "a percentage" }],
      },
      { key: "size", label: "How many", kind: "number", min: 0, max: LIMITS.count },
      {
        key: "seed",
        label: "Seed",
        help: "Another number draws other rows.",
        kind: "number",
        integer: true,
        min: Number.MIN_SAFE_INTEGER,
        max: Number.MAX_SAFE_INTEGER,
        optional: true,
      },
    ],
    initial: { mode: "rows", size: 100 },
  },
  caption: (config) =>
    config.size === undefined ? "" : `${text(config.size)}${config.mode === "percent" ? " %" : " rows"}`,
  build(config, { in: input }, scope): Relation {
    const { mode, size, seed = 0 } = config;
    if (mode === "rows") {
      if (Number.isInteger(size)) return sampleRows(input, size, seed, scope);
      scope.problem({
        code: "invalid_setting",
        message: `Cannot take ${size} rows: not a whole number.`,
        field: "size",
      });
      return input;
    }
    if (size <= 0 || size > 100) {
      scope.problem({
        code: "invalid_setting",
        message: `Cannot take ${size} percent: a number above 0 and up to 100 is expected.`,
        field: "size",
      });
      return input;
    }
    if (size === 100) return { ...passing(input, scope), op: "extend", computed: [] };
    const threshold = Math.min(Math.ceil(size / 100 * 2 ** 32), 2 ** 32 - 1).toString(16).padStart(8, "0");
    const { rows, draw } = drawn(input, seed, scope);
    return {
      ...passing(input, scope),
      op: "filter",
      input: rows,
      predicate: call("lt", [draw, textParam(threshold)]),
    };
  },
});

/** The rows whose draw is smallest, shown in the order they came. */
export function sampleRows(
  input: Relation,
  count: number,
  seed: number,
  scope: Pick<BuildScope, "nodeId" | "nextId">,
): Relation {
  const { rows, draw } = drawn(input, seed, scope);
  const by = [{ expr: draw, direction: "asc" as const, nulls: "last" as const }];
  return { ...passing(input, scope), op: "limit", input: rows, count, offset: 0, by };
}

/**
 * A draw for every row: the hash of the seed, of what the row holds, and of its number among the rows that hold the
 * same. So it does not depend on where a row lies, and equal rows have draws of their own.
 */
function drawn(
  input: Relation,
  seed: number,
  scope: Pick<BuildScope, "nodeId" | "nextId">,
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

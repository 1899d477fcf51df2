import { call, param, textOf } from "../functions/mod.ts";
import { reference, totalOrder } from "../ir/columns.ts";
import type { Expr } from "../ir/expr.ts";
import type { Relation } from "../ir/relation.ts";
import { LIMITS } from "../schema/limits.ts";
import { text } from "../schema/untyped.ts";
import { type BuildScope, defineNode, passing } from "./define.ts";

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
    const below = param(threshold, { type: "string", nullable: false });
    return { ...passing(input, scope), op: "filter", predicate: call("lt", [rowHash(input, seed), below]) };
  },
});

/** The rows whose hash is smallest, shown in the order they came. */
export function sampleRows(
  input: Relation,
  count: number,
  seed: number,
  scope: Pick<BuildScope, "nodeId">,
): Relation {
  const byHash = [{ expr: rowHash(input, seed), direction: "asc" as const, nulls: "last" as const }];
  const by = totalOrder(byHash, input.columns);
  return { ...passing(input, scope), op: "limit", count, offset: 0, by };
}

function rowHash(input: Relation, seed: number): Expr {
  const texts = input.columns.map((column) => {
    const value = reference(column);
    return value.type.type === "string" ? call("coalesce", [value, EMPTY]) : textOf(value);
  });
  return call("row_hash", [param(String(seed), { type: "string", nullable: false }), ...texts]);
}

const EMPTY = param("", { type: "string", nullable: false });

import type { Relation } from "../ir/relation.ts";
import { LIMITS } from "../schema/limits.ts";
import { text } from "../schema/untyped.ts";
import { defineNode, passing } from "./define.ts";

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
      if (Number.isInteger(size)) return scope.lower?.sample(input, size, seed) ?? input;
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
    return scope.lower?.share(input, size / 100, seed) ?? input;
  },
});

import { totalOrder } from "../ir/columns.ts";
import { LIMITS } from "../schema/limits.ts";
import { text } from "../schema/untyped.ts";
import { defineNode, passing } from "./define.ts";

interface Config {
  readonly count: number;
  readonly offset?: number;
}

export const limit = defineNode<Config>({
  description: {
    label: "Limit",
    category: "prepare",
    summary: "Keeps the first rows.",
    icon: { path: "M2.5 3.5h11M2.5 7h11M4.5 11.5h7M8 9.5v4" },
    inputs: ["in"],
    fields: [
      { key: "count", label: "Rows", kind: "number", integer: true, min: 0, max: LIMITS.count },
      {
        key: "offset",
        label: "Skip",
        help: "Rows to leave out first.",
        kind: "number",
        integer: true,
        min: 0,
        max: LIMITS.count,
        optional: true,
      },
    ],
    initial: { count: 100 },
  },
  caption: (config) =>
    config.count === undefined
      ? ""
      : `first ${text(config.count)}${config.offset ? ` after ${text(config.offset)}` : ""}`,
  build(config, { in: input }, scope) {
    const by = scope.repeatable ? totalOrder(input.order, input.columns) : input.order;
    const offset = config.offset ?? 0;
    return { ...passing(input, scope), op: "limit", count: config.count, offset, by, order: by };
  },
});

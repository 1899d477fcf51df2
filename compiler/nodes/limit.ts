import { totalOrder } from "../ir/columns.ts";
import { LIMITS } from "../schema/limits.ts";
import { defineNode } from "./define.ts";

interface Config {
  readonly count: number;
  readonly offset?: number;
}

export const limit = defineNode<Config>({
  description: {
    type: "limit",
    label: "Limit",
    category: "prepare",
    summary: "Keeps the first rows.",
    inputs: ["in"],
    terminal: false,
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
  build(config, { in: input }, scope) {
    const by = scope.repeatable ? totalOrder(input.order, input.columns) : input.order;
    return {
      op: "limit",
      nodeId: scope.nodeId,
      input,
      count: config.count,
      offset: config.offset ?? 0,
      by,
      columns: input.columns,
      order: by,
    };
  },
});

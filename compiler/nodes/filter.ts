import { buildGroup } from "./conditions.ts";
import { defineNode } from "./define.ts";

export const filter = defineNode({
  description: {
    type: "filter",
    label: "Filter",
    category: "prepare",
    summary: "Keeps the rows that meet the conditions.",
    inputs: ["in"],
    terminal: false,
    fields: [{
      key: "",
      label: "Conditions",
      help: "Rows are kept when all (and) or any (or) of the conditions hold. Groups nest.",
      kind: "conditions",
    }],
    initial: { logic: "and", conditions: [] },
  },
  build(config, { in: input }, scope) {
    const predicate = buildGroup(config, input.columns, scope);
    if (predicate === undefined) return input;
    return {
      op: "filter",
      nodeId: scope.nodeId,
      input,
      predicate,
      columns: input.columns,
      order: input.order,
    };
  },
});

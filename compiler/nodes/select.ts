import { defineNode } from "./define.ts";
import { distinctColumns } from "./settings.ts";

interface Config {
  readonly columns: readonly string[];
}

export const select = defineNode<Config>({
  description: {
    type: "select",
    label: "Select",
    category: "prepare",
    summary: "Keeps the chosen columns, in the chosen order.",
    inputs: ["in"],
    terminal: false,
    fields: [{
      key: "columns",
      label: "Columns",
      help: "Drag to reorder.",
      kind: "columns",
      ordered: true,
      min: 1,
    }],
    initial: { columns: [] },
  },
  build(config, { in: input }, scope) {
    const columns = distinctColumns(config.columns, input, scope, "columns");
    return { op: "extend", nodeId: scope.nodeId, input, computed: [], columns, order: input.order };
  },
});

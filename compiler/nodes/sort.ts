import { defineNode } from "./define.ts";
import { sortKeyFields, sortKeys, type SortSetting, stableOver } from "./settings.ts";

interface Config {
  readonly keys: readonly SortSetting[];
}

export const sort = defineNode<Config>({
  description: {
    type: "sort",
    label: "Sort",
    category: "prepare",
    summary: "Orders the rows.",
    inputs: ["in"],
    terminal: false,
    fields: [{
      key: "keys",
      label: "Sort by",
      help: "The first key counts most; later ones decide ties.",
      kind: "list",
      itemLabel: "Sort key",
      item: sortKeyFields,
      min: 1,
    }],
    initial: { keys: [] },
  },
  build(config, { in: input }, scope) {
    const order = stableOver(sortKeys(config.keys, input), input.order);
    return { op: "sort", nodeId: scope.nodeId, input, columns: input.columns, order };
  },
});

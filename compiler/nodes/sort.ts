import { sortCaption } from "./captions.ts";
import { defineNode, passing } from "./define.ts";
import { sortKeyFields, sortKeys, type SortSetting, stableOver } from "./settings.ts";

interface Config {
  readonly keys: readonly SortSetting[];
}

export const sort = defineNode<Config>({
  description: {
    label: "Sort",
    category: "prepare",
    summary: "Orders the rows.",
    icon: { path: "M4.5 3v10M2 10.5 4.5 13 7 10.5M9 4h5M9 8h3.8M9 12h2.4" },
    inputs: ["in"],
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
  caption: (config) => sortCaption(config.keys),
  build(config, { in: input }, scope) {
    const order = stableOver(sortKeys(config.keys, input), input.order);
    return { ...passing(input, scope), op: "sort", order };
  },
});

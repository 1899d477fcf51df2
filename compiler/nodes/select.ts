import { texts } from "../schema/untyped.ts";
import { defineNode, passing } from "./define.ts";
import { distinctColumns } from "./settings.ts";

interface Config {
  readonly columns: readonly string[];
}

export const select = defineNode<Config>({
  description: {
    label: "Select",
    category: "prepare",
    summary: "Keeps the chosen columns, in the chosen order.",
    icon: { path: "M2.5 2.5h11v11h-11zM6.2 2.5v11M9.8 2.5v11" },
    inputs: ["in"],
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
  caption: (config) => texts(config.columns).join(", "),
  build(config, { in: input }, scope) {
    const columns = distinctColumns(config.columns, input, scope, "columns");
    return { ...passing(input, scope), op: "extend", computed: [], columns };
  },
});

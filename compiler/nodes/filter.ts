import { conditionsCaption, countConditions } from "./captions.ts";
import { buildGroup } from "./conditions.ts";
import { defineNode, passing } from "./define.ts";

export const filter = defineNode({
  description: {
    label: "Filter",
    category: "prepare",
    summary: "Keeps the rows that meet the conditions.",
    icon: { path: "M2 3h12L9.5 8.5V13l-3-1.5v-3L2 3Z" },
    inputs: ["in"],
    fields: [{
      key: "",
      label: "Conditions",
      help: "Rows are kept when all (and) or any (or) of the conditions hold. Groups nest.",
      kind: "conditions",
    }],
    initial: { logic: "and", conditions: [] },
  },
  caption: conditionsCaption,
  spokenCaption(config) {
    const count = countConditions(config);
    return count === 1 ? "1 condition" : `${count} conditions`;
  },
  build(config, { in: input }, scope) {
    const predicate = buildGroup(config, input.columns, scope);
    if (predicate === undefined) return input;
    return { ...passing(input, scope), op: "filter", predicate };
  },
});

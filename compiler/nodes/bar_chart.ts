import { defineNode } from "./define.ts";
import { colourField, type SeriesConfig, seriesRelation } from "./series.ts";
import { functionField } from "./settings.ts";

export const barChart = defineNode<SeriesConfig>({
  description: {
    type: "bar_chart",
    label: "Bar chart",
    category: "output",
    summary: "Compares amounts between categories.",
    inputs: ["in"],
    terminal: true,
    fields: [
      { key: "x", label: "Categories", kind: "column" },
      {
        key: "y",
        label: "Values",
        help: "One bar for each.",
        kind: "columns",
        ordered: true,
        min: 1,
      },
      colourField,
      functionField(false, {
        optional: true,
        help: "Combines rows of the same category. None takes rows as they are.",
      }),
      {
        key: "orientation",
        label: "Orientation",
        kind: "choice",
        options: [{ value: "vertical", label: "vertical" }, { value: "horizontal", label: "horizontal" }],
        optional: true,
      },
      { key: "stacked", label: "Stacked", kind: "toggle", optional: true },
    ],
    initial: { x: "", y: [] },
  },
  build(config, { in: input }, scope) {
    return seriesRelation(config, input, scope);
  },
});

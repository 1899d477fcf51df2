import type { Relation } from "../ir/relation.ts";
import { defineOutput } from "./define.ts";
import { colourField, seriesCaption, type SeriesConfig, seriesRelation } from "./series.ts";
import { functionField, NUMBERS, TIMES } from "./settings.ts";

export const barChart = defineOutput<SeriesConfig>({
  description: {
    label: "Bar chart",
    summary: "Compares amounts between categories.",
    icon: { path: "M2.5 13.5h11M4 11V8M7 11V4M10 11V6.5M13 11V3" },
    picture: "chart",
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
  caption: seriesCaption,
  build(config, { in: input }, scope) {
    const bars = seriesRelation(config, input, scope, scope.lower?.others);
    const [x] = bars.columns;
    const value = bars.columns[config.color ? 2 : 1];
    if (!scope.isTarget || scope.limit === undefined || x === undefined || value === undefined) return bars;
    // What has an order keeps it; a number or a time gives one.
    if (config.function === undefined && input.order.length > 0) return bars;
    if ([...NUMBERS, ...TIMES].includes(x.type.type)) scope.keeps("newest");
    else if (
      NUMBERS.includes(value.type.type) &&
      (config.function === undefined || scope.pixels === undefined || isUnfolded(bars, config))
    ) {
      return scope.lower?.largestFirst(bars, value) ?? bars;
    }
    return bars;
  },
});

/** Colours that are no names stay as many as they are, and so do the rows. */
function isUnfolded({ columns }: Relation, { color }: SeriesConfig): boolean {
  return Boolean(color) && columns[1]?.type.type !== "string";
}

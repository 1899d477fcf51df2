import { call } from "../functions/calls.ts";
import { ascending, reference } from "../ir/columns.ts";
import type { Relation } from "../ir/relation.ts";
import { defineOutput, passing } from "./define.ts";
import { colourField, seriesCaption, type SeriesConfig, seriesRelation } from "./series.ts";
import { functionField, stableOver } from "./settings.ts";

export const lineChart = defineOutput<SeriesConfig>({
  description: {
    label: "Line chart",
    summary: "Shows how values move over time.",
    icon: { path: "M2.5 2.5v11h11M4.5 10.5l3-3.5 2.3 2 3.7-5" },
    picture: "chart",
    fields: [
      { key: "x", label: "Axis", help: "Usually a time.", kind: "column" },
      { key: "y", label: "Values", help: "One line for each.", kind: "columns", ordered: true, min: 1 },
      colourField,
      functionField(false, {
        optional: true,
        help: "Combines rows of the same x. None takes rows as they are.",
      }),
      {
        key: "style",
        label: "Line",
        kind: "choice",
        options: [
          { value: "linear", label: "straight" },
          { value: "step", label: "steps" },
          { value: "smooth", label: "smooth" },
        ],
        optional: true,
      },
      { key: "area", label: "Fill below", kind: "toggle", optional: true },
    ],
    initial: { x: "", y: [] },
  },
  caption: seriesCaption,
  build(config, { in: input }, scope) {
    const x = input.columns.find((column) => column.name === config.x);
    if (x === undefined) return input;
    const predicate = call("is_not_null", [reference(x)]);
    const present: Relation = x.type.nullable ? { ...passing(input, scope), op: "filter", predicate } : input;
    const series = seriesRelation(config, present, scope);
    const [axis, ...others] = series.columns;
    if (axis === undefined) return series;
    const sorted: Relation = {
      ...passing(series, scope),
      op: "sort",
      order: stableOver([ascending(axis)], series.order),
    };
    const [colour] = config.color ? others : [];
    const values = colour === undefined ? others : others.slice(1);
    return scope.lower?.line({ rows: sorted, axis, values, ...(colour ? { colour } : {}) }) ?? sorted;
  },
});

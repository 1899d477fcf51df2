import { call } from "../functions/calls.ts";
import { ascending, reference } from "../ir/columns.ts";
import type { Relation } from "../ir/relation.ts";
import { defineNode } from "./define.ts";
import { reduceLine } from "./reduce.ts";
import { colourField, type SeriesConfig, seriesRelation } from "./series.ts";
import { functionField, stableOver } from "./settings.ts";

export const lineChart = defineNode<SeriesConfig>({
  description: {
    type: "line_chart",
    label: "Line chart",
    category: "output",
    summary: "Shows how values move over time.",
    inputs: ["in"],
    terminal: true,
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
  build(config, { in: input }, scope) {
    const x = input.columns.find((column) => column.name === config.x);
    if (x === undefined) return input;
    const predicate = call("is_not_null", [reference(x)]);
    const { columns, order } = input;
    const present: Relation = x.type.nullable
      ? { op: "filter", nodeId: scope.nodeId, input, predicate, columns, order }
      : input;
    const series = seriesRelation(config, present, scope);
    const [axis, ...others] = series.columns;
    if (axis === undefined) return series;
    const sorted: Relation = {
      op: "sort",
      nodeId: scope.nodeId,
      input: series,
      columns: series.columns,
      order: stableOver([ascending(axis)], series.order),
    };
    const [colour] = config.color ? others : [];
    const values = colour === undefined ? others : others.slice(1);
    return reduceLine({ rows: sorted, axis, values, ...(colour ? { colour } : {}) }, scope);
  },
});

import { defineNode } from "./define.ts";
import { sampleRows } from "./sample.ts";
import { chosen, colourField } from "./series.ts";
import { NUMBERS } from "./settings.ts";

interface Config {
  readonly x: string;
  readonly y: string;
  readonly size?: string;
  readonly color?: string;
}

const SETTINGS = ["x", "y", "size", "color"] as const;

/** Points for each pixel of width; more would only lie on top of each other. */
const POINTS_PER_PIXEL = 4;

export const scatterPlot = defineNode<Config>({
  description: {
    type: "scatter_plot",
    label: "Scatter plot",
    category: "output",
    summary: "Shows how two numbers go together.",
    inputs: ["in"],
    terminal: true,
    fields: [
      { key: "x", label: "Horizontal", kind: "column" },
      { key: "y", label: "Vertical", kind: "column", accepts: NUMBERS },
      { key: "size", label: "Size by", kind: "column", accepts: NUMBERS, optional: true },
      colourField,
      { key: "trend", label: "Trend line", kind: "toggle", optional: true },
    ],
    initial: { x: "", y: "" },
  },
  build(config, { in: input }, scope) {
    const settings = SETTINGS.flatMap((key) => {
      const name = config[key];
      return name === undefined ? [] : [[key, name] as const];
    });
    const columns = chosen(settings, input, scope);
    const points = {
      op: "extend" as const,
      nodeId: scope.nodeId,
      input,
      computed: [],
      columns,
      order: input.order,
    };
    if (!scope.isTarget || scope.pixels === undefined) return points;
    const rows = Math.max(1, Math.ceil(scope.pixels)) * POINTS_PER_PIXEL;
    scope.reduced({ method: "sample", pixels: Math.ceil(scope.pixels), rows });
    return sampleRows(points, rows, 0, scope);
  },
});

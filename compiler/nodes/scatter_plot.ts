import { text } from "../schema/untyped.ts";
import { defineOutput, passing } from "./define.ts";
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

export const scatterPlot = defineOutput<Config>({
  description: {
    label: "Scatter plot",
    summary: "Shows how two numbers go together.",
    icon: { path: "M2.5 2.5v11h11M6 10h.01M8 7h.01M10.5 8.5h.01M12 4.5h.01M6.5 5.5h.01", stroke: 1.8 },
    picture: "chart",
    fields: [
      { key: "x", label: "Horizontal", kind: "column" },
      { key: "y", label: "Vertical", kind: "column", accepts: NUMBERS },
      { key: "size", label: "Size by", kind: "column", accepts: NUMBERS, optional: true },
      colourField,
      { key: "trend", label: "Trend line", kind: "toggle", optional: true },
    ],
    initial: { x: "", y: "" },
  },
  caption: (config) => config.x ? `${text(config.y)} against ${text(config.x)}` : "",
  build(config, { in: input }, scope) {
    const settings = SETTINGS.flatMap((key) => {
      const name = config[key];
      return name === undefined ? [] : [[key, name] as const];
    });
    const columns = chosen(settings, input, scope);
    const points = { ...passing(input, scope), op: "extend" as const, computed: [], columns };
    if (!scope.isTarget || scope.pixels === undefined) return points;
    const rows = Math.max(1, Math.ceil(scope.pixels)) * POINTS_PER_PIXEL;
    scope.reduced({ method: "sample", pixels: Math.ceil(scope.pixels), rows });
    return sampleRows(points, rows, 0, scope);
  },
});

import { text } from "../schema/untyped.ts";
import { defineOutput, findColumn, passing } from "./define.ts";
import { chosen, colourField } from "./series.ts";
import { NUMBERS } from "./settings.ts";

interface Config {
  readonly x: string;
  readonly y: string;
  readonly size?: string;
  readonly color?: string;
  readonly trend?: boolean;
}

const SETTINGS = ["x", "y", "size", "color"] as const;

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
    const [x, y] = [config.x, config.y].map((name) => findColumn(points, name));
    return scope.lower?.points(points, config.trend && x && y ? { x, y } : undefined) ?? points;
  },
});

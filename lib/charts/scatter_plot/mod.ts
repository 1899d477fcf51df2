/** Points of two numbers, with area for a third, colour for a group and a least-squares line on request. */
import { plotChart } from "../plot_chart.ts";
import { layout } from "./layout.ts";
import { marks } from "./marks.ts";
import { readScatter } from "./points.ts";
import { hits, summary } from "./words.ts";

export const scatterPlot = plotChart({ leastColumns: 2, read: readScatter, layout, marks, hits, summary });

/** Lines over time, numbers or names. A null breaks the line: what was not measured is not drawn. */
import { plotChart } from "../plot_chart.ts";
import { readSeries } from "../shared/rows/series.ts";
import { layout } from "./layout.ts";
import { marks } from "./marks.ts";
import { hits, summary } from "./words.ts";

export const lineChart = plotChart({ leastColumns: 2, read: readSeries, layout, marks, hits, summary });

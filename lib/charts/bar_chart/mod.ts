/** Bars grow from zero, always: an axis that starts elsewhere would make small differences look large. */
import { plotChart } from "../plot_chart.ts";
import { readSeries } from "../shared/rows/series.ts";
import { layout } from "./layout.ts";
import { marks } from "./marks.ts";
import { hits, summary } from "./words.ts";

export const barChart = plotChart({ leastColumns: 2, read: readSeries, layout, marks, hits, summary });

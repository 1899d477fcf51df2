/** Bars grow from zero, always: an axis that starts elsewhere would make small differences look large. */
import { plotChart } from "../plot_chart.ts";
import { layout, read, warning } from "./layout.ts";
import { marks } from "./marks.ts";
import { hits, summary } from "./words.ts";

export const barChart = plotChart({ leastColumns: 2, read, warning, layout, marks, hits, summary });

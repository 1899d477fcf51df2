/** Chart types and their geometry. A new chart is its file and one line here; a new kind of picture also needs a component. */
import { barChart } from "./bar_chart.ts";
import { candlestick } from "./candlestick.ts";
import { kpiCard } from "./kpi_card.ts";
import { lineChart } from "./line_chart.ts";
import { pivotTable } from "./pivot_table.ts";
import { scatterPlot } from "./scatter_plot.ts";
import { tableView } from "./table_view.ts";
import type { ChartInput, Geometry, Picture } from "./types.ts";

export const charts: Readonly<Record<string, Geometry>> = {
  table_view: tableView,
  bar_chart: barChart,
  line_chart: lineChart,
  candlestick,
  scatter_plot: scatterPlot,
  kpi_card: kpiCard,
  pivot_table: pivotTable,
};

/** The picture of a result. A type without a geometry of its own (any node that is previewed) is shown as a grid. */
export function draw(chart: string, input: ChartInput): Picture {
  const geometry = Object.hasOwn(charts, chart) ? charts[chart]! : tableView;
  return geometry(input);
}

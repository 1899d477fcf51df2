/** Chart types and their geometry: a new chart is its folder and one line here. Without the line, types do not check. */
import { barChart } from "./bar_chart/mod.ts";
import { candlestick } from "./candlestick/mod.ts";
import { kpiCard } from "./kpi_card/mod.ts";
import { lineChart } from "./line_chart/mod.ts";
import { pivotTable } from "./pivot_table/mod.ts";
import { scatterPlot } from "./scatter_plot/mod.ts";
import { tableView } from "./table_view/mod.ts";
import type { ChartInput, ChartType, Geometry, Picture } from "./types.ts";

export const charts: Readonly<Record<ChartType, Geometry>> = {
  table_view: tableView,
  bar_chart: barChart,
  line_chart: lineChart,
  candlestick,
  scatter_plot: scatterPlot,
  kpi_card: kpiCard,
  pivot_table: pivotTable,
};

function isChart(type: string): type is ChartType {
  return Object.hasOwn(charts, type);
}

/** The picture of a result. A type without a geometry of its own (any node that is previewed) is shown as a grid. */
export function draw(type: string, input: ChartInput): Picture {
  const geometry = isChart(type) ? charts[type] : tableView;
  return geometry(input);
}

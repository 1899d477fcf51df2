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

/** The ones that follow the pointer: an island brings no others. */
const plots: Readonly<Record<string, Geometry>> = {
  bar_chart: barChart,
  line_chart: lineChart,
  candlestick,
  scatter_plot: scatterPlot,
};

/** The picture of a result. A type without a geometry of its own (any node that is previewed) is shown as a grid. */
export function draw(type: string, input: ChartInput): Picture {
  return drawnBy(charts, type, input);
}

/** As `draw`, of the charts that are drawn in an island. */
export function drawPlot(type: string, input: ChartInput): Picture {
  return drawnBy(plots, type, input);
}

function drawnBy(by: Readonly<Record<string, Geometry>>, type: string, input: ChartInput): Picture {
  const geometry = Object.hasOwn(by, type) ? by[type] : undefined;
  return (geometry ?? tableView)(input);
}

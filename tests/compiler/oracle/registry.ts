/** The meaning of each node type. */
import type { NodeType } from "@/compiler/schema/types.ts";
import { filter, formula, rename, select } from "./columns.ts";
import { fill } from "./fill.ts";
import { groupBy } from "./group_by.ts";
import { join } from "./join.ts";
import type { Meaning } from "./node.ts";
import { limit, sample, sort, unique } from "./order.ts";
import { pivot } from "./pivot.ts";
import { pivotTable } from "./pivot_table.ts";
import { dataSource } from "./source.ts";
import { barChart, candlestick, kpiCard, lineChart, scatterPlot, tableView } from "./terminals.ts";
import { union } from "./union.ts";
import { unpivot } from "./unpivot.ts";
import { window } from "./window.ts";

export const MEANINGS: Readonly<Record<NodeType, Meaning>> = {
  data_source: dataSource,
  filter,
  select,
  rename,
  sort,
  limit,
  sample,
  unique,
  group_by: groupBy,
  join,
  union,
  formula,
  window,
  pivot,
  unpivot,
  fill,
  table_view: tableView,
  bar_chart: barChart,
  line_chart: lineChart,
  candlestick,
  scatter_plot: scatterPlot,
  kpi_card: kpiCard,
  pivot_table: pivotTable,
};

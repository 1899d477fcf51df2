/** Every node type, in palette order. A new one is its file and a line here. */
import type { NodeDefinition } from "./define.ts";
import type { NodeDescription } from "./spec.ts";
import { barChart } from "./bar_chart.ts";
import { candlestick } from "./candlestick.ts";
import { dataSource } from "./data_source.ts";
import { filter } from "./filter.ts";
import { formula } from "./formula.ts";
import { groupBy } from "./group_by.ts";
import { kpiCard } from "./kpi_card.ts";
import { limit } from "./limit.ts";
import { join } from "./join.ts";
import { lineChart } from "./line_chart.ts";
import { pivot } from "./pivot.ts";
import { pivotTable } from "./pivot_table.ts";
import { rename } from "./rename.ts";
import { sample } from "./sample.ts";
import { scatterPlot } from "./scatter_plot.ts";
import { select } from "./select.ts";
import { sort } from "./sort.ts";
import { tableView } from "./table_view.ts";
import { union } from "./union.ts";
import { unique } from "./unique.ts";
import { window } from "./window.ts";

const DEFINITIONS: readonly NodeDefinition[] = [
  dataSource,
  filter,
  select,
  rename,
  sort,
  limit,
  sample,
  unique,
  formula,
  window,
  join,
  union,
  groupBy,
  pivot,
  tableView,
  barChart,
  lineChart,
  candlestick,
  scatterPlot,
  kpiCard,
  pivotTable,
];

const BY_TYPE: ReadonlyMap<string, NodeDefinition> = new Map(
  DEFINITIONS.map((definition) => [definition.description.type, definition]),
);

export const nodeTypes: readonly NodeDescription[] = DEFINITIONS.map((definition) => definition.description);

export function findNode(type: string): NodeDefinition | undefined {
  return BY_TYPE.get(type);
}

/** What a node type says of itself; undefined for an unknown one. */
export function nodeDescription(type: string): NodeDescription | undefined {
  return BY_TYPE.get(type)?.description;
}

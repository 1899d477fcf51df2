/** A few telling cases of the corpus for each node type. */
import { NODE_TYPES, type NodeType } from "@/compiler/mod.ts";
import { CASES } from "../cases/all.ts";
import type { Case } from "../cases/case.ts";

const NAMES: Readonly<Record<NodeType, readonly string[]>> = {
  data_source: [
    "entitlements restrict every scan",
    "dashboard filters reach a scan that leaves the column out, before its limit",
    "locked filters restrict every scan, beside what the reader asks",
    "a range is about the event time of each table, and of no other column",
    "a source names the column that a range is about, in the place of the catalogue",
    "a range leaves a source of current state alone, and reaches the events beside it",
  ],
  filter: [
    "filter a nested group",
    "filter in ignoring case",
    "filter last_n days",
    "filter matches",
    "filter two columns",
  ],
  select: [
    "select chooses and orders columns",
    "select reads a text as a date, as its format says",
    "select reads texts as numbers; a filter behind it compares them as such",
  ],
  rename: ["rename exchanges two names"],
  sort: ["sort puts nulls last in both directions and is stable over an earlier sort", "sort nulls first"],
  limit: ["limits compose", "a filter after a limit sees only its rows, and the order stays"],
  sample: ["sample by rows takes that many and keeps the order"],
  unique: ["unique rows", "unique keeps the largest, ties by the remaining columns"],
  group_by: [
    "group_by: every aggregate",
    "group_by: buckets keep the type; weeks start on Monday",
    "group_by of group_by",
    "group_by: formulas over aggregates and keys stand where they were listed",
    "group_by: percentiles, weighted averages, variances",
    "group_by: first and last pass over rows without a value when asked to",
    "group_by: conditional aggregates, percentiles and weights in formulas",
  ],
  join: [
    "left join empties what has no partner",
    "full join empties either side",
    "semi join keeps left rows once",
    "asof join: forward, within a tolerance",
  ],
  union: ["union by name: a missing side is null, int64 meets decimal", "union of unions"],
  formula: ["a formula adds and replaces", "TODATE groups by what a text says"],
  window: [
    "a range shows a part of a running total",
    "window: lag, running sum and rank",
    "a filter on a window, and on its partition",
    "window: ranks from 0 to 1, buckets and shares",
    "window: empty values are skipped within each partition, in either order",
    "time frames: over dates, and rows without a date see each other alone",
    "time frames: first and last value, empty ones skipped, and in each partition",
  ],
  pivot: ["pivot: count of a missing cell is 0; without rows one row"],
  unpivot: [
    "unpivot: a row for each listed column, in the order of the rows and then of the list",
    "unpivot: whole numbers beside decimals, and a name that is free again",
  ],
  fill: [
    "fill: between the first and last step of each partition",
    "fill: from and to, both rounded inward; rows outside stay",
  ],
  table_view: ["table_view sorts by a hidden column"],
  bar_chart: ["bar_chart aggregates per x and colour"],
  line_chart: ["line_chart orders by x and leaves null x out"],
  candlestick: ["candlestick"],
  scatter_plot: ["scatter_plot"],
  kpi_card: [
    "kpi_card compares with the period before",
    "kpi: a limit chooses among the rows of either period",
    "kpi: no period before is no count of nothing",
  ],
  pivot_table: ["pivot_table with totals from the rows themselves"],
};

export const EXAMPLES: readonly { readonly type: NodeType; readonly cases: readonly Case[] }[] = NODE_TYPES
  .map(
    (type) => ({ type, cases: NAMES[type].map(named) }),
  );

function named(name: string): Case {
  const found = CASES.find((each) => each.name === name);
  if (found === undefined) throw new Error(`no case is called ${name}`);
  return found;
}

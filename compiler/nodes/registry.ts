/** Every node type by its name, in palette order. A new one is its file and a line here. */
import type { Untyped } from "../schema/untyped.ts";
import type { NodeDefinition, OutputDefinition } from "./define.ts";
import type { OutputDescription, PictureKind, StepDescription } from "./spec.ts";
import { barChart } from "./bar_chart.ts";
import { candlestick } from "./candlestick.ts";
import { dataSource } from "./data_source.ts";
import { fill } from "./fill.ts";
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
import { unpivot } from "./unpivot.ts";
import { window } from "./window.ts";

const REGISTRY = {
  data_source: dataSource,
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
  group_by: groupBy,
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
} as const satisfies Readonly<Record<string, NodeDefinition>>;

type Registry = typeof REGISTRY;

export type NodeType = keyof Registry;

/** The node types that end a workflow. */
export type OutputType = {
  [Type in NodeType]: Registry[Type] extends OutputDefinition ? Type : never;
}[NodeType];

export type NodeDescription = (StepDescription | OutputDescription) & { readonly type: NodeType };

export const NODE_TYPES = Object.keys(REGISTRY) as readonly NodeType[];

const BY_TYPE: ReadonlyMap<string, NodeDefinition> = new Map(Object.entries(REGISTRY));

export const nodeTypes: readonly NodeDescription[] = NODE_TYPES.map((type) => ({
  ...REGISTRY[type].description,
  type,
}));

/** What the node types say of themselves, by type. */
export const nodeDescriptions: ReadonlyMap<string, NodeDescription> = new Map(
  nodeTypes.map((description) => [description.type, description]),
);

export function findNode(type: string): NodeDefinition | undefined {
  return BY_TYPE.get(type);
}

/** What a node type says of itself; undefined for an unknown one. */
export function nodeDescription(type: string): NodeDescription | undefined {
  return nodeDescriptions.get(type);
}

/** What the picture of an output is made of; undefined for any other node. */
export function pictureOf(type: string | undefined): PictureKind | undefined {
  const description = type === undefined ? undefined : nodeDescription(type);
  return description?.terminal ? description.picture : undefined;
}

const LONGEST_CAPTION = 160;

/** A node's settings in a few words, for the line under its name; empty while there is nothing to say. */
export function nodeCaption(type: string, config: Untyped): string {
  return (findNode(type)?.caption(config) ?? "").slice(0, LONGEST_CAPTION);
}

/** The same for a screen reader. */
export function spokenCaption(type: string, config: Untyped): string {
  return findNode(type)?.spokenCaption?.(config) ?? nodeCaption(type, config);
}

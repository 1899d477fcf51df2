/** What a widget draws is its node's business: read from the workflow, never stored with the widget. */
import type { WidgetRecord } from "@/lib/stores/metadata/types.ts";
import type { Repositories } from "@/lib/stores/mod.ts";
import type { Graph } from "@/compiler/schema/types.ts";
import type { Widget } from "./types.ts";

/** The current graphs of the widgets' workflows; a deleted one is missing. */
export async function graphsOf(
  { workflows }: Repositories,
  widgets: readonly Pick<WidgetRecord, "workflow_id">[],
): Promise<ReadonlyMap<string, Graph>> {
  const ids = [...new Set(widgets.map(({ workflow_id }) => workflow_id))];
  const found = await Promise.all(ids.map((id) => workflows.get(id)));
  return new Map(found.filter((workflow) => workflow !== null).map(({ id, graph }) => [id, graph]));
}

export async function withCharts(
  repositories: Repositories,
  widgets: readonly WidgetRecord[],
): Promise<readonly Widget[]> {
  const graphs = await graphsOf(repositories, widgets);
  return widgets.map((widget) => {
    const node = graphs.get(widget.workflow_id)?.nodes.find(({ id }) => id === widget.node_id);
    return node === undefined ? widget : { ...widget, chart: node.type };
  });
}

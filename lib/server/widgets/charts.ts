/** What a widget draws is its node's business: read from the workflow, never stored with the widget. */
import type { Repositories } from "@/lib/server/metadata/repositories.ts";
import type { Workflow } from "@/lib/server/workflows/schema.ts";
import type { Widget, WidgetRecord } from "./schema.ts";
import { widgetTitle } from "./title.ts";

type Sources = ReadonlyMap<string, Workflow>;

/** Widgets with what they draw and what their tile is called, both known without a query. */
export async function withCharts(
  repositories: Repositories,
  widgets: readonly WidgetRecord[],
): Promise<readonly Widget[]> {
  const sources = await sourcesOf(repositories, widgets);
  return widgets.map((widget) => {
    const source = sources.get(widget.workflow_id);
    const node = source?.graph.nodes.find(({ id }) => id === widget.node_id);
    const title = source ? widgetTitle(widget, node, source.name) : widget.overrides.title;
    return { ...widget, ...(node && { chart: node.type }), ...(title && { title }) };
  });
}

/** The widgets' workflows as they are now; a deleted one is missing. */
export async function sourcesOf(
  { workflows }: Repositories,
  widgets: readonly Pick<WidgetRecord, "workflow_id">[],
): Promise<Sources> {
  const ids = [...new Set(widgets.map(({ workflow_id }) => workflow_id))];
  const found = await Promise.all(ids.map((id) => workflows.get(id)));
  return new Map(found.filter((workflow) => workflow !== null).map((workflow) => [workflow.id, workflow]));
}

/** Widgets: pointers from a dashboard to a workflow's output node. */
import { FlowForgeError, notFound } from "@/lib/errors.ts";
import { nodeDescription } from "@/compiler/mod.ts";
import type { Repositories } from "@/lib/stores/mod.ts";
import type { Recorder } from "./audit.ts";
import { authorize, enter, type ServiceContext } from "./context.ts";
import * as inputs from "./inputs.ts";
import type { Layout, Services, WidgetInput } from "./types.ts";
import { withCharts } from "./widget_charts.ts";
import type { WidgetReader } from "./widget_reader.ts";

const MOST_WIDGETS = 200;
const NEW_SIZE = { w: 6, h: 4 } as const;

export function createWidgets(
  context: ServiceContext,
  record: Recorder,
  reader: WidgetReader,
): Services["widgets"] {
  return {
    async list(who, query) {
      const repositories = enter(context, who, "dashboard:read");
      const page = await repositories.widgets.list(query);
      return { ...page, items: await withCharts(repositories, page.items) };
    },

    async get(who, id) {
      const repositories = enter(context, who, "dashboard:read");
      const widget = await repositories.widgets.get(id);
      if (widget === null) throw notFound("widget", id);
      const [complete] = await withCharts(repositories, [widget]);
      return complete!;
    },

    async create(who, given, request) {
      const repositories = enter(context, who, "dashboard:write");
      const input = inputs.checked(inputs.widget, given);
      await requireOutput(repositories, input);
      const layout = input.layout ?? await spotBelow(repositories, input.dashboard_id);
      const { dashboard_id, workflow_id, node_id, overrides = {} } = input;
      const widget = await repositories.widgets.create({
        dashboard_id,
        workflow_id,
        node_id,
        layout,
        overrides,
      });
      const [complete] = await withCharts(repositories, [widget]);
      const detail = { title: complete!.title, dashboard_id, workflow_id, node_id };
      await record(who, request, { action: "pinned", resource: "widget", id: widget.id, detail });
      return complete!;
    },

    async update(who, id, patch, request) {
      const repositories = enter(context, who, "dashboard:write");
      const widget = await repositories.widgets.update(id, inputs.checked(inputs.widgetPatch, patch));
      if (widget === null) throw notFound("widget", id);
      const [complete] = await withCharts(repositories, [widget]);
      const detail = { title: complete!.title };
      await record(who, request, { action: "changed", resource: "widget", id, detail });
      return complete!;
    },

    async remove(who, id, request) {
      const { widgets } = enter(context, who, "dashboard:write");
      if (!await widgets.remove(id)) throw notFound("widget", id);
      await record(who, request, { action: "removed", resource: "widget", id });
    },

    async body(who, id, options) {
      authorize(who, "dashboard:read");
      return await reader.body(who.tenantId, id, options);
    },

    async tile(who, id, options) {
      authorize(who, "dashboard:read");
      return await reader.tile(who.tenantId, id, options);
    },
  };
}

async function requireOutput(
  { workflows }: Repositories,
  { workflow_id, node_id }: WidgetInput,
): Promise<void> {
  const workflow = await workflows.get(workflow_id);
  if (workflow === null) throw notFound("workflow", workflow_id);
  const node = workflow.graph.nodes.find(({ id }) => id === node_id);
  const reason = node === undefined
    ? `the workflow has no node "${node_id.slice(0, 64)}"`
    : nodeDescription(node.type)?.terminal
    ? null
    : `"${node.type}" is not an output node`;
  if (reason === null) return;
  throw new FlowForgeError("invalid_input", `Cannot pin this node: ${reason}.`, {
    problems: [{
      code: "not_an_output",
      message: `Cannot pin this node: ${reason}.`,
      field: "node_id",
      hint: "Connect a table or a chart to it and pin that.",
    }],
  });
}

async function spotBelow({ dashboards }: Repositories, dashboardId: string): Promise<Layout> {
  const dashboard = await dashboards.get(dashboardId);
  if (dashboard === null) throw notFound("dashboard", dashboardId);
  if (dashboard.widgets.length >= MOST_WIDGETS) {
    throw new FlowForgeError("too_large", `Cannot add a widget: the dashboard already has ${MOST_WIDGETS}.`);
  }
  const y = Math.max(0, ...dashboard.widgets.map(({ layout }) => layout.y + layout.h));
  return { x: 0, y, ...NEW_SIZE };
}

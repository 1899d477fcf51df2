/** Widgets: pointers from a dashboard to a workflow's output node. */
import { FlowForgeError, notFound } from "@/lib/server/errors.ts";
import { nodeDescription } from "@/compiler/mod.ts";
import type { WidgetRecord } from "@/lib/server/metadata/types.ts";
import type { Repositories } from "@/lib/server/stores/mod.ts";
import { type AuditEvent, enterToChange } from "@/lib/server/audit/service.ts";
import { authorize, enter, type ServiceContext } from "@/lib/server/context.ts";
import * as inputs from "@/lib/server/inputs.ts";
import type { Layout, Services, Widget, WidgetInput } from "@/lib/server/types.ts";
import { withCharts } from "./charts.ts";
import type { WidgetReader } from "./reader.ts";

const MOST_WIDGETS = 200;
const NEW_SIZE = { w: 6, h: 4 } as const;

export function createWidgets(
  context: ServiceContext,
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
      return await complete(repositories, widget);
    },

    async create(who, given, request) {
      const change = enterToChange(context, who, "dashboard:write", request);
      const input = inputs.checked(inputs.widget, given);
      return await change(async (repositories) => {
        await requireOutput(repositories, input);
        const layout = input.layout ?? await spotBelow(repositories, input.dashboard_id);
        const { dashboard_id, workflow_id, node_id, overrides = {} } = input;
        const pinned = { dashboard_id, workflow_id, node_id };
        const answer = await complete(
          repositories,
          await repositories.widgets.create({ ...pinned, layout, overrides }),
        );
        return { answer, event: eventOf("pinned", answer, pinned) };
      });
    },

    async update(who, id, given, request) {
      const change = enterToChange(context, who, "dashboard:write", request);
      const patch = inputs.checked(inputs.widgetPatch, given);
      return await change(async (repositories) => {
        const widget = await repositories.widgets.update(id, patch);
        if (widget === null) throw notFound("widget", id);
        const answer = await complete(repositories, widget);
        return { answer, event: eventOf("changed", answer) };
      });
    },

    async remove(who, id, request) {
      const change = enterToChange(context, who, "dashboard:write", request);
      await change(async (repositories) => {
        const widget = await repositories.widgets.get(id);
        if (widget === null) throw notFound("widget", id);
        const known = await complete(repositories, widget);
        if (!await repositories.widgets.remove(id)) throw notFound("widget", id);
        return { answer: undefined, event: eventOf("removed", known) };
      });
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

async function complete(repositories: Repositories, widget: WidgetRecord): Promise<Widget> {
  const [known] = await withCharts(repositories, [widget]);
  return known!;
}

function eventOf(action: string, { id, title }: Widget, more: AuditEvent["detail"] = {}): AuditEvent {
  return { action, resource: "widget", id, detail: { title, ...more } };
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

/** Widgets: pointers from a dashboard to a workflow's output node. */
import { nodeDescription } from "@/compiler/mod.ts";
import { type AuditEvent, enterToChange } from "@/lib/server/audit/service.ts";
import { authorize, enter, type ServiceContext } from "@/lib/server/context.ts";
import { FlowForgeError, notFound } from "@/lib/server/errors.ts";
import type { Identity, RequestContext } from "@/lib/server/identity.ts";
import type { Repositories } from "@/lib/server/metadata/repositories.ts";
import type { Page } from "@/lib/server/paging.ts";
import type { WidgetBody } from "./body.ts";
import { withCharts } from "./charts.ts";
import type { WidgetQuery, WidgetReader } from "./reader.ts";
import type {
  Widget,
  WidgetData,
  WidgetFailure,
  WidgetInput,
  WidgetListQuery,
  WidgetPatch,
  WidgetRecord,
} from "./schema.ts";

export function createWidgets(context: ServiceContext, reader: WidgetReader) {
  return {
    async list(who: Identity, query: WidgetListQuery): Promise<Page<Widget>> {
      const repositories = enter(context, who, "dashboard:read");
      const page = await repositories.widgets.list(query);
      return { ...page, items: await withCharts(repositories, page.items) };
    },

    async get(who: Identity, id: string): Promise<Widget> {
      const repositories = enter(context, who, "dashboard:read");
      return await complete(repositories, found(id, await repositories.widgets.get(id)));
    },

    /** Pins an output node. Without a layout the widget goes below the others, from a taken place to a free one. */
    async create(who: Identity, input: WidgetInput, request: RequestContext): Promise<Widget> {
      const change = enterToChange(context, who, "dashboard:write", request);
      return await change(async (repositories) => {
        await requireOutput(repositories, input);
        const result = await complete(repositories, await repositories.widgets.create(input));
        const { dashboard_id, workflow_id, node_id } = result;
        return { result, event: eventOf("pinned", result, { dashboard_id, workflow_id, node_id }) };
      });
    },

    async update(who: Identity, id: string, patch: WidgetPatch, request: RequestContext): Promise<Widget> {
      const change = enterToChange(context, who, "dashboard:write", request);
      return await change(async (repositories) => {
        const widget = found(id, await repositories.widgets.update(id, patch));
        const result = await complete(repositories, widget);
        return { result, event: eventOf("changed", result) };
      });
    },

    async remove(who: Identity, id: string, request: RequestContext): Promise<void> {
      const change = enterToChange(context, who, "dashboard:write", request);
      await change(async (repositories) => {
        const known = await complete(repositories, found(id, await repositories.widgets.get(id)));
        if (!await repositories.widgets.remove(id)) throw notFound("widget", id);
        return { result: undefined, event: eventOf("removed", known) };
      });
    },

    /** Compiles the widget's node afresh and runs it under the caller's entitlements. */
    async body(who: Identity, id: string, query: WidgetQuery): Promise<WidgetBody> {
      authorize(who, "dashboard:read");
      return await reader.body(who.tenantId, id, { ...query, userId: who.userId });
    },

    /** The same for drawing; a failure is a result too, since pages draw several tiles. */
    async tile(who: Identity, id: string, query: WidgetQuery): Promise<WidgetData | WidgetFailure> {
      authorize(who, "dashboard:read");
      return await reader.tile(who.tenantId, id, { ...query, userId: who.userId });
    },
  };
}

async function complete(repositories: Repositories, widget: WidgetRecord): Promise<Widget> {
  const [known] = await withCharts(repositories, [widget]);
  return known!;
}

function found(id: string, widget: WidgetRecord | null): WidgetRecord {
  if (widget === null) throw notFound("widget", id);
  return widget;
}

function eventOf(action: string, { id, title }: Widget, more: AuditEvent["detail"] = {}): AuditEvent {
  return { action, resource: "widget", resource_id: id, detail: { title, ...more } };
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

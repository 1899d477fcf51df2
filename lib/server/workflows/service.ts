/** Workflows: drafts may have unfinished settings, but never an unsound structure. */
import type { Graph } from "@/compiler/schema/types.ts";
import { FlowForgeError, notFound } from "@/lib/server/errors.ts";
import type { SaveResult, WorkflowRecord } from "@/lib/server/metadata/types.ts";
import { type AuditEvent, enterToChange } from "@/lib/server/audit/service.ts";
import { enter, type ServiceContext } from "@/lib/server/context.ts";
import { soundGraph } from "@/lib/server/query/graphs.ts";
import * as inputs from "@/lib/server/inputs.ts";
import type { Services } from "@/lib/server/types.ts";

export function createWorkflows(context: ServiceContext): Services["workflows"] {
  return {
    list: (who, query) => enter(context, who, "workflow:read").workflows.list(query),

    async get(who, id) {
      return found(id, await enter(context, who, "workflow:read").workflows.get(id));
    },

    async create(who, given, request) {
      const change = enterToChange(context, who, "workflow:write", request);
      const { name, description = "", graph: drawn } = inputs.checked(inputs.workflow, given);
      const graph = sound(drawn);
      return await change(async ({ workflows }) => {
        const answer = await workflows.create({ name, description, graph, actor: who.email });
        return { answer, event: eventOf("created", answer) };
      });
    },

    async update(who, id, given, request) {
      const change = enterToChange(context, who, "workflow:write", request);
      const { version, name, description, graph } = inputs.checked(inputs.workflowPatch, given);
      const patch = { version, name, description, graph: graph && sound(graph), actor: who.email };
      return await change(async ({ workflows }) => {
        const answer = saved(id, version, await workflows.update(id, patch));
        return { answer, event: eventOf("changed", answer, { version: answer.version }) };
      });
    },

    async duplicate(who, id, request) {
      const change = enterToChange(context, who, "workflow:write", request);
      return await change(async ({ workflows }) => {
        const { name, description, graph } = found(id, await workflows.get(id));
        const copy = { name: `${name.slice(0, 190)} (copy)`, description, graph, actor: who.email };
        const answer = await workflows.create(copy);
        return { answer, event: eventOf("created", answer, { from: id }) };
      });
    },

    async remove(who, id, request) {
      const change = enterToChange(context, who, "workflow:write", request);
      await change(async ({ workflows }) => {
        const workflow = found(id, await workflows.get(id));
        if (!await workflows.remove(id)) throw notFound("workflow", id);
        return { answer: undefined, event: eventOf("removed", workflow) };
      });
    },
  };
}

function eventOf(
  action: string,
  { id, name }: Pick<WorkflowRecord, "id" | "name">,
  more: AuditEvent["detail"] = {},
): AuditEvent {
  return { action, resource: "workflow", id, detail: { name, ...more } };
}

function saved(id: string, version: number, result: SaveResult): WorkflowRecord {
  if (result.outcome === "not_found") throw notFound("workflow", id);
  if (result.outcome === "saved") return result.workflow;
  throw new FlowForgeError(
    "version_conflict",
    `Cannot save: version ${result.current} was saved after version ${version}, which this edit began with.`,
  );
}

/** Returns the graph as it was given: unknown fields belong to whoever wrote them. */
function sound(graph: Graph): Graph {
  soundGraph(graph);
  return graph;
}

function found<T>(id: string, record: T | null): T {
  if (record === null) throw notFound("workflow", id);
  return record;
}

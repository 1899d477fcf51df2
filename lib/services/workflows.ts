/** Workflows: drafts may have unfinished settings, but never an unsound structure. */
import type { Graph } from "@/compiler/schema/types.ts";
import { FlowForgeError, notFound } from "@/lib/errors.ts";
import type { Recorder } from "./audit.ts";
import { enter, type ServiceContext } from "./context.ts";
import { soundGraph } from "./graphs.ts";
import * as inputs from "./inputs.ts";
import type { Services } from "./types.ts";

export function createWorkflows(context: ServiceContext, record: Recorder): Services["workflows"] {
  return {
    list: (who, query) => enter(context, who, "workflow:read").workflows.list(query),

    async get(who, id) {
      return found(id, await enter(context, who, "workflow:read").workflows.get(id));
    },

    async create(who, input, request) {
      const { workflows } = enter(context, who, "workflow:write");
      const { name, description = "", graph } = inputs.checked(inputs.workflow, input);
      const workflow = await workflows.create({ name, description, graph: sound(graph), actor: who.email });
      await record(who, request, {
        action: "created",
        resource: "workflow",
        id: workflow.id,
        detail: { name },
      });
      return workflow;
    },

    async update(who, id, patch, request) {
      const { workflows } = enter(context, who, "workflow:write");
      const { version, name, description, graph } = inputs.checked(inputs.workflowPatch, patch);
      const change = { version, name, description, graph: graph && sound(graph), actor: who.email };
      const result = await workflows.update(id, change);
      if (result.outcome === "not_found") throw notFound("workflow", id);
      if (result.outcome === "conflict") {
        throw new FlowForgeError(
          "version_conflict",
          `Cannot save: version ${result.current} was saved after version ${version}, which this edit began with.`,
        );
      }
      const { workflow } = result;
      const detail = { name: workflow.name, version: workflow.version };
      await record(who, request, { action: "changed", resource: "workflow", id, detail });
      return workflow;
    },

    async duplicate(who, id, request) {
      const { workflows } = enter(context, who, "workflow:write");
      const { name, description, graph } = found(id, await workflows.get(id));
      const copy = await workflows.create({
        name: `${name.slice(0, 190)} (copy)`,
        description,
        graph,
        actor: who.email,
      });
      const detail = { name: copy.name, from: id };
      await record(who, request, { action: "created", resource: "workflow", id: copy.id, detail });
      return copy;
    },

    async remove(who, id, request) {
      const { workflows } = enter(context, who, "workflow:write");
      if (!await workflows.remove(id)) throw notFound("workflow", id);
      await record(who, request, { action: "removed", resource: "workflow", id });
    },
  };
}

/** Answers the graph as it was given: unknown fields belong to whoever wrote them. */
function sound(graph: Graph): Graph {
  soundGraph(graph);
  return graph;
}

function found<T>(id: string, record: T | null): T {
  if (record === null) throw notFound("workflow", id);
  return record;
}

/** Workflows: drafts may have unfinished settings, but never an unsound structure. */
import { readGraph } from "@/compiler/mod.ts";
import type { Graph } from "@/compiler/schema/types.ts";
import { type AuditEvent, enterToChange } from "@/lib/server/audit/service.ts";
import { enter, type ServiceContext } from "@/lib/server/context.ts";
import { FlowForgeError, notFound } from "@/lib/server/errors.ts";
import type { Identity, RequestContext } from "@/lib/server/identity.ts";
import type { ListQuery, Page } from "@/lib/server/paging.ts";
import { soundGraph } from "@/lib/server/query/graphs.ts";
import { copyWorkflow } from "./copy.ts";
import type { SaveResult } from "./repository.ts";
import type { Workflow, WorkflowInput, WorkflowPatch, WorkflowSummary } from "./schema.ts";

export function createWorkflows(context: ServiceContext) {
  return {
    list: async (who: Identity, query: ListQuery): Promise<Page<WorkflowSummary>> =>
      await enter(context, who, "workflow:read").workflows.list(query),

    async get(who: Identity, id: string): Promise<Workflow> {
      return found(id, await enter(context, who, "workflow:read").workflows.get(id));
    },

    async create(who: Identity, input: WorkflowInput, request: RequestContext): Promise<Workflow> {
      const change = enterToChange(context, who, "workflow:write", request);
      requireSound(input.graph);
      return await change(async ({ workflows }) => {
        const result = await workflows.create(input, who.email);
        return { result, event: eventOf("created", result) };
      });
    },

    /** Saves and appends a version; `version_conflict` when another save came first. */
    async update(
      who: Identity,
      id: string,
      patch: WorkflowPatch,
      request: RequestContext,
    ): Promise<Workflow> {
      const change = enterToChange(context, who, "workflow:write", request);
      if (patch.graph !== undefined) requireSound(patch.graph);
      return await change(async ({ workflows }) => {
        const outcome = await workflows.update(id, patch, who.email);
        const result = saved(id, patch.version, outcome);
        return { result, event: eventOf("changed", result, { version: result.version }) };
      });
    },

    async duplicate(who: Identity, id: string, request: RequestContext): Promise<Workflow> {
      const change = enterToChange(context, who, "workflow:write", request);
      return await change(async (repositories) =>
        await copyWorkflow(repositories, found(id, await repositories.workflows.get(id)), who.email)
      );
    },

    async remove(who: Identity, id: string, request: RequestContext): Promise<void> {
      const change = enterToChange(context, who, "workflow:write", request);
      await change(async ({ workflows }) => {
        const workflow = found(id, await workflows.get(id));
        if (!await workflows.remove(id)) throw notFound("workflow", id);
        return { result: undefined, event: eventOf("removed", workflow) };
      });
    },
  };
}

function eventOf(
  action: string,
  { id: resource_id, name }: Pick<Workflow, "id" | "name">,
  more: AuditEvent["detail"] = {},
): AuditEvent {
  return { action, resource: "workflow", resource_id, detail: { name, ...more } };
}

function saved(id: string, version: number, result: SaveResult): Workflow {
  if (result.outcome === "not_found") throw notFound("workflow", id);
  if (result.outcome === "saved") return result.workflow;
  throw new FlowForgeError(
    "version_conflict",
    `Cannot save: version ${result.current} was saved after version ${version}, which this edit began with.`,
  );
}

/** The graph is saved as it was given, not as it was read: unknown fields belong to whoever wrote them. */
function requireSound(graph: Graph): void {
  soundGraph(readGraph(graph));
}

function found<T>(id: string, record: T | null): T {
  if (record === null) throw notFound("workflow", id);
  return record;
}

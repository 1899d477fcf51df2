import { z } from "zod";
import { time, type Unmarked } from "@/lib/server/fields.ts";
import type { Page, PageQuery } from "@/lib/server/paging.ts";
import type { TenantScope } from "@/lib/server/tenancy/scope.ts";
import { columnsOf, defineTable } from "@/lib/server/tenancy/table.ts";
import {
  type Workflow,
  workflow,
  type WorkflowInput,
  type WorkflowPatch,
  type WorkflowSummary,
  workflowSummary,
  type WorkflowVersion,
  workflowVersion,
} from "./schema.ts";

const WORKFLOWS = defineTable("workflows", workflow, z.object({ deleted_at: time.nullable() }));
const VERSIONS = defineTable("workflow_versions", workflowVersion);

/** A deleted workflow keeps its row, so that the widgets that show it can say what happened. */
const EXISTING = { deleted_at: null };

/** `current` is the version that won. */
export type SaveResult =
  | { readonly outcome: "saved"; readonly workflow: Workflow }
  | { readonly outcome: "conflict"; readonly current: number }
  | { readonly outcome: "not_found" };

/** Every save writes the workflow and its version together, or neither. */
export function workflowRepository({ table, transaction, now, newId }: TenantScope) {
  const workflows = table(WORKFLOWS);
  const versions = table(VERSIONS);
  return {
    /** Latest change first; `search` looks in the name. */
    list: (query: PageQuery): Promise<Page<WorkflowSummary>> =>
      workflows.page(query, {
        by: ["updated_at", "id"],
        match: EXISTING,
        search: ["name"],
        columns: columnsOf(workflowSummary),
      }),

    get: (id: string): Promise<Workflow | null> => workflows.first({ id, ...EXISTING }),

    /** `by` is the id of the user who saves it. */
    create: (input: Unmarked<WorkflowInput>, by: string): Promise<Workflow> =>
      transaction(async (inside) => {
        const at = now();
        const row = { ...input, id: newId(), version: 1, created_at: at, updated_at: at, updated_by: by };
        const saved = await inside.table(WORKFLOWS).insert({ ...row, node_count: input.graph.nodes.length });
        await inside.table(VERSIONS).insert(versionOf(saved));
        return saved;
      }),

    update: (
      id: string,
      { version, ...change }: Unmarked<WorkflowPatch>,
      by: string,
    ): Promise<SaveResult> =>
      transaction(async (inside) => {
        const rows = inside.table(WORKFLOWS);
        const next = { ...change, version: version + 1, updated_at: now(), updated_by: by };
        const node_count = change.graph?.nodes.length;
        const [saved] = await rows.update({ id, version, ...EXISTING }, { ...next, node_count });
        if (saved) {
          await inside.table(VERSIONS).insert(versionOf(saved));
          return { outcome: "saved", workflow: saved };
        }
        const current = await rows.first({ id, ...EXISTING });
        return current ? { outcome: "conflict", current: current.version } : { outcome: "not_found" };
      }),

    /** False when there was nothing to delete. Widgets stay and find their source gone. */
    remove: async (id: string): Promise<boolean> =>
      (await workflows.update({ id, ...EXISTING }, { deleted_at: now() })).length > 0,

    /** Latest first; those of a deleted workflow stay on record. */
    versions: (id: string, query: PageQuery): Promise<Page<Omit<WorkflowVersion, "graph">>> =>
      versions.page(query, {
        by: ["version"],
        match: { workflow_id: id },
        columns: columnsOf(workflowVersion.omit({ graph: true })),
      }),

    version: (id: string, version: number): Promise<WorkflowVersion | null> =>
      versions.first({ workflow_id: id, version }),
  };
}

/** The table takes from it what a version has. */
function versionOf(saved: Workflow) {
  return { ...saved, workflow_id: saved.id, created_at: saved.updated_at, created_by: saved.updated_by };
}

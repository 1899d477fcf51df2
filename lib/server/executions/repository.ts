import type { Page } from "@/lib/server/paging.ts";
import type { TenantScope } from "@/lib/server/tenancy/scope.ts";
import { defineTable } from "@/lib/server/tenancy/table.ts";
import { type Execution, execution, type ExecutionPageQuery } from "./schema.ts";

const EXECUTIONS = defineTable("executions", execution);

export function executionRepository({ table, now, newId }: TenantScope) {
  const executions = table(EXECUTIONS);
  return {
    start: (input: Pick<Execution, "workflow_id" | "started_by">): Promise<Execution> =>
      executions.insert({ ...input, id: newId(), status: "running", started_at: now(), detail: {} }),

    /** Null for an execution that is not running: it cannot finish twice. */
    async finish(
      id: string,
      status: Exclude<Execution["status"], "running">,
      detail: Execution["detail"],
    ): Promise<Execution | null> {
      const change = { status, detail, finished_at: now() };
      const [finished] = await executions.update({ id, status: "running" }, change);
      return finished ?? null;
    },

    get: (id: string): Promise<Execution | null> => executions.first({ id }),

    /** Newest first. */
    list: ({ workflow_id, ...query }: ExecutionPageQuery): Promise<Page<Execution>> =>
      executions.page(query, { by: ["started_at", "id"], match: workflow_id ? { workflow_id } : {} }),
  };
}

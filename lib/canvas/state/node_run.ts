import type { ResultTable } from "@/lib/server/query/schema.ts";

/** How the last run of a node went, as its card shows it. */
export interface NodeRun {
  readonly status: "pending" | "running" | "complete" | "error";
  readonly rows?: number;
  readonly truncated?: boolean;
  readonly milliseconds?: number;
  readonly detail?: string;
}

export function completed(table: ResultTable): NodeRun {
  return {
    status: "complete",
    rows: table.row_count,
    truncated: table.truncated,
    milliseconds: table.execution_ms,
  };
}

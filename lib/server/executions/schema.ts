import { z } from "zod";
import { detail, id, type Infer, time } from "@/lib/server/fields.ts";
import { pageQuery } from "@/lib/server/paging.ts";

/** One run of a workflow. */
export const execution = z.object({
  id,
  workflow_id: id,
  status: z.enum(["running", "complete", "failed", "cancelled"]),
  started_by: z.string(),
  started_at: time,
  finished_at: time.nullable(),
  detail,
});

export type Execution = Infer<typeof execution>;

const executionPageQuery = pageQuery.extend({ workflow_id: id.optional() });

export type ExecutionPageQuery = Infer<typeof executionPageQuery>;

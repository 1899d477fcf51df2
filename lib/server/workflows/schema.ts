/** What a workflow is: the one place that names its fields. Database, API and forms follow it. */
import { z } from "zod";
import { id, type Infer, input, label, note, time } from "@/lib/server/fields.ts";
import { graph } from "@/lib/server/query/schema.ts";

/** One more must still fit into the integer that the database keeps. */
const LAST_VERSION = 2 ** 31 - 2;

export const workflow = z.object({
  id,
  name: label,
  description: note,
  version: z.int().min(1).max(LAST_VERSION),
  created_at: time,
  updated_at: time,
  updated_by: z.string(),
  node_count: z.int(),
  /** Exactly as saved: unknown fields and odd keys included. */
  graph,
}).meta({ id: "Workflow" });

export type Workflow = Infer<typeof workflow>;

export const workflowSummary = workflow.omit({ graph: true }).meta({ id: "WorkflowSummary" });

export type WorkflowSummary = Infer<typeof workflowSummary>;

/** What was saved under one number; a version never changes. */
export const workflowVersion = workflow.omit({ id: true, updated_at: true, updated_by: true })
  .extend({ workflow_id: id, created_by: z.string() });

export type WorkflowVersion = Infer<typeof workflowVersion>;

const written = workflow.pick({ name: true, description: true, graph: true });

export const workflowInput = input(written.extend({ description: note.default("") }));

export type WorkflowInput = Infer<typeof workflowInput>;

/** A newer version on the server is a `version_conflict`. */
export const workflowPatch = input(
  z.object({ version: workflow.shape.version.describe("The version this edit began with.") })
    .extend(written.partial().shape),
);

export type WorkflowPatch = Infer<typeof workflowPatch>;

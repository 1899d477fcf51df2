import type { Graph } from "@/compiler/schema/types.ts";
import type {
  WorkflowRecord as Workflow,
  WorkflowSummaryRecord as WorkflowSummary,
} from "@/lib/server/metadata/records.ts";
import type { Identity, ListQuery, Page, RequestContext } from "@/lib/server/requests.ts";

export type { Workflow, WorkflowSummary };

export interface WorkflowInput {
  readonly name: string;
  readonly description?: string;
  readonly graph: Graph;
}

/** `version` is the one the editor read; a newer one on the server is a `version_conflict`. */
export interface WorkflowPatch {
  readonly version: number;
  readonly name?: string;
  readonly description?: string;
  readonly graph?: Graph;
}

export interface WorkflowService {
  list(who: Identity, query: ListQuery): Promise<Page<WorkflowSummary>>;
  get(who: Identity, id: string): Promise<Workflow>;
  create(who: Identity, input: WorkflowInput, context: RequestContext): Promise<Workflow>;
  /** Saves and appends a version; `version_conflict` when another save came first. */
  update(who: Identity, id: string, patch: WorkflowPatch, context: RequestContext): Promise<Workflow>;
  duplicate(who: Identity, id: string, context: RequestContext): Promise<Workflow>;
  remove(who: Identity, id: string, context: RequestContext): Promise<void>;
}

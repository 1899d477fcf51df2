/** Copies of workflows: alone, or with the dashboard that shows them. */
import type { AuditEvent } from "@/lib/server/audit/service.ts";
import type { Repositories } from "@/lib/server/metadata/repositories.ts";
import type { Workflow } from "./schema.ts";

const LONGEST_KEPT = 190;

/** A copy's name, short enough for a name; no character is cut in half. */
export function nameOfCopy(name: string): string {
  return `${name.slice(0, LONGEST_KEPT).replace(/[\uD800-\uDBFF]$/, "")} (copy)`;
}

/** Writes a copy that `by` owns, and returns it with its entry for the audit log. */
export async function copyWorkflow(
  { workflows }: Pick<Repositories, "workflows">,
  original: Workflow,
  by: string,
): Promise<{ readonly result: Workflow; readonly event: AuditEvent }> {
  const result = await workflows.create({ ...original, name: nameOfCopy(original.name) }, by);
  const detail = { name: result.name, from: original.id };
  return { result, event: { action: "created", resource: "workflow", resource_id: result.id, detail } };
}

/** The operations of `/api/v1` that the canvas uses, typed by the records and inputs the server itself declares. */
import type { FormulaFunction } from "@/lib/server/catalog/schema.ts";
import type { Dashboard, DashboardSummary } from "@/lib/server/dashboards/schema.ts";
import type { Sent } from "@/lib/server/fields.ts";
import type { Page } from "@/lib/server/paging.ts";
import type { CompiledStatement, exportInput, previewInput, ResultTable } from "@/lib/server/query/schema.ts";
import type { Widget, widgetInput } from "@/lib/server/widgets/schema.ts";
import type { Workflow, workflowInput, workflowPatch } from "@/lib/server/workflows/schema.ts";
import { type Downloaded, request, requestFile } from "./request.ts";

export type PreviewRequest = Sent<typeof previewInput>;

export function preview(input: PreviewRequest, signal?: AbortSignal): Promise<ResultTable> {
  return request("POST", "/preview", input, signal);
}

export function compile(input: PreviewRequest, signal?: AbortSignal): Promise<CompiledStatement> {
  return request("POST", "/compile", input, signal);
}

/** Every row of a node, as CSV. */
export function exportRows(input: Sent<typeof exportInput>, signal?: AbortSignal): Promise<Downloaded> {
  return requestFile("/preview/export.csv", input, signal);
}

export function readWorkflow(id: string): Promise<Workflow> {
  return request("GET", `/workflows/${id}`);
}

export function createWorkflow(input: Sent<typeof workflowInput>): Promise<Workflow> {
  return request("POST", "/workflows", input);
}

export function updateWorkflow(id: string, patch: Sent<typeof workflowPatch>): Promise<Workflow> {
  return request("PATCH", `/workflows/${id}`, patch);
}

export function listDashboards(): Promise<Page<DashboardSummary>> {
  return request("GET", "/dashboards?limit=100");
}

export function createDashboard(name: string): Promise<Dashboard> {
  return request("POST", "/dashboards", { name });
}

export function createWidget(input: Sent<typeof widgetInput>): Promise<Widget> {
  return request("POST", "/widgets", input);
}

/** The functions of formulas with what they do: some kilobytes that only a reader of help needs. */
export function listFunctions(): Promise<Page<FormulaFunction>> {
  return request("GET", "/schema/functions");
}

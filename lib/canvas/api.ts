/** The operations of `/api/v1` that the canvas uses, typed by the records and inputs the server itself declares. */
import type {
  CompiledStatement,
  Dashboard,
  DashboardSummary,
  Page,
  PreviewInput,
  ResultTable,
  Widget,
  WidgetInput,
  Workflow,
  WorkflowInput,
  WorkflowPatch,
} from "@/lib/server/types.ts";
import { request } from "./request.ts";

export function preview(input: PreviewInput, signal?: AbortSignal): Promise<ResultTable> {
  return request("POST", "/preview", input, signal);
}

export function compile(input: PreviewInput, signal?: AbortSignal): Promise<CompiledStatement> {
  return request("POST", "/compile", input, signal);
}

export function readWorkflow(id: string): Promise<Workflow> {
  return request("GET", `/workflows/${id}`);
}

export function createWorkflow(input: WorkflowInput): Promise<Workflow> {
  return request("POST", "/workflows", input);
}

export function updateWorkflow(id: string, patch: WorkflowPatch): Promise<Workflow> {
  return request("PATCH", `/workflows/${id}`, patch);
}

export function listDashboards(): Promise<Page<DashboardSummary>> {
  return request("GET", "/dashboards?limit=100");
}

export function createDashboard(name: string): Promise<Dashboard> {
  return request("POST", "/dashboards", { name });
}

export function createWidget(input: WidgetInput): Promise<Widget> {
  return request("POST", "/widgets", input);
}

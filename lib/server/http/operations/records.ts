/** What the API answers with, as schemas: they document the answers, and the tests hold every answer against them. */
import { z } from "zod";
import { NODE_TYPES, STORE_NAMES } from "@/compiler/mod.ts";
import { filter, graph, layout, overrides } from "@/lib/server/inputs.ts";

const time = z.iso.datetime().describe("ISO 8601 in UTC.");
const id = z.string();

export const column = z.object({
  name: z.string(),
  type: z.enum(["string", "int64", "float64", "decimal", "date", "datetime", "boolean"]),
  nullable: z.boolean(),
  precision: z.int().optional(),
  scale: z.int().optional(),
}).meta({ id: "Column" });

export const problem = z.object({
  code: z.string(),
  message: z.string(),
  short: z.string().optional().describe("The same beside the node itself, where there is a shorter form."),
  nodeId: z.string().optional(),
  field: z.string().optional().describe("Path of the offending setting, such as `metrics[1].column`."),
  span: z.object({ start: z.int(), end: z.int() }).optional(),
  hint: z.string().optional(),
  severity: z.enum(["error", "warning"]).optional(),
}).meta({ id: "Problem" });

const workflowFields = {
  id,
  name: z.string(),
  description: z.string(),
  version: z.int(),
  created_at: time,
  updated_at: time,
  updated_by: z.string(),
  node_count: z.int(),
};
export const workflowSummary = z.object(workflowFields).meta({ id: "WorkflowSummary" });
export const workflow = z.object({ ...workflowFields, graph }).meta({ id: "Workflow" });

export const widget = z.object({
  id,
  dashboard_id: id,
  workflow_id: id,
  node_id: z.string(),
  layout,
  overrides,
  chart: z.enum(NODE_TYPES).optional().describe(
    "What its node draws; missing when workflow or node is gone.",
  ),
  created_at: time,
  updated_at: time,
}).meta({ id: "Widget" });

const dashboardFields = {
  id,
  name: z.string(),
  description: z.string(),
  widget_count: z.int(),
  created_at: time,
  updated_at: time,
};
export const dashboardSummary = z.object(dashboardFields).meta({ id: "DashboardSummary" });
export const dashboard = z.object({ ...dashboardFields, widgets: z.array(widget) }).meta({ id: "Dashboard" });

const cell = z.union([z.string(), z.number(), z.boolean(), z.null()]);
const resultFields = {
  columns: z.array(column),
  rows: z.array(z.array(cell)).describe("By position of `columns`; int64 and decimal values are strings."),
  row_count: z.int(),
  execution_ms: z.number(),
  cache_hit: z.boolean(),
  truncated: z.boolean().describe("True when the limit cut the result."),
  pivot_values: z.record(z.string(), z.array(z.string())).optional()
    .describe("Values discovered for pivots that list none, by node id."),
};
export const result = z.object(resultFields).meta({ id: "Result" });

export const widgetData = z.object({
  ...resultFields,
  widget_id: id,
  title: z.string(),
  chart: z.enum(NODE_TYPES),
  config: z.record(z.string(), z.unknown()),
  as_of: time.describe("When the rows were read from the store."),
}).meta({ id: "WidgetData" });

export const statement = z.object({
  sql: z.string(),
  params: z.array(z.object({ name: z.string(), type: z.string(), value: z.unknown() })),
  store: z.enum(STORE_NAMES),
  columns: z.array(column),
  levels: z.int().describe("How many SELECT levels the statement has."),
  explanation: z.array(z.object({ level: z.int(), nodeIds: z.array(z.string()), reason: z.string() })),
  attribution: z.array(z.object({
    nodeId: z.string(),
    level: z.int(),
    spans: z.array(z.object({ start: z.int(), end: z.int() })),
  })).optional().describe("Which level each node ended in and which parts of the SQL it wrote."),
}).meta({ id: "Statement" });

export const validation = z.object({
  nodes: z.record(z.string(), z.object({ columns: z.array(column), problems: z.array(problem) })),
  problems: z.array(problem).describe("Faults of the structure."),
}).meta({ id: "Validation" });

const apiKeyFields = {
  id,
  name: z.string(),
  prefix: z.string().describe("First characters, to tell keys apart."),
  widget_ids: z.array(id),
  dashboard_ids: z.array(id),
  allowed_origins: z.array(z.string()),
  locked_filters: z.array(filter),
  expires_at: time.nullable(),
  revoked_at: time.nullable(),
  last_used_at: time.nullable(),
  created_at: time,
};
export const apiKey = z.object(apiKeyFields).meta({ id: "ApiKey" });
export const createdApiKey = z.object({ ...apiKeyFields, key: z.string().describe("Shown this once.") })
  .meta({ id: "CreatedApiKey" });

export const auditEntry = z.object({
  id,
  at: time,
  actor: z.string(),
  action: z.string(),
  resource: z.string(),
  resource_id: z.string(),
  request_id: z.string(),
  detail: z.record(z.string(), z.unknown()),
}).meta({ id: "AuditEntry" });

export const ticket = z.object({ ticket: z.string(), expires_at: time }).meta({ id: "Ticket" });

export const table = z.object({
  database: z.string(),
  table: z.string(),
  store: z.enum(STORE_NAMES),
}).meta({ id: "Table" });

export function pageOf<T extends z.ZodType>(item: T) {
  return z.object({
    items: z.array(item),
    next_cursor: z.string().nullable().describe("Send as `cursor` for the next page; null on the last."),
  });
}

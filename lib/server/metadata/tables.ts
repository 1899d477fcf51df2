/** The metadata schema as Kysely sees it. Times cross as ISO 8601 text, JSON as plain text. */
import type { Generated } from "kysely";
import type { ExecutionStatus, UserRole } from "./types.ts";

interface TenantsTable {
  tenant_id: string;
  name: string;
  created_at: string;
}

interface UsersTable {
  tenant_id: string;
  id: string;
  email: string;
  name: string;
  role: UserRole;
  issuer: string | null;
  subject: string | null;
  created_at: string;
}

interface SessionsTable {
  tenant_id: string;
  token_hash: string;
  user_id: string;
  created_at: string;
  expires_at: string;
}

interface WorkflowsTable {
  tenant_id: string;
  id: string;
  name: string;
  description: string;
  version: number;
  graph: string;
  node_count: number;
  created_at: string;
  updated_at: string;
  updated_by: string;
  deleted_at: Generated<string | null>;
}

interface WorkflowVersionsTable {
  tenant_id: string;
  workflow_id: string;
  version: number;
  name: string;
  description: string;
  graph: string;
  node_count: number;
  created_at: string;
  created_by: string;
}

interface DashboardsTable {
  tenant_id: string;
  id: string;
  name: string;
  description: string;
  created_at: string;
  updated_at: string;
}

interface WidgetsTable {
  tenant_id: string;
  id: string;
  dashboard_id: string;
  workflow_id: string;
  node_id: string;
  x: number;
  y: number;
  w: number;
  h: number;
  overrides: string;
  created_at: string;
  updated_at: string;
}

interface DashboardFiltersTable {
  tenant_id: string;
  id: string;
  dashboard_id: string;
  position: number;
  column_name: string;
  kind: string;
  label: string;
}

interface ApiKeysTable {
  tenant_id: string;
  id: string;
  name: string;
  prefix: string;
  hash: string;
  widget_ids: string;
  dashboard_ids: string;
  allowed_origins: string;
  locked_filters: string;
  expires_at: string | null;
  revoked_at: Generated<string | null>;
  last_used_at: Generated<string | null>;
  created_at: string;
}

interface AuditLogTable {
  tenant_id: string;
  id: string;
  at: string;
  actor: string;
  action: string;
  resource: string;
  resource_id: string;
  request_id: string;
  detail: string;
}

interface EntitlementsTable {
  tenant_id: string;
  tables: string;
  symbols: string;
}

interface TemplatesTable {
  tenant_id: string;
  id: string;
  name: string;
  description: string;
  content: string;
  created_at: string;
}

interface ExecutionsTable {
  tenant_id: string;
  id: string;
  workflow_id: string;
  status: ExecutionStatus;
  started_by: string;
  started_at: string;
  finished_at: Generated<string | null>;
  detail: string;
}

export interface Tables {
  tenants: TenantsTable;
  users: UsersTable;
  sessions: SessionsTable;
  workflows: WorkflowsTable;
  workflow_versions: WorkflowVersionsTable;
  dashboards: DashboardsTable;
  widgets: WidgetsTable;
  dashboard_filters: DashboardFiltersTable;
  api_keys: ApiKeysTable;
  audit_log: AuditLogTable;
  entitlements: EntitlementsTable;
  templates: TemplatesTable;
  executions: ExecutionsTable;
}

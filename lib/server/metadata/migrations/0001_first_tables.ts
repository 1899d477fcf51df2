/**
 * Every table carries its tenant, and every reference between tables includes it: a row cannot point at another
 * tenant's row, whatever the code above does. A deleted workflow keeps its row, so that the widgets that show it can
 * say what happened to their source.
 */
import { type Kysely, sql } from "kysely";

const STATEMENTS: readonly string[] = [
  `CREATE TABLE tenants (
     tenant_id text PRIMARY KEY, name text NOT NULL, created_at timestamptz NOT NULL)`,
  `CREATE TABLE users (
     tenant_id text NOT NULL REFERENCES tenants, id text NOT NULL, email text NOT NULL, name text NOT NULL,
     role text NOT NULL CHECK (role IN ('admin', 'analyst', 'viewer')), issuer text, subject text,
     created_at timestamptz NOT NULL, PRIMARY KEY (tenant_id, id))`,
  `CREATE UNIQUE INDEX users_by_email ON users (lower(email), tenant_id)`,
  `CREATE UNIQUE INDEX users_by_subject ON users (issuer, subject)`,
  `CREATE TABLE sessions (
     tenant_id text NOT NULL, token_hash text PRIMARY KEY, user_id text NOT NULL, created_at timestamptz NOT NULL,
     expires_at timestamptz NOT NULL,
     FOREIGN KEY (tenant_id, user_id) REFERENCES users (tenant_id, id) ON DELETE CASCADE)`,
  `CREATE INDEX sessions_by_user ON sessions (tenant_id, user_id)`,
  `CREATE INDEX sessions_by_expiry ON sessions (expires_at)`,
  `CREATE TABLE workflows (
     tenant_id text NOT NULL REFERENCES tenants, id text NOT NULL, name text NOT NULL, description text NOT NULL,
     version integer NOT NULL CHECK (version > 0), graph text NOT NULL, node_count integer NOT NULL,
     created_at timestamptz NOT NULL, updated_at timestamptz NOT NULL, updated_by text NOT NULL,
     deleted_at timestamptz, PRIMARY KEY (tenant_id, id))`,
  `CREATE INDEX workflows_by_change ON workflows (tenant_id, updated_at DESC, id DESC) WHERE deleted_at IS NULL`,
  `CREATE TABLE workflow_versions (
     tenant_id text NOT NULL, workflow_id text NOT NULL, version integer NOT NULL, name text NOT NULL,
     description text NOT NULL, graph text NOT NULL, node_count integer NOT NULL, created_at timestamptz NOT NULL,
     created_by text NOT NULL, PRIMARY KEY (tenant_id, workflow_id, version),
     FOREIGN KEY (tenant_id, workflow_id) REFERENCES workflows (tenant_id, id))`,
  `CREATE TABLE dashboards (
     tenant_id text NOT NULL REFERENCES tenants, id text NOT NULL, name text NOT NULL, description text NOT NULL,
     created_at timestamptz NOT NULL, updated_at timestamptz NOT NULL, PRIMARY KEY (tenant_id, id))`,
  `CREATE INDEX dashboards_by_change ON dashboards (tenant_id, updated_at DESC, id DESC)`,
  `CREATE TABLE widgets (
     tenant_id text NOT NULL, id text NOT NULL, dashboard_id text NOT NULL, workflow_id text NOT NULL,
     node_id text NOT NULL, x integer NOT NULL, y integer NOT NULL, w integer NOT NULL, h integer NOT NULL,
     overrides text NOT NULL, created_at timestamptz NOT NULL, updated_at timestamptz NOT NULL,
     PRIMARY KEY (tenant_id, id),
     FOREIGN KEY (tenant_id, dashboard_id) REFERENCES dashboards (tenant_id, id) ON DELETE CASCADE,
     FOREIGN KEY (tenant_id, workflow_id) REFERENCES workflows (tenant_id, id))`,
  `CREATE INDEX widgets_by_dashboard ON widgets (tenant_id, dashboard_id, y, x)`,
  `CREATE INDEX widgets_by_workflow ON widgets (tenant_id, workflow_id)`,
  `CREATE INDEX widgets_by_change ON widgets (tenant_id, updated_at DESC, id DESC)`,
  `CREATE TABLE dashboard_filters (
     tenant_id text NOT NULL, id text NOT NULL, dashboard_id text NOT NULL, position integer NOT NULL,
     column_name text NOT NULL, kind text NOT NULL, label text NOT NULL, PRIMARY KEY (tenant_id, id),
     FOREIGN KEY (tenant_id, dashboard_id) REFERENCES dashboards (tenant_id, id) ON DELETE CASCADE)`,
  `CREATE INDEX dashboard_filters_by_dashboard ON dashboard_filters (tenant_id, dashboard_id, position)`,
  `CREATE TABLE api_keys (
     tenant_id text NOT NULL REFERENCES tenants, id text NOT NULL, name text NOT NULL, prefix text NOT NULL,
     hash text NOT NULL UNIQUE, widget_ids text NOT NULL, dashboard_ids text NOT NULL, allowed_origins text NOT NULL,
     locked_filters text NOT NULL, expires_at timestamptz, revoked_at timestamptz, last_used_at timestamptz,
     created_at timestamptz NOT NULL, PRIMARY KEY (tenant_id, id))`,
  `CREATE INDEX api_keys_by_age ON api_keys (tenant_id, created_at DESC, id DESC)`,
  `CREATE TABLE audit_log (
     tenant_id text NOT NULL REFERENCES tenants, id text NOT NULL, at timestamptz NOT NULL, actor text NOT NULL,
     action text NOT NULL, resource text NOT NULL, resource_id text NOT NULL, request_id text NOT NULL,
     detail text NOT NULL, PRIMARY KEY (tenant_id, id))`,
  `CREATE INDEX audit_log_by_age ON audit_log (tenant_id, at DESC, id DESC)`,
  `CREATE TABLE entitlements (
     tenant_id text PRIMARY KEY REFERENCES tenants, tables text NOT NULL, symbols text NOT NULL)`,
  `CREATE TABLE templates (
     tenant_id text NOT NULL REFERENCES tenants, id text NOT NULL, name text NOT NULL, description text NOT NULL,
     content text NOT NULL, created_at timestamptz NOT NULL, PRIMARY KEY (tenant_id, id))`,
  `CREATE TABLE executions (
     tenant_id text NOT NULL, id text NOT NULL, workflow_id text NOT NULL,
     status text NOT NULL CHECK (status IN ('running', 'complete', 'failed', 'cancelled')),
     started_by text NOT NULL, started_at timestamptz NOT NULL, finished_at timestamptz, detail text NOT NULL,
     PRIMARY KEY (tenant_id, id),
     FOREIGN KEY (tenant_id, workflow_id) REFERENCES workflows (tenant_id, id))`,
  `CREATE INDEX executions_by_age ON executions (tenant_id, started_at DESC, id DESC)`,
];

export async function up(database: Kysely<unknown>): Promise<void> {
  for (const statement of STATEMENTS) await sql.raw(statement).execute(database);
}

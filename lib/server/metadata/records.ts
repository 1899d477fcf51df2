/**
 * What the metadata store keeps. Field names are the API's (snake_case), times are ISO 8601 in UTC: services and API
 * hand these on as they are, so this is the one place that says what a workflow or a widget is.
 */
import type { DashboardFilter, Graph } from "@/compiler/schema/types.ts";

export type UserRole = "admin" | "analyst" | "viewer";

export interface PageQuery {
  readonly cursor?: string;
  /** Default 50, at most 200. */
  readonly limit?: number;
  readonly search?: string;
}

export interface PageOf<T> {
  readonly items: readonly T[];
  readonly next_cursor: string | null;
}

export interface TenantRecord {
  readonly id: string;
  readonly name: string;
  readonly created_at: string;
}

export interface UserRecord {
  readonly id: string;
  readonly tenant_id: string;
  readonly email: string;
  readonly name: string;
  readonly role: UserRole;
  /** The identity provider's own key of this person; e-mail addresses change hands. */
  readonly issuer: string | null;
  readonly subject: string | null;
  readonly created_at: string;
}

export interface SessionRecord {
  readonly tenant_id: string;
  readonly tenant_name: string;
  readonly user: UserRecord;
  readonly created_at: string;
  readonly expires_at: string;
}

export interface WorkflowSummaryRecord {
  readonly id: string;
  readonly name: string;
  readonly description: string;
  readonly version: number;
  readonly node_count: number;
  readonly created_at: string;
  readonly updated_at: string;
  readonly updated_by: string;
}

export interface WorkflowRecord extends WorkflowSummaryRecord {
  /** Exactly as saved: unknown fields and odd keys included. */
  readonly graph: Graph;
}

export interface WorkflowVersionRecord {
  readonly workflow_id: string;
  readonly version: number;
  readonly name: string;
  readonly description: string;
  readonly node_count: number;
  readonly created_at: string;
  readonly created_by: string;
}

export interface LayoutRecord {
  readonly x: number;
  readonly y: number;
  readonly w: number;
  readonly h: number;
}

/** What a widget may change of its node's look; never a query. */
export interface WidgetOverridesRecord {
  readonly title?: string;
  /** Seconds between refreshes; 0 is manual. */
  readonly refresh_seconds?: 0 | 5 | 30 | 60 | 300;
}

export interface WidgetRecord {
  readonly id: string;
  readonly dashboard_id: string;
  readonly workflow_id: string;
  readonly node_id: string;
  readonly layout: LayoutRecord;
  readonly overrides: WidgetOverridesRecord;
  readonly created_at: string;
  readonly updated_at: string;
}

export interface DashboardSummaryRecord {
  readonly id: string;
  readonly name: string;
  readonly description: string;
  readonly widget_count: number;
  readonly created_at: string;
  readonly updated_at: string;
}

export interface DashboardRecord extends DashboardSummaryRecord {
  /** From top to bottom, left to right. */
  readonly widgets: readonly WidgetRecord[];
}

/** A filter that a dashboard offers to its viewers, in order. */
export interface DashboardFilterRecord {
  readonly id: string;
  readonly dashboard_id: string;
  readonly column: string;
  readonly kind: string;
  readonly label: string;
}

export interface ApiKeyRecord {
  readonly id: string;
  readonly tenant_id: string;
  readonly name: string;
  /** First characters, to tell keys apart. */
  readonly prefix: string;
  readonly widget_ids: readonly string[];
  readonly dashboard_ids: readonly string[];
  readonly allowed_origins: readonly string[];
  readonly locked_filters: readonly DashboardFilter[];
  readonly expires_at: string | null;
  readonly revoked_at: string | null;
  readonly last_used_at: string | null;
  readonly created_at: string;
}

export interface AuditRecord {
  readonly id: string;
  readonly at: string;
  readonly actor: string;
  readonly action: string;
  readonly resource: string;
  readonly resource_id: string;
  readonly request_id: string;
  readonly detail: Readonly<Record<string, unknown>>;
}

export interface EntitlementsRecord {
  /** `database.table` names, or all. */
  readonly tables: readonly string[] | "all";
  readonly symbols: readonly string[] | "all";
}

export interface TemplateRecord {
  readonly id: string;
  readonly name: string;
  readonly description: string;
  readonly content: Readonly<Record<string, unknown>>;
  readonly created_at: string;
}

export type ExecutionStatus = "running" | "complete" | "failed" | "cancelled";

export interface ExecutionRecord {
  readonly id: string;
  readonly workflow_id: string;
  readonly status: ExecutionStatus;
  readonly started_by: string;
  readonly started_at: string;
  readonly finished_at: string | null;
  readonly detail: Readonly<Record<string, unknown>>;
}

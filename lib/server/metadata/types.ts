/**
 * How the metadata store is asked. Repositories exist per tenant only; the few look-ups that must come before a tenant
 * is known are in `Lookups`. What they answer is in records.ts.
 */
import type { Graph } from "@/compiler/schema/types.ts";
import type {
  ApiKeyRecord,
  AuditRecord,
  DashboardFilterRecord,
  DashboardRecord,
  DashboardSummaryRecord,
  EntitlementsRecord,
  ExecutionRecord,
  ExecutionStatus,
  LayoutRecord,
  PageOf,
  PageQuery,
  SessionRecord,
  TemplateRecord,
  TenantRecord,
  UserRecord,
  UserRole,
  WidgetOverridesRecord,
  WidgetRecord,
  WorkflowRecord,
  WorkflowSummaryRecord,
  WorkflowVersionRecord,
} from "./records.ts";

export type * from "./records.ts";

export interface NewUser {
  readonly id?: string;
  readonly email: string;
  readonly name: string;
  readonly role: UserRole;
  readonly issuer?: string;
  readonly subject?: string;
}

export interface NewWorkflow {
  readonly name: string;
  readonly description: string;
  readonly graph: Graph;
  /** Shown as `updated_by`. */
  readonly actor: string;
}

export interface WorkflowChange {
  /** The version the editor read. */
  readonly version: number;
  readonly name?: string;
  readonly description?: string;
  readonly graph?: Graph;
  readonly actor: string;
}

/** `current` is the version that won. */
export type SaveResult =
  | { readonly outcome: "saved"; readonly workflow: WorkflowRecord }
  | { readonly outcome: "conflict"; readonly current: number }
  | { readonly outcome: "not_found" };

export interface WorkflowRepository {
  /** Latest change first; `search` looks in the name. Deleted workflows never show. */
  list(query: PageQuery): Promise<PageOf<WorkflowSummaryRecord>>;
  get(id: string): Promise<WorkflowRecord | null>;
  create(input: NewWorkflow): Promise<WorkflowRecord>;
  update(id: string, change: WorkflowChange): Promise<SaveResult>;
  /** False when there was nothing to delete. Widgets stay and find their source gone. */
  remove(id: string): Promise<boolean>;
  versions(id: string, query: PageQuery): Promise<PageOf<WorkflowVersionRecord>>;
  version(id: string, version: number): Promise<(WorkflowVersionRecord & { readonly graph: Graph }) | null>;
}

export type NewWidget = Pick<
  WidgetRecord,
  "dashboard_id" | "workflow_id" | "node_id" | "layout" | "overrides"
>;

export interface WidgetRepository {
  list(query: PageQuery & { readonly dashboard_id?: string }): Promise<PageOf<WidgetRecord>>;
  get(id: string): Promise<WidgetRecord | null>;
  /** Throws `not_found` when the dashboard or the workflow is not this tenant's. */
  create(input: NewWidget): Promise<WidgetRecord>;
  update(
    id: string,
    change: { readonly layout?: LayoutRecord; readonly overrides?: WidgetOverridesRecord },
  ): Promise<WidgetRecord | null>;
  remove(id: string): Promise<boolean>;
}

export interface DashboardRepository {
  list(query: PageQuery): Promise<PageOf<DashboardSummaryRecord>>;
  get(id: string): Promise<DashboardRecord | null>;
  create(input: { readonly name: string; readonly description: string }): Promise<DashboardRecord>;
  update(
    id: string,
    change: { readonly name?: string; readonly description?: string },
  ): Promise<DashboardRecord | null>;
  /** All or nothing: one unknown widget and none moves (`not_found`). Null when there is no such dashboard. */
  arrange(
    id: string,
    layouts: readonly { readonly id: string; readonly layout: LayoutRecord }[],
  ): Promise<DashboardRecord | null>;
  /** Its widgets go with it. */
  remove(id: string): Promise<boolean>;
}

export interface DashboardFilterRepository {
  list(dashboardId: string): Promise<readonly DashboardFilterRecord[]>;
  replace(
    dashboardId: string,
    filters: readonly { readonly column: string; readonly kind: string; readonly label: string }[],
  ): Promise<readonly DashboardFilterRecord[]>;
}

export interface NewApiKey
  extends Omit<ApiKeyRecord, "id" | "tenant_id" | "revoked_at" | "last_used_at" | "created_at"> {
  /** SHA-256 of the key in hexadecimal; the key itself is never stored. */
  readonly hash: string;
}

export interface ApiKeyRepository {
  list(query: PageQuery): Promise<PageOf<ApiKeyRecord>>;
  get(id: string): Promise<ApiKeyRecord | null>;
  /** Throws `not_found` when a widget or dashboard of its scope is not this tenant's. */
  create(input: NewApiKey): Promise<ApiKeyRecord>;
  /** False when there is no such key. Revoking twice keeps the first time. */
  revoke(id: string): Promise<boolean>;
  /** Notes that the key was used. */
  touch(id: string): Promise<void>;
}

export interface AuditRepository {
  append(entry: Omit<AuditRecord, "id" | "at">): Promise<AuditRecord>;
  /** Newest first; `search` looks in actor, action, resource and its id. */
  list(query: PageQuery): Promise<PageOf<AuditRecord>>;
}

export interface UserRepository {
  list(): Promise<readonly UserRecord[]>;
  get(id: string): Promise<UserRecord | null>;
  create(user: NewUser): Promise<UserRecord>;
  setRole(id: string, role: UserRole): Promise<UserRecord | null>;
}

export interface SessionRepository {
  /** `token_hash` is the SHA-256 of the cookie's secret in hexadecimal. */
  create(session: {
    readonly token_hash: string;
    readonly user_id: string;
    readonly expires_at: string;
  }): Promise<void>;
  remove(tokenHash: string): Promise<boolean>;
  removeOfUser(userId: string): Promise<number>;
}

export interface EntitlementRepository {
  /** Null when nothing was ever granted: no tables, no rows. */
  get(): Promise<EntitlementsRecord | null>;
  set(entitlements: EntitlementsRecord): Promise<void>;
}

export interface TemplateRepository {
  list(): Promise<readonly TemplateRecord[]>;
  get(id: string): Promise<TemplateRecord | null>;
  create(input: Omit<TemplateRecord, "id" | "created_at">): Promise<TemplateRecord>;
}

export interface ExecutionRepository {
  start(input: { readonly workflow_id: string; readonly started_by: string }): Promise<ExecutionRecord>;
  /** Only a running execution can finish; anything else answers null. */
  finish(
    id: string,
    status: Exclude<ExecutionStatus, "running">,
    detail: Readonly<Record<string, unknown>>,
  ): Promise<ExecutionRecord | null>;
  get(id: string): Promise<ExecutionRecord | null>;
  list(query: PageQuery & { readonly workflow_id?: string }): Promise<PageOf<ExecutionRecord>>;
}

export interface Repositories {
  readonly workflows: WorkflowRepository;
  readonly dashboards: DashboardRepository;
  readonly dashboardFilters: DashboardFilterRepository;
  readonly widgets: WidgetRepository;
  readonly apiKeys: ApiKeyRepository;
  readonly audit: AuditRepository;
  readonly users: UserRepository;
  readonly sessions: SessionRepository;
  readonly entitlements: EntitlementRepository;
  readonly templates: TemplateRepository;
  readonly executions: ExecutionRepository;
  /**
   * All that `work` writes stays, or none of it when it throws. It must use only what it is given: the embedded store
   * has one session, so anything else would wait for this to end.
   */
  transaction<T>(work: (repositories: Repositories) => Promise<T>): Promise<T>;
}

/** The only questions that may be asked before the tenant is known. */
export interface Lookups {
  /** Null also when several tenants know the address: an address alone then names nobody. */
  userByEmail(email: string): Promise<UserRecord | null>;
  userBySubject(issuer: string, subject: string): Promise<UserRecord | null>;
  /** Expired sessions are not found. */
  sessionByHash(tokenHash: string): Promise<SessionRecord | null>;
  /** Revoked and expired keys are found: the caller decides what to tell. */
  apiKeyByHash(hash: string): Promise<ApiKeyRecord | null>;
  tenantById(id: string): Promise<TenantRecord | null>;
}

export interface Metadata {
  /** Everything of one tenant; nothing of another can be read or written through it. */
  repositories(tenantId: string): Repositories;
  readonly lookups: Lookups;
  /** Creates the tenant unless it exists. */
  ensureTenant(tenant: { readonly id: string; readonly name: string }): Promise<TenantRecord>;
  /** Drops expired sessions of all tenants; answers how many. */
  removeExpiredSessions(): Promise<number>;
  ping(signal?: AbortSignal): Promise<void>;
  close(): Promise<void>;
}

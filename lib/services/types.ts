/**
 * The services' face: what routes may ask. Records keep the API's field names (snake_case), so a handler parses,
 * calls one method and answers. Every method takes the caller's identity and checks role and tenant itself;
 * all of them throw FlowForgeError (lib/errors.ts).
 */
import type {
  Catalog,
  CatalogTable,
  Column,
  DashboardFilter,
  Graph,
  LevelNote,
  NodeAttribution,
  NodeType,
  Problem,
  StoreName,
  TypeName,
} from "@/compiler/schema/types.ts";
import type { Row } from "@/lib/stores/types.ts";

export type Role = "admin" | "analyst" | "viewer";

/** Who asks. The tenant comes from the session or the key, never from a body or a URL. */
export interface Identity {
  readonly tenantId: string;
  /** The tenant as people know it; never used to decide anything. */
  readonly tenantName: string;
  readonly userId: string;
  readonly email: string;
  readonly name: string;
  readonly role: Role;
}

/** An embedding site, as its key makes it: it can see one widget and nothing else. */
export interface EmbedIdentity {
  readonly tenantId: string;
  readonly keyId: string;
  /** The one widget this identity was made for. */
  readonly widgetId: string;
  readonly allowedOrigins: readonly string[];
  readonly lockedFilters: readonly DashboardFilter[];
}

export interface Page<T> {
  readonly items: readonly T[];
  readonly next_cursor: string | null;
}

export interface ListQuery {
  readonly cursor?: string;
  readonly limit?: number;
  readonly search?: string;
}

export interface WorkflowSummary {
  readonly id: string;
  readonly name: string;
  readonly description: string;
  readonly version: number;
  readonly created_at: string;
  readonly updated_at: string;
  readonly updated_by: string;
  readonly node_count: number;
}

export interface Workflow extends WorkflowSummary {
  readonly graph: Graph;
}

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

export interface Layout {
  readonly x: number;
  readonly y: number;
  readonly w: number;
  readonly h: number;
}

/** What a widget may change of its node's look; never a query. */
export interface WidgetOverrides {
  readonly title?: string;
  /** Seconds between refreshes; 0 is manual. */
  readonly refresh_seconds?: 0 | 5 | 30 | 60 | 300;
}

export interface Widget {
  readonly id: string;
  readonly dashboard_id: string;
  readonly workflow_id: string;
  readonly node_id: string;
  readonly layout: Layout;
  readonly overrides: WidgetOverrides;
  /** What its node draws, known without a query; missing when the workflow or the node is gone. */
  readonly chart?: NodeType;
  /** As its tile shows it: the override, else the node's label; missing when neither can be known. */
  readonly title?: string;
  readonly created_at: string;
  readonly updated_at: string;
}

export interface WidgetInput {
  readonly dashboard_id: string;
  readonly workflow_id: string;
  readonly node_id: string;
  readonly layout?: Layout;
  readonly overrides?: WidgetOverrides;
}

export interface DashboardSummary {
  readonly id: string;
  readonly name: string;
  readonly description: string;
  readonly widget_count: number;
  readonly created_at: string;
  readonly updated_at: string;
}

export interface Dashboard extends DashboardSummary {
  readonly widgets: readonly Widget[];
}

/** A column that some of a dashboard's widgets read at a scan, so a global filter on it would do something. */
export interface FilterOption {
  readonly column: string;
  readonly type: TypeName;
  /** Values worth offering, such as the tenant's symbols; empty means free text. */
  readonly values: readonly string[];
}

export interface ResultTable {
  readonly columns: readonly Column[];
  /** By position of `columns`. */
  readonly rows: readonly Row[];
  readonly row_count: number;
  readonly execution_ms: number;
  readonly cache_hit: boolean;
  /** True when the limit cut the result. */
  readonly truncated: boolean;
  /** Which pivot columns were discovered, by node id; absent when none had to be. */
  readonly pivot_values?: Readonly<Record<string, readonly string[]>>;
}

export interface PreviewInput {
  readonly graph: Graph;
  readonly target_node_id: string;
  readonly offset?: number;
  readonly limit?: number;
}

export interface CompiledStatement {
  readonly sql: string;
  readonly params: readonly { readonly name: string; readonly type: string; readonly value: unknown }[];
  readonly store: StoreName;
  readonly columns: readonly Column[];
  readonly levels: number;
  readonly explanation: readonly LevelNote[];
  /** Which level each node ended in and which parts of the SQL it wrote. */
  readonly attribution?: readonly NodeAttribution[];
}

/** A widget's picture: what to draw and with which settings. */
export interface WidgetData extends ResultTable {
  readonly widget_id: string;
  readonly title: string;
  readonly chart: NodeType;
  readonly config: Readonly<Record<string, unknown>>;
  /** When the rows were read from the store. */
  readonly as_of: string;
}

/** A widget's data for sending on, not for drawing. */
export interface WidgetBody {
  /** Of all that a viewer would see, but not of when or how the rows were read. */
  readonly digest: string;
  readonly as_of: string;
  /** The `WidgetData` as JSON text. */
  json(): string;
}

/** A tile that cannot be drawn says why; its neighbours live. */
export interface WidgetFailure {
  readonly widget_id: string;
  readonly title: string;
  readonly code: string;
  readonly detail: string;
  readonly problems: readonly Problem[];
}

export interface ApiKeySummary {
  readonly id: string;
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

export interface ApiKeyInput {
  readonly name: string;
  readonly widget_ids?: readonly string[];
  readonly dashboard_ids?: readonly string[];
  readonly allowed_origins?: readonly string[];
  readonly expires_at?: string;
  readonly locked_filters?: readonly DashboardFilter[];
}

/** The only answer that ever carries the key itself. */
export interface CreatedApiKey extends ApiKeySummary {
  readonly key: string;
}

export interface AuditEntry {
  readonly id: string;
  readonly at: string;
  readonly actor: string;
  readonly action: string;
  readonly resource: string;
  readonly resource_id: string;
  readonly request_id: string;
  readonly detail: Readonly<Record<string, unknown>>;
}

export interface UserSummary {
  readonly id: string;
  readonly email: string;
  readonly name: string;
  readonly role: Role;
}

export interface HealthReport {
  readonly status: "ok" | "degraded" | "down";
  readonly checks: Readonly<Record<string, { readonly status: "ok" | "down"; readonly latency_ms: number }>>;
}

export interface RequestContext {
  readonly requestId: string;
  readonly signal?: AbortSignal;
  /** Address of the other end of the connection, for limits; never taken from a header. */
  readonly clientAddress?: string;
}

export interface RequestSample {
  readonly method: string;
  /** The route's pattern, never the path itself. */
  readonly route: string;
  readonly status: number;
  readonly seconds: number;
}

export interface Services {
  readonly workflows: {
    list(who: Identity, query: ListQuery): Promise<Page<WorkflowSummary>>;
    get(who: Identity, id: string): Promise<Workflow>;
    create(who: Identity, input: WorkflowInput, context: RequestContext): Promise<Workflow>;
    /** Saves and appends a version; `version_conflict` when another save came first. */
    update(who: Identity, id: string, patch: WorkflowPatch, context: RequestContext): Promise<Workflow>;
    duplicate(who: Identity, id: string, context: RequestContext): Promise<Workflow>;
    remove(who: Identity, id: string, context: RequestContext): Promise<void>;
  };
  readonly dashboards: {
    list(who: Identity, query: ListQuery): Promise<Page<DashboardSummary>>;
    get(who: Identity, id: string): Promise<Dashboard>;
    create(
      who: Identity,
      input: { name: string; description?: string },
      context: RequestContext,
    ): Promise<Dashboard>;
    update(
      who: Identity,
      id: string,
      patch: { name?: string; description?: string },
      context: RequestContext,
    ): Promise<Dashboard>;
    /** Moves and resizes widgets in one transaction. */
    arrange(
      who: Identity,
      id: string,
      layouts: readonly { id: string; layout: Layout }[],
      context: RequestContext,
    ): Promise<Dashboard>;
    /** A new dashboard with the same widgets, named after the first. */
    duplicate(who: Identity, id: string, context: RequestContext): Promise<Dashboard>;
    remove(who: Identity, id: string, context: RequestContext): Promise<void>;
    /** The global filters that make sense on this dashboard: columns of the tables its widgets read. */
    filterOptions(who: Identity, id: string): Promise<readonly FilterOption[]>;
  };
  readonly widgets: {
    list(who: Identity, query: ListQuery & { dashboard_id?: string }): Promise<Page<Widget>>;
    get(who: Identity, id: string): Promise<Widget>;
    /** Pins an output node. Without a layout the widget goes below the others. */
    create(who: Identity, input: WidgetInput, context: RequestContext): Promise<Widget>;
    update(
      who: Identity,
      id: string,
      patch: { layout?: Layout; overrides?: WidgetOverrides },
      context: RequestContext,
    ): Promise<Widget>;
    remove(who: Identity, id: string, context: RequestContext): Promise<void>;
    /** Compiles the widget's node afresh and runs it under the caller's entitlements. */
    body(
      who: Identity,
      id: string,
      options: {
        filters?: readonly DashboardFilter[];
        offset?: number;
        limit?: number;
        pixels?: number;
        signal?: AbortSignal;
        /** Skips the cache's answer, not the cache. */
        fresh?: boolean;
      },
    ): Promise<WidgetBody>;
    /** The same for drawing; a failure is an answer too, since pages draw several tiles. */
    tile(
      who: Identity,
      id: string,
      options: {
        filters?: readonly DashboardFilter[];
        offset?: number;
        signal?: AbortSignal;
        fresh?: boolean;
      },
    ): Promise<WidgetData | WidgetFailure>;
  };
  readonly preview: {
    run(who: Identity, input: PreviewInput, context: RequestContext): Promise<ResultTable>;
    compile(
      who: Identity,
      input: { graph: Graph; target_node_id: string; merge?: boolean },
    ): Promise<CompiledStatement>;
    validate(
      who: Identity,
      graph: Graph,
    ): Promise<{
      nodes: Record<string, { columns: readonly Column[]; problems: readonly Problem[] }>;
      /** Faults of the graph's structure, which belong to no single node. */
      problems: readonly Problem[];
    }>;
  };
  readonly schema: {
    /** What the tenant may read, as the compiler takes it. */
    catalog(who: Identity): Promise<Catalog>;
    tables(who: Identity): Promise<readonly Pick<CatalogTable, "database" | "table" | "store">[]>;
    /** `name` is `database.table`. */
    columns(who: Identity, name: string): Promise<readonly Column[]>;
  };
  readonly apiKeys: {
    list(who: Identity, query: ListQuery): Promise<Page<ApiKeySummary>>;
    create(who: Identity, input: ApiKeyInput, context: RequestContext): Promise<CreatedApiKey>;
    revoke(who: Identity, id: string, context: RequestContext): Promise<void>;
  };
  readonly embed: {
    /** Checks key (or ticket) and scope; a wrong, revoked or expired key and a widget out of scope are `not_found` or `not_signed_in`. */
    authorize(
      credential: { key?: string; ticket?: string },
      widgetId: string,
      context?: RequestContext,
    ): Promise<EmbedIdentity>;
    /** Exchanges a key for a ticket of a few minutes, bound to one widget, that may stand in a URL. */
    ticket(
      key: string,
      widgetId: string,
      context?: RequestContext,
    ): Promise<{ ticket: string; expires_at: string }>;
    /** A ticket still valid, whose key is neither revoked nor expired, becomes a new one. */
    renew(ticket: string, widgetId: string): Promise<{ ticket: string; expires_at: string }>;
    data(
      who: EmbedIdentity,
      widgetId: string,
      options: {
        filters?: readonly DashboardFilter[];
        offset?: number;
        limit?: number;
        signal?: AbortSignal;
      },
    ): Promise<WidgetData>;
    body(
      who: EmbedIdentity,
      widgetId: string,
      options: Parameters<Services["embed"]["data"]>[2],
    ): Promise<WidgetBody>;
  };
  readonly audit: {
    list(who: Identity, query: ListQuery): Promise<Page<AuditEntry>>;
  };
  readonly users: {
    list(who: Identity): Promise<readonly UserSummary[]>;
    /** What the tenant may read: `database.table` names and symbols. Admins only. */
    entitlements(
      who: Identity,
    ): Promise<{ readonly tables: readonly string[] | "all"; readonly symbols: readonly string[] | "all" }>;
  };
  readonly sessions: {
    /** The sample users, for the development sign-in page; empty outside development. */
    sampleUsers(): readonly Identity[];
    /** Development only. Answers the session's secret for the cookie. */
    signInDevelopment(email: string, context: RequestContext): Promise<{ token: string; identity: Identity }>;
    identify(token: string): Promise<Identity | null>;
    /** The identity that `X-Dev-*` headers stand for; null outside development or without the headers. */
    fromDevelopmentHeaders(headers: Headers): Promise<Identity | null>;
    signOut(token: string): Promise<void>;
  };
  readonly health: {
    live(): HealthReport;
    ready(): Promise<HealthReport>;
  };
  /** Prometheus text format. */
  metrics(): Promise<string>;
  observeRequest(sample: RequestSample): void;
  /** Stops background work and waits for it; the stores stay open. */
  close(): Promise<void>;
}

export function isFailure(tile: WidgetData | WidgetFailure): tile is WidgetFailure {
  return "code" in tile;
}

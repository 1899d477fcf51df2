/** Other sites: the keys they hold, and what a key opens. */
import type { DashboardFilter } from "@/compiler/schema/types.ts";
import type { ApiKeyRecord } from "@/lib/server/metadata/records.ts";
import type { EmbedIdentity, Identity, ListQuery, Page, RequestContext } from "@/lib/server/requests.ts";
import type { WidgetBody, WidgetData, WidgetQuery } from "@/lib/server/widgets/types.ts";

export type ApiKeySummary = Omit<ApiKeyRecord, "tenant_id">;

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

export interface ApiKeyService {
  list(who: Identity, query: ListQuery): Promise<Page<ApiKeySummary>>;
  create(who: Identity, input: ApiKeyInput, context: RequestContext): Promise<CreatedApiKey>;
  revoke(who: Identity, id: string, context: RequestContext): Promise<void>;
}

/** What a site may choose; never to pass the cache by. */
export type EmbedQuery = Pick<WidgetQuery, "filters" | "offset" | "limit" | "signal">;

export interface EmbedService {
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
  data(who: EmbedIdentity, widgetId: string, query: EmbedQuery): Promise<WidgetData>;
  body(who: EmbedIdentity, widgetId: string, query: EmbedQuery): Promise<WidgetBody>;
}

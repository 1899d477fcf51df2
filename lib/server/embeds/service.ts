/**
 * Embedding sites: a key or a ticket becomes an identity that sees one widget. A request is admitted once; all that
 * it then asks takes the identity.
 */
import type { ServiceContext } from "@/lib/server/context.ts";
import { FlowForgeError, notFound } from "@/lib/server/errors.ts";
import type { RequestContext } from "@/lib/server/identity.ts";
import type { RecentReads } from "@/lib/server/metadata/recent_reads.ts";
import type { RateLimits } from "@/lib/server/rate_limits.ts";
import { createRemembered } from "@/lib/server/remembered.ts";
import type { WidgetBody } from "@/lib/server/widgets/body.ts";
import type { WidgetOptions, WidgetQuery, WidgetReader } from "@/lib/server/widgets/reader.ts";
import type { WidgetData } from "@/lib/server/widgets/schema.ts";
import { createCredentials, type Credential, type EmbedPurpose, type OwnedKey } from "./credentials.ts";
import type { EmbedIdentity, Standing } from "./schema.ts";
import { forStrangers } from "./strangers.ts";

/** What a site may choose; never to pass the cache by. */
type EmbedQuery = Pick<WidgetQuery, "filters" | "offset" | "limit" | "pixels" | "size" | "signal">;

/** A read that took longer is looked at once more before its rows leave. */
const LONG_READ_MS = 1_000;

const TOUCH_EVERY_MS = 60_000;

export function createEmbeds(
  context: ServiceContext,
  limits: RateLimits,
  reader: WidgetReader,
  recent: RecentReads,
) {
  const { clock, log, stores: { metadata } } = context;
  const credentials = createCredentials(context, recent);
  const touched = createRemembered<string, object>({ ttlMs: TOUCH_EVERY_MS, most: 10_000, clock });

  async function reaches({ tenant_id, widget_ids, dashboard_ids }: OwnedKey, id: string): Promise<boolean> {
    if (widget_ids.includes(id)) return true;
    if (dashboard_ids.length === 0) return false;
    const widget = await reader.record(tenant_id, id);
    return widget !== null && dashboard_ids.includes(widget.dashboard_id);
  }

  function touch({ id, tenant_id }: OwnedKey): void {
    if (touched.has(id)) return;
    touched.set(id, {});
    metadata.repositories(tenant_id).apiKeys.touch(id).catch((error) =>
      log.warn("key use not noted", { error })
    );
  }

  /** Runs a read for a site. Rows that took long are not handed to a key that was revoked meanwhile. */
  async function reading<T>(site: EmbedIdentity, read: () => Promise<T>): Promise<T> {
    const began = clock.now();
    const result = await read().catch((error) => {
      throw forStrangers(error);
    });
    if (clock.now() - began > LONG_READ_MS && !await credentials.stillGood(site)) throw refused();
    return result;
  }

  return {
    /**
     * Looks the key up, once a request. Unknown, expired and revoked keys are the same `not_signed_in`; a widget out
     * of scope is `not_found`, as if there were none.
     */
    async admit(
      credential: Credential,
      widgetId: string,
      request?: RequestContext,
      purpose: EmbedPurpose = "embed",
    ): Promise<EmbedIdentity> {
      const found = await credentials.find(credential, widgetId);
      // Only a guess counts: a hundred frames behind one address that learn of their end are none.
      if (found === "unknown") await limits.take("embedFailure", request?.clientAddress ?? "unknown");
      if (typeof found === "string") throw refused();
      const { key, ticket } = found;
      await limits.take(purpose, key.id);
      if (!await reaches(key, widgetId)) throw notFound("widget", widgetId);
      touch(key);
      return {
        tenantId: key.tenant_id,
        keyId: key.id,
        widgetId,
        ticket,
        allowedOrigins: key.allowed_origins,
        lockedFilters: key.locked_filters,
        filterColumns: key.filter_columns,
      };
    },

    /** A ticket of a few minutes for the admitted widget, that may stand in a URL. It dies with its key. */
    ticket: credentials.ticketOf,

    /** The same, and how long it is still good. */
    async standing(site: EmbedIdentity): Promise<Standing> {
      const own = await credentials.ticketOf(site);
      return { ...own, ends_in_ms: Date.parse(own.expires_at) - clock.now() };
    },

    data: (site: EmbedIdentity, query: EmbedQuery): Promise<WidgetData> =>
      reading(site, () => reader.data(site.tenantId, site.widgetId, scoped(site, query))),

    body: (site: EmbedIdentity, query: EmbedQuery): Promise<WidgetBody> =>
      reading(site, () => reader.body(site.tenantId, site.widgetId, scoped(site, query))),
  };
}

function refused(): FlowForgeError {
  return new FlowForgeError(
    "not_signed_in",
    "Cannot show this widget: the key is missing, unknown or no longer valid.",
  );
}

/** Only what a site may choose, under the filters that its key locks. */
function scoped(
  { lockedFilters, filterColumns }: EmbedIdentity,
  { filters, offset, limit, pixels, size, signal }: EmbedQuery,
): WidgetOptions {
  return { filters, lockedFilters, filterColumns, offset, limit, pixels, size, signal };
}

/**
 * Embedding sites: a key or a ticket becomes an identity that sees one widget. A request is admitted once; all that
 * it then asks takes the identity.
 */
import type { ApiKey } from "@/lib/server/api_keys/schema.ts";
import { looksLikeApiKey } from "@/lib/server/auth/api_key.ts";
import { createTicketSigner, TICKET_LIFETIME_MS } from "@/lib/server/auth/tickets.ts";
import type { ServiceContext } from "@/lib/server/context.ts";
import { sha256 } from "@/lib/server/digest.ts";
import { FlowForgeError, notFound } from "@/lib/server/errors.ts";
import type { RequestContext } from "@/lib/server/identity.ts";
import type { RateLimits } from "@/lib/server/rate_limits.ts";
import { createRemembered } from "@/lib/server/remembered.ts";
import type { WidgetBody } from "@/lib/server/widgets/body.ts";
import type { WidgetOptions, WidgetQuery, WidgetReader } from "@/lib/server/widgets/reader.ts";
import type { WidgetData } from "@/lib/server/widgets/schema.ts";
import type { EmbedIdentity, Ticket } from "./schema.ts";
import { forStrangers } from "./strangers.ts";

export interface Credential {
  readonly key?: string;
  readonly ticket?: string;
}

/** What a site may choose; never to pass the cache by. */
type EmbedQuery = Pick<WidgetQuery, "filters" | "offset" | "limit" | "pixels" | "signal">;

type OwnedKey = ApiKey & { readonly tenant_id: string };

const TOUCH_EVERY_MS = 60_000;

export function createEmbeds(context: ServiceContext, limits: RateLimits, reader: WidgetReader) {
  const { clock, log, config, stores: { metadata } } = context;
  const tickets = createTicketSigner(config.secretKey);
  const touched = createRemembered<string, object>({ ttlMs: TOUCH_EVERY_MS, most: 10_000, clock });

  async function keyOf({ key, ticket }: Credential, widgetId: string): Promise<OwnedKey | null> {
    if (key !== undefined) {
      return looksLikeApiKey(key) ? await metadata.lookups.apiKeyByHash(sha256(key)) : null;
    }
    if (ticket === undefined) return null;
    const claim = await tickets.verify(ticket, clock.now());
    if (claim === null || claim.widgetId !== widgetId) return null;
    const record = await metadata.repositories(claim.tenantId).apiKeys.get(claim.keyId);
    return record && { ...record, tenant_id: claim.tenantId };
  }

  function isGood({ revoked_at, expires_at }: ApiKey): boolean {
    return revoked_at === null && (expires_at === null || Date.parse(expires_at) > clock.now());
  }

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

  return {
    /**
     * Looks the key up, once a request. Unknown, expired and revoked keys are the same `not_signed_in`; a widget out
     * of scope is `not_found`, as if there were none.
     */
    async admit(credential: Credential, widgetId: string, request?: RequestContext): Promise<EmbedIdentity> {
      const key = await keyOf(credential, widgetId);
      if (key === null || !isGood(key)) {
        // Only a guess counts; asking without any credential cannot hit anything.
        const guessed = credential.key !== undefined || credential.ticket !== undefined;
        if (guessed) await limits.take("embedFailure", request?.clientAddress ?? "unknown");
        throw new FlowForgeError(
          "not_signed_in",
          "Cannot show this widget: the key is missing, unknown or no longer valid.",
        );
      }
      await limits.take("embed", key.id);
      if (!await reaches(key, widgetId)) throw notFound("widget", widgetId);
      touch(key);
      return {
        tenantId: key.tenant_id,
        keyId: key.id,
        widgetId,
        allowedOrigins: key.allowed_origins,
        lockedFilters: key.locked_filters,
        filterColumns: key.filter_columns,
      };
    },

    /** A ticket of a few minutes for the admitted widget, that may stand in a URL. It dies with its key. */
    async ticket({ tenantId, keyId, widgetId }: EmbedIdentity): Promise<Ticket> {
      const expiresAt = clock.now() + TICKET_LIFETIME_MS;
      const ticket = await tickets.sign({ tenantId, keyId, widgetId, expiresAt });
      return { ticket, expires_at: new Date(expiresAt).toISOString() };
    },

    data: (site: EmbedIdentity, query: EmbedQuery): Promise<WidgetData> =>
      told(reader.data(site.tenantId, site.widgetId, scoped(site, query))),

    body: (site: EmbedIdentity, query: EmbedQuery): Promise<WidgetBody> =>
      told(reader.body(site.tenantId, site.widgetId, scoped(site, query))),
  };
}

async function told<T>(read: Promise<T>): Promise<T> {
  try {
    return await read;
  } catch (error) {
    throw forStrangers(error);
  }
}

/** Only what a site may choose, under the filters that its key locks. */
function scoped(
  { lockedFilters, filterColumns }: EmbedIdentity,
  { filters, offset, limit, pixels, signal }: EmbedQuery,
): WidgetOptions {
  return { filters, lockedFilters, filterColumns, offset, limit, pixels, signal };
}

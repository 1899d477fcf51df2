/** Embedding sites: a key or a ticket becomes an identity that sees one widget. Checked anew on every request. */
import { LRUCache } from "lru-cache";
import { looksLikeApiKey } from "@/lib/server/auth/api_key.ts";
import { sha256 } from "@/lib/server/auth/secrets.ts";
import { createTicketSigner, TICKET_LIFETIME_MS } from "@/lib/server/auth/tickets.ts";
import { FlowForgeError, notFound } from "@/lib/server/errors.ts";
import type { ApiKeyRecord } from "@/lib/server/metadata/types.ts";
import type { ServiceContext } from "@/lib/server/context.ts";
import type { RateLimits } from "@/lib/server/rate_limits.ts";
import type { EmbedIdentity, EmbedQuery, RequestContext, Services } from "@/lib/server/types.ts";
import type { WidgetOptions, WidgetReader } from "@/lib/server/widgets/reader.ts";

interface Credential {
  readonly key?: string;
  readonly ticket?: string;
}

const TOUCH_EVERY_MS = 60_000;

export function createEmbed(
  context: ServiceContext,
  limits: RateLimits,
  reader: WidgetReader,
): Services["embed"] {
  const { metadata } = context.stores;
  const tickets = createTicketSigner(context.config.secretKey);
  const touched = new LRUCache<string, true>({ max: 10_000, ttl: TOUCH_EVERY_MS });

  async function recordOf({ key, ticket }: Credential, widgetId: string): Promise<ApiKeyRecord | null> {
    if (key !== undefined) {
      return looksLikeApiKey(key) ? await metadata.lookups.apiKeyByHash(await sha256(key)) : null;
    }
    if (ticket === undefined) return null;
    const claim = await tickets.verify(ticket, context.clock.now());
    if (claim === null || claim.widgetId !== widgetId) return null;
    return await metadata.repositories(claim.tenantId).apiKeys.get(claim.keyId);
  }

  function isGood({ revoked_at, expires_at }: ApiKeyRecord): boolean {
    return revoked_at === null && (expires_at === null || Date.parse(expires_at) > context.clock.now());
  }

  /** Unknown, expired and revoked are one answer; a widget out of scope is the same as none. */
  async function admit(
    credential: Credential,
    widgetId: string,
    request?: RequestContext,
  ): Promise<ApiKeyRecord> {
    const record = await recordOf(credential, widgetId);
    if (record === null || !isGood(record)) {
      // Only a guess counts; asking without any credential cannot hit anything.
      const guessed = credential.key !== undefined || credential.ticket !== undefined;
      if (guessed) await limits.take("embedFailure", request?.clientAddress ?? "unknown");
      throw new FlowForgeError(
        "not_signed_in",
        "Cannot show this widget: the key is missing, unknown or no longer valid.",
      );
    }
    await limits.take("embed", record.id);
    if (!await reaches(record, widgetId)) throw notFound("widget", widgetId);
    touch(record);
    return record;
  }

  async function reaches(record: ApiKeyRecord, widgetId: string): Promise<boolean> {
    if (record.widget_ids.includes(widgetId)) return true;
    if (record.dashboard_ids.length === 0) return false;
    const widget = await metadata.repositories(record.tenant_id).widgets.get(widgetId);
    return widget !== null && record.dashboard_ids.includes(widget.dashboard_id);
  }

  function touch({ id, tenant_id }: ApiKeyRecord): void {
    if (touched.has(id)) return;
    touched.set(id, true);
    metadata.repositories(tenant_id).apiKeys.touch(id).catch((error) =>
      context.log.warn("key use not noted", { error })
    );
  }

  async function issue(record: ApiKeyRecord, widgetId: string) {
    const expiresAt = context.clock.now() + TICKET_LIFETIME_MS;
    const ticket = await tickets.sign({ tenantId: record.tenant_id, keyId: record.id, widgetId, expiresAt });
    return { ticket, expires_at: new Date(expiresAt).toISOString() };
  }

  return {
    async authorize(credential, widgetId, request) {
      const record = await admit(credential, widgetId, request);
      return {
        tenantId: record.tenant_id,
        keyId: record.id,
        widgetId,
        allowedOrigins: record.allowed_origins,
        lockedFilters: record.locked_filters,
      };
    },

    ticket: async (key, widgetId, request) => await issue(await admit({ key }, widgetId, request), widgetId),

    renew: async (ticket, widgetId) => await issue(await admit({ ticket }, widgetId), widgetId),

    data: async (who, widgetId, asked) =>
      await reader.data(who.tenantId, widgetId, scoped(who, widgetId, asked)),

    body: async (who, widgetId, asked) =>
      await reader.body(who.tenantId, widgetId, scoped(who, widgetId, asked)),
  };
}

/** Only what a site may choose, under the filters that its key locks. */
function scoped(
  { widgetId: own, lockedFilters }: EmbedIdentity,
  widgetId: string,
  { filters, offset, limit, signal }: EmbedQuery,
): WidgetOptions {
  if (own !== widgetId) throw notFound("widget", widgetId);
  return { filters, lockedFilters, offset, limit, signal };
}

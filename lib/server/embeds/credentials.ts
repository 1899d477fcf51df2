/** Keys and tickets: whose they are, whether they still count, and who gets a new ticket. */
import type { ApiKey } from "@/lib/server/api_keys/schema.ts";
import { looksLikeApiKey } from "@/lib/server/auth/api_key.ts";
import { createTicketSigner, TICKET_LIFETIME_MS } from "@/lib/server/auth/tickets.ts";
import type { ServiceContext } from "@/lib/server/context.ts";
import { sha256 } from "@/lib/server/digest.ts";
import type { RecentReads } from "@/lib/server/metadata/recent_reads.ts";
import type { EmbedIdentity, Ticket } from "./schema.ts";

export interface Credential {
  readonly key?: string;
  readonly ticket?: string;
}

export type OwnedKey = ApiKey & { readonly tenant_id: string };

/** What a site is admitted for: each has a rate limit of its own. */
export type EmbedPurpose = "embed" | "embedStanding";

/** Why a credential opens nothing: it was ours and is over, or nobody ever had it. */
type Refusal = "ended" | "unknown";

interface Found {
  readonly key: OwnedKey;
  /** Null where the key itself came. */
  readonly ticket: Ticket | null;
}

/** A frame asks every 3.5 s at the latest and a key is remembered for one, so a frame knows of its end within 5 s. */
export function createCredentials(
  { clock, config, stores: { metadata } }: ServiceContext,
  recent: RecentReads,
) {
  const tickets = createTicketSigner(config.secretKey);
  function isGood(key: ApiKey | null): key is ApiKey {
    if (key === null || key.revoked_at !== null) return false;
    return key.expires_at === null || Date.parse(key.expires_at) > clock.now();
  }

  async function byKey(key: string): Promise<Found | Refusal> {
    const record = looksLikeApiKey(key) ? await recent.apiKeyByHash(sha256(key)) : null;
    if (record === null) return "unknown";
    return isGood(record) ? { key: record, ticket: null } : "ended";
  }

  async function byTicket(text: string, widgetId: string): Promise<Found | Refusal> {
    const claim = await tickets.verify(text, clock.now());
    if (claim === null) return "unknown";
    if (claim === "over" || claim.widgetId !== widgetId) return "ended";
    const { tenantId, keyId, expiresAt } = claim;
    const record = await recent.apiKey(tenantId, keyId);
    if (!isGood(record)) return "ended";
    return { key: { ...record, tenant_id: tenantId }, ticket: ticketAs(text, expiresAt) };
  }

  return {
    /** The key that a credential stands for, or why it stands for none; no credential is "ended" too. */
    async find({ key, ticket }: Credential, widgetId: string): Promise<Found | Refusal> {
      if (key !== undefined) return await byKey(key);
      return ticket === undefined ? "ended" : await byTicket(ticket, widgetId);
    },

    /** Whether the site's key is good now, whatever was known when it was admitted. */
    stillGood: async ({ tenantId, keyId }: EmbedIdentity): Promise<boolean> =>
      isGood(await metadata.repositories(tenantId).apiKeys.get(keyId)),

    /** Who came with a ticket gets that one back: only the key makes another, or a leaked address would never end. */
    async ticketOf({ tenantId, keyId, widgetId, ticket }: EmbedIdentity): Promise<Ticket> {
      if (ticket !== null) return ticket;
      const expiresAt = clock.now() + TICKET_LIFETIME_MS;
      return ticketAs(await tickets.sign({ tenantId, keyId, widgetId, expiresAt }), expiresAt);
    },
  };
}

function ticketAs(ticket: string, expiresAt: number): Ticket {
  return { ticket, expires_at: new Date(expiresAt).toISOString() };
}

/**
 * Tickets stand for an API key in a URL for a few minutes: signed, bound to one key and one widget. A ticket proves
 * only that the key was good when it was made; whoever accepts one looks the key up again.
 */

export interface TicketClaim {
  readonly tenantId: string;
  readonly keyId: string;
  readonly widgetId: string;
  /** Milliseconds since the epoch. */
  readonly expiresAt: number;
}

export const TICKET_LIFETIME_MS = 5 * 60_000;

const URL_SAFE = { alphabet: "base64url", omitPadding: true } as const;
const encoder = new TextEncoder();

interface TicketSigner {
  sign(claim: TicketClaim): Promise<string>;
  /** Null for a ticket that is malformed or forged, "over" for one of ours that is past its time. */
  verify(text: string, now: number): Promise<TicketClaim | "over" | null>;
}

function isTicketClaim(value: unknown): value is TicketClaim {
  if (typeof value !== "object" || value === null) return false;
  const { tenantId, keyId, widgetId, expiresAt } = value as Record<string, unknown>;
  return [tenantId, keyId, widgetId].every((part) => typeof part === "string") && Number.isFinite(expiresAt);
}

/** Signs with HMAC-SHA-256; the purpose is part of the key so that no other signature of ours is a ticket. */
export function createTicketSigner(secretKey: string): TicketSigner {
  const signingKey = crypto.subtle.importKey(
    "raw",
    encoder.encode(`embed-ticket:${secretKey}`),
    { name: "HMAC", hash: "SHA-256" },
    false,
    ["sign", "verify"],
  );
  return {
    async sign(claim) {
      const payload = encoder.encode(JSON.stringify(claim)).toBase64(URL_SAFE);
      const signature = await crypto.subtle.sign("HMAC", await signingKey, encoder.encode(payload));
      return `${payload}.${new Uint8Array(signature).toBase64(URL_SAFE)}`;
    },
    async verify(text, now) {
      const [payload, signature, ...rest] = text.length > 2_000 ? [] : text.split(".");
      if (payload === undefined || signature === undefined || rest.length > 0) return null;
      try {
        const given = Uint8Array.fromBase64(signature, { alphabet: "base64url" });
        if (!await crypto.subtle.verify("HMAC", await signingKey, given, encoder.encode(payload))) {
          return null;
        }
        const claim: unknown = JSON.parse(
          new TextDecoder().decode(Uint8Array.fromBase64(payload, { alphabet: "base64url" })),
        );
        if (!isTicketClaim(claim)) return null;
        return claim.expiresAt > now ? claim : "over";
      } catch {
        return null;
      }
    },
  };
}

import assert from "node:assert/strict";
import { createTicketSigner, type TicketClaim } from "@/lib/server/auth/tickets.ts";

const SECRET = "a".repeat(16) + "0123456789abcdef";
const NOW = Date.parse("2026-03-02T10:00:00Z");
const TICKET: TicketClaim = {
  tenantId: "tenant-a",
  keyId: "key-1",
  widgetId: "widget-1",
  expiresAt: NOW + 1_000,
};
const signer = createTicketSigner(SECRET);

const encode = (value: unknown) =>
  new TextEncoder().encode(JSON.stringify(value)).toBase64({ alphabet: "base64url", omitPadding: true });

Deno.test("a ticket is what was signed, until its time", async () => {
  const text = await signer.sign(TICKET);
  assert.match(text, /^[\w-]+\.[\w-]+$/, "fit for a URL");
  assert.deepEqual(await signer.verify(text, NOW), TICKET);
  assert.deepEqual(await signer.verify(text, NOW + 999), TICKET);
  assert.equal(await signer.verify(text, NOW + 1_000), "over");
});

Deno.test("a changed, foreign or broken ticket is none", async () => {
  const text = await signer.sign(TICKET);
  const [payload, signature] = text.split(".") as [string, string];
  const other = await createTicketSigner(SECRET.toUpperCase()).sign(TICKET);
  const hostile = [
    `${encode({ ...TICKET, widgetId: "widget-2" })}.${signature}`,
    `${payload}.`,
    `.${signature}`,
    payload,
    `${text}.${signature}`,
    `${payload}.${signature.slice(0, -2)}`,
    other,
    "",
    "💥.💥",
    "x".repeat(10_000),
  ];
  for (const candidate of hostile) {
    assert.equal(await signer.verify(candidate, NOW), null, candidate.slice(0, 40));
  }
});

Deno.test("a signed payload that is no ticket is refused", async () => {
  const odd = { ...TICKET, expiresAt: "tomorrow" } as unknown as TicketClaim;
  assert.equal(await signer.verify(await signer.sign(odd), NOW), null);
});

/** What pages of other origins may read: those in CORS_ORIGINS, and nothing but reading. */
import assert from "node:assert/strict";
import { openTestApp } from "./support.ts";

const LISTED = "https://desk.example";
const app = await openTestApp({
  market: false,
  environment: { CORS_ORIGINS: `${LISTED},https://other.example` },
});
Deno.test.afterAll(() => app.close());

const from = (origin: string, headers: object = {}) => ({ headers: { origin, ...headers } });
const allowed = ({ headers }: { readonly headers: Headers }) => headers.get("access-control-allow-origin");

Deno.test("a listed origin may read what its visitor may", async () => {
  const answer = await app.ask("GET", "/api/v1/workflows", from(LISTED));
  assert.equal(answer.status, 200, answer.text);
  assert.equal(allowed(answer), LISTED);
  assert.equal(answer.headers.get("access-control-allow-credentials"), "true");
  assert.match(answer.headers.get("vary") ?? "", /Origin/);
  const missing = await app.ask("GET", "/api/v1/workflows/none", from(LISTED));
  assert.equal(missing.status, 404);
  assert.equal(allowed(missing), LISTED, "it may read why not, too");
});

Deno.test("a browser that asks first is told about reading only", async () => {
  const ask = (method: string) => from(LISTED, { "access-control-request-method": method });
  const reading = await app.ask("OPTIONS", "/api/v1/workflows", ask("GET"));
  assert.equal(reading.status, 204);
  assert.equal(reading.headers.get("access-control-allow-methods"), "GET");
  const plain = await app.ask("GET", "/api/v1/workflows", from(LISTED));
  for (
    const name of ["content-security-policy", "x-content-type-options", "x-frame-options", "referrer-policy"]
  ) {
    assert.ok(plain.headers.has(name), name);
    assert.equal(reading.headers.get(name), plain.headers.get(name), name);
  }
  const writing = await app.ask("OPTIONS", "/api/v1/workflows", ask("POST"));
  assert.equal(allowed(writing), null);
  assert.equal(writing.headers.get("access-control-allow-methods"), null);
});

Deno.test("no other origin may read anything", async () => {
  for (const origin of ["https://evil.example", `${LISTED}.evil.example`, "null", "http://desk.example"]) {
    const answer = await app.ask("GET", "/api/v1/workflows", from(origin));
    assert.equal(allowed(answer), null, origin);
    assert.equal(answer.headers.get("access-control-allow-credentials"), null);
    assert.match(answer.headers.get("vary") ?? "", /Origin/, "a cache must not mix them up");
  }
});

Deno.test("a listed origin changes nothing", async () => {
  const headers = { origin: LISTED, "content-type": "application/x-www-form-urlencoded" };
  const answer = await app.ask("POST", "/api/v1/dashboards", { text: "{}", headers });
  assert.equal(answer.status, 403, answer.text);
});

Deno.test("pages and embeds are not in the list's reach", async () => {
  assert.equal(allowed(await app.ask("GET", "/dashboards", from(LISTED))), null);
  assert.equal(allowed(await app.ask("GET", "/api/v1/embed/none/data", from(LISTED))), null);
});

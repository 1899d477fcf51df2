/** Keys and tickets of embedding sites: what they open, and everything they do not. */
import assert from "node:assert/strict";
import * as embed from "@/lib/server/embeds/operations.ts";
import { sha256 } from "@/lib/server/digest.ts";
import { assertDocumented, assertProblem, makeWorkspace, openTestApp, type Workspace } from "./support.ts";

const app = await openTestApp();
Deno.test.afterAll(() => app.close());

const ours = await makeWorkspace(app);
const other = await makeWorkspace(app);
const theirs = await makeWorkspace(app, "tenant-b");
const ORIGIN = "https://portal.example";

async function makeKey(body: object = {}, tenant = "tenant-a"): Promise<{ id: string; key: string }> {
  const answer = await app.ask("POST", "/api/v1/api-keys", {
    tenant,
    body: { name: "Portal", widget_ids: [ours.widget], allowed_origins: [ORIGIN], ...body },
  });
  assert.equal(answer.status, 201, answer.text);
  return answer.json;
}

const withKey = (key: string, headers: object = {}) => ({
  tenant: "",
  headers: { "x-api-key": key, ...headers },
});
const dataOf = ({ widget }: Pick<Workspace, "widget">, query = "") => `/api/v1/embed/${widget}/data${query}`;
const ticketOf = ({ widget }: Pick<Workspace, "widget">) => `/api/v1/embed/${widget}/ticket`;

Deno.test("a key shows its widget and nothing else", async () => {
  const { key } = await makeKey();
  assertDocumented(embed.data, await app.ask("GET", dataOf(ours), withKey(key)));
  for (const widget of [other.widget, theirs.widget, "00000000-0000-4000-8000-000000000000", "%00", ":id"]) {
    assertProblem(await app.ask("GET", dataOf({ widget }), withKey(key)), 404, "not_found");
    assertProblem(await app.ask("POST", ticketOf({ widget }), withKey(key)), 404, "not_found");
  }
  for (
    const path of ["workflows", "dashboards", "widgets", "api-keys", "audit", `widgets/${ours.widget}/data`]
  ) {
    assertProblem(await app.ask("GET", `/api/v1/${path}`, withKey(key)), 401, "not_signed_in");
  }
});

Deno.test("a key for a dashboard shows the widgets on it, and those alone", async () => {
  const { key } = await makeKey({ widget_ids: [], dashboard_ids: [other.dashboard] });
  assert.equal((await app.ask("GET", dataOf(other), withKey(key))).status, 200);
  assertProblem(await app.ask("GET", dataOf(ours), withKey(key)), 404, "not_found");
});

Deno.test("a key without scope shows nothing", async () => {
  const { key } = await makeKey({ widget_ids: [] });
  assertProblem(await app.ask("GET", dataOf(ours), withKey(key)), 404, "not_found");
});

Deno.test("no key, a wrong one, an expired and a revoked one are the same answer", async () => {
  const expired = await makeKey({ expires_at: "2020-01-01T00:00:00Z" });
  const revoked = await makeKey();
  assert.equal((await app.ask("GET", dataOf(ours), withKey(revoked.key))).status, 200);
  assert.equal((await app.ask("DELETE", `/api/v1/api-keys/${revoked.id}`)).status, 204);
  const wrong = revoked.key.slice(0, -1) + (revoked.key.endsWith("A") ? "B" : "A");
  const answers = [];
  for (const key of [expired.key, revoked.key, wrong, "sk_live_", "💥".normalize().length ? "x" : ""]) {
    const answer = await app.ask("GET", dataOf(ours), withKey(key));
    assertProblem(answer, 401, "not_signed_in");
    answers.push({ ...answer.json, request_id: "" });
  }
  for (const answer of answers) assert.deepEqual(answer, answers[0]);
  assertProblem(await app.ask("GET", dataOf(ours), { tenant: "" }), 401, "not_signed_in");
});

Deno.test("a key in the address is not looked at", async () => {
  const { key } = await makeKey();
  for (const name of ["key", "api_key", "X-API-Key", "ticket"]) {
    const answer = await app.ask("GET", dataOf(ours, `?${name}=${key}`), { tenant: "" });
    assertProblem(answer, 401, "not_signed_in");
  }
});

Deno.test("a ticket stands for its key on one widget, and dies with the key", async () => {
  const { id, key } = await makeKey({ widget_ids: [ours.widget, other.widget] });
  const made = await app.ask("POST", ticketOf(ours), withKey(key));
  assertDocumented(embed.ticket, made);
  const { ticket, expires_at } = made.json;
  assert.ok(Math.abs(Date.parse(expires_at) - Date.now() - 300_000) < 30_000);
  const shown = await app.ask("GET", dataOf(ours, `?ticket=${ticket}`), { tenant: "" });
  assertDocumented(embed.data, shown);
  assertProblem(
    await app.ask("GET", dataOf(other, `?ticket=${ticket}`), { tenant: "" }),
    401,
    "not_signed_in",
  );
  assertProblem(
    await app.ask("POST", `${ticketOf(ours)}?ticket=${ticket}`, { tenant: "" }),
    401,
    "not_signed_in",
  );

  await app.ask("DELETE", `/api/v1/api-keys/${id}`);
  assertProblem(
    await app.ask("GET", dataOf(ours, `?ticket=${ticket}`), { tenant: "" }),
    401,
    "not_signed_in",
  );
  await assert.rejects(app.services.embeds.admit({ ticket }, ours.widget), { code: "not_signed_in" });
});

Deno.test("locked filters hold whatever the address says", async () => {
  const { key } = await makeKey({ locked_filters: [{ column: "symbol", operator: "=", value: "AAPL" }] });
  for (
    const query of [
      "",
      "?symbol=MSFT",
      "?symbol=AAPL&symbol=MSFT",
      "?symbol.!=x",
      "?symbol.is_not_null",
      "?range=9y",
    ]
  ) {
    const { json, status, text } = await app.ask("GET", dataOf(ours, query), withKey(key));
    assert.equal(status, 200, text);
    const at = json.columns.findIndex(({ name }: { name: string }) => name === "symbol");
    assert.ok(json.row_count > 0, query);
    assert.deepEqual(new Set(json.rows.map((row: string[]) => row[at])), new Set(["AAPL"]), query);
  }
});

Deno.test("a filter that reaches nothing is refused, and says no more than was asked", async () => {
  const { key } = await makeKey();
  for (const query of ["?simbol=AAPL", "?sector=Tech", "?symbol=AAPL&nothing.in=a,b"]) {
    const answer = await app.ask("GET", dataOf(ours, query), withKey(key));
    assertProblem(answer, 422, "invalid_input");
    assert.doesNotMatch(answer.text, /raw_trades|Did you mean|event_time/);
  }
  const { ticket } = (await app.ask("POST", ticketOf(ours), withKey(key))).json;
  const byTicket = await app.ask("GET", dataOf(ours, `?nothing=1&ticket=${ticket}`), { tenant: "" });
  assertProblem(byTicket, 422, "invalid_input");
  const empty = await app.ask("GET", dataOf(ours, "?symbol.in="), withKey(key));
  assert.equal(empty.json.filters.ignored[0].reason, "empty_value");
});

Deno.test("a widget that a locked filter does not reach stays closed", async () => {
  const { key } = await makeKey({ locked_filters: [{ column: "desk", operator: "=", value: "equities" }] });
  assertProblem(await app.ask("GET", dataOf(ours), withKey(key)), 403, "forbidden");
});

Deno.test("the tenant's entitlements hold for its keys", async () => {
  const { key } = await makeKey({ widget_ids: [theirs.widget] }, "tenant-b");
  const { json } = await app.ask("GET", dataOf(theirs, "?limit=1000"), withKey(key));
  const at = json.columns.findIndex(({ name }: { name: string }) => name === "symbol");
  const seen = new Set<string>(json.rows.map((row: string[]) => row[at]));
  assert.deepEqual([...seen].toSorted(), ["BAC", "GS", "JPM"]);
});

Deno.test("only the key's own origins may read the answer in a browser", async () => {
  const { key } = await makeKey();
  const allowed = async (origin: string) => {
    const { headers, status } = await app.ask("GET", dataOf(ours), withKey(key, { origin }));
    assert.equal(status, 200);
    assert.match(headers.get("vary") ?? "", /Origin/);
    assert.equal(headers.get("access-control-allow-credentials"), null);
    return headers.get("access-control-allow-origin");
  };
  assert.equal(await allowed(ORIGIN), ORIGIN);
  for (
    const origin of [
      "https://evil.example",
      "null",
      `${ORIGIN}.evil.example`,
      "http://portal.example",
      `${ORIGIN}:8443`,
    ]
  ) {
    assert.equal(await allowed(origin), null, origin);
  }
  const preflight = await app.ask("OPTIONS", dataOf(ours), { tenant: "", headers: { origin: ORIGIN } });
  assert.equal(preflight.status, 204);
  assert.match(preflight.headers.get("access-control-allow-headers") ?? "", /X-API-Key/);
  const app_api = await app.ask("GET", "/api/v1/dashboards", { headers: { origin: ORIGIN } });
  assert.equal(app_api.headers.get("access-control-allow-origin"), null);
});

Deno.test("the key is shown once, and neither database, logs nor metrics can give it back", async () => {
  const { id, key } = await makeKey();
  const { ticket } = (await app.ask("POST", ticketOf(ours), withKey(key))).json;
  await app.ask("GET", dataOf(ours, `?ticket=${ticket}`), { tenant: "" });
  const listed = await app.ask("GET", "/api/v1/api-keys");
  assert.ok(listed.text.includes(id) && !listed.text.includes(key));
  assert.ok(!listed.text.includes(sha256(key)), "nor its digest");
  const record = await app.stores.metadata.lookups.apiKeyByHash(sha256(key));
  assert.ok(record && !JSON.stringify(record).includes(key));
  const metrics = (await app.ask("GET", "/metrics")).text;
  const audit = (await app.ask("GET", "/api/v1/audit")).text;
  for (const text of [app.logged.join("\n"), metrics, audit]) {
    assert.ok(!text.includes(key) && !text.includes(ticket));
  }
});

Deno.test("too many filters are refused, duplicates of one name are any of them", async () => {
  const { key } = await makeKey();
  const many = Array.from({ length: 10_000 }, (_, index) => `c${index}=1`).join("&");
  assertProblem(await app.ask("GET", dataOf(ours, `?${many}`), withKey(key)), 422, "invalid_input");
  assertProblem(
    await app.ask("GET", dataOf(ours, "?symbol[]=AAPL&limit[]=1&limit=x"), withKey(key)),
    422,
    "invalid_input",
  );
});

Deno.test("guessing keys is slowed down", async () => {
  let limited = 0;
  for (let index = 0; index < 80; index++) {
    const answer = await app.ask("GET", dataOf(ours), withKey(`sk_live_${"a".repeat(40)}${index}`));
    if (answer.status !== 429) continue;
    limited++;
    assert.ok(Number(answer.headers.get("retry-after")) > 0);
  }
  assert.ok(limited > 0);
  const { key } = await makeKey();
  assert.equal((await app.ask("GET", dataOf(ours), withKey(key))).status, 200, "a good key is not held up");
});

/** A widget's data carries its version: asked again it costs a header, and never less than a full authorisation. */
import assert from "node:assert/strict";
import * as widgets from "@/lib/server/widgets/operations.ts";
import { assertDocumented, assertProblem, makeWorkspace, openTestApp, tradesGraph } from "./support.ts";

const app = await openTestApp();
Deno.test.afterAll(() => app.close());

const ours = await makeWorkspace(app);
const theirs = await makeWorkspace(app, "tenant-b");
const dataOf = (widget: string, query = "") => `/api/v1/widgets/${widget}/data${query}`;
const knowing = (etag: string | null, ask: object = {}) => ({
  ...ask,
  headers: { "if-none-match": etag ?? "" },
});

async function versionOf(query = "", widget = ours.widget): Promise<string> {
  const answer = await app.ask("GET", dataOf(widget, query));
  assertDocumented(widgets.data, answer);
  const etag = answer.headers.get("etag") ?? "";
  assert.match(etag, /^"[0-9a-f]{32}"$/);
  return etag;
}

Deno.test("data that is at hand is not sent again; the answer still says when it was read", async () => {
  const first = await app.ask("GET", dataOf(ours.widget));
  assertDocumented(widgets.data, first);
  assert.equal(first.headers.get("cache-control"), "private, no-cache");
  assert.equal(first.headers.get("x-as-of"), first.json.as_of);
  const etag = first.headers.get("etag");
  for (const known of [etag, `W/${etag}`, `"other", ${etag}`]) {
    const again = await app.ask("GET", dataOf(ours.widget), knowing(known));
    assert.equal(again.status, 304, `${known}`);
    assert.equal(again.text, "");
    assert.equal(again.headers.get("etag"), etag);
    assert.equal(again.headers.get("cache-control"), "private, no-cache");
    assert.equal(again.headers.get("x-as-of"), first.json.as_of);
  }
  const changed = await app.ask("GET", dataOf(ours.widget), knowing('"0123456789abcdef0123456789abcdef"'));
  assert.equal(changed.status, 200);
  assert.deepEqual(changed.json.rows, first.json.rows);
});

Deno.test("rows read anew and found the same are the same version, with a newer time", async () => {
  const first = await app.ask("GET", dataOf(ours.widget));
  const again = await app.ask("GET", dataOf(ours.widget, "?fresh=1"), knowing(first.headers.get("etag")));
  assert.equal(again.status, 304);
  assert.ok((again.headers.get("x-as-of") ?? "") > first.json.as_of);
});

Deno.test("another page, filter, title or workflow is another version", async () => {
  const versions = [
    await versionOf(),
    await versionOf("?limit=7"),
    await versionOf("?offset=7"),
    await versionOf("?symbol=AAPL"),
    await versionOf("", (await makeWorkspace(app)).widget),
  ];
  await app.ask("PATCH", `/api/v1/widgets/${ours.widget}`, { body: { overrides: { title: "Renamed" } } });
  versions.push(await versionOf());
  const graph = tradesGraph();
  graph.nodes[1]!.config = { keys: [{ column: "trade_id", direction: "asc" }] };
  await app.ask("PATCH", `/api/v1/workflows/${ours.workflow}`, { body: { version: 1, graph } });
  versions.push(await versionOf());
  assert.equal(new Set(versions).size, versions.length);
});

Deno.test("knowing the version opens nothing", async () => {
  const mine = knowing(await versionOf(), { tenant: "" });
  assertProblem(await app.ask("GET", dataOf(ours.widget), mine), 401, "not_signed_in");
  assertProblem(await app.ask("GET", dataOf(ours.widget), { ...mine, tenant: "tenant-b" }), 404, "not_found");
  const any = knowing("*");
  assertProblem(await app.ask("GET", dataOf(theirs.widget), any), 404, "not_found");

  const key = await app.ask("POST", "/api/v1/api-keys", {
    body: { name: "Portal", widget_ids: [ours.widget], allowed_origins: ["https://portal.example"] },
  });
  const embed = (etag: string) =>
    app.ask("GET", `/api/v1/embed/${ours.widget}/data`, {
      tenant: "",
      headers: { "x-api-key": key.json.key, "if-none-match": etag, origin: "https://portal.example" },
    });
  const { headers } = await embed("");
  const etag = headers.get("etag") ?? "";
  const again = await embed(etag);
  assert.equal(again.status, 304);
  assert.equal(again.headers.get("access-control-allow-origin"), "https://portal.example");
  assert.equal((await app.ask("DELETE", `/api/v1/api-keys/${key.json.id}`)).status, 204);
  assertProblem(await embed(etag), 401, "not_signed_in");
});

Deno.test("one tenant's version never stands for another's rows", async () => {
  const { headers, json } = await app.ask("GET", dataOf(ours.widget, "?symbol=JPM&limit=5"));
  const other = await app.ask(
    "GET",
    dataOf(theirs.widget, "?limit=5"),
    knowing(headers.get("etag"), { tenant: "tenant-b" }),
  );
  assert.equal(other.status, 200);
  assert.notEqual(other.json.widget_id, json.widget_id);
});

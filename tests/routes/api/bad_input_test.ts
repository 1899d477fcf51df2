import assert from "node:assert/strict";
import { operations } from "@/lib/server/api/operations.ts";
import { assertProblem, openTestApp, tradesGraph } from "./support.ts";

const app = await openTestApp({ market: false });
Deno.test.afterAll(() => app.close());

const withBody = operations.filter(({ body }) => body !== undefined);
const UNKNOWN = "00000000-0000-4000-8000-000000000000";
const send = ({ method, path }: (typeof operations)[number], text: string, headers = {}) =>
  app.ask(method, path.replace(/\{\w+\}/, UNKNOWN), { text, headers });

Deno.test("what is not JSON is a bad request, on every operation with a body", async () => {
  for (const operation of withBody) {
    for (const text of ["", "{", "nope", '{"a":1}}', "\u0000", "{'a':1}"]) {
      assertProblem(await send(operation, text), 400, "bad_request");
    }
  }
});

Deno.test("JSON of the wrong shape is invalid input, with the path of each fault", async () => {
  for (const operation of withBody) {
    for (const text of ["null", "[]", '"text"', "1e999", "{}", '{"name":7,"graph":3,"version":"x"}']) {
      const answer = await send(operation, text);
      // Some bodies have optional fields only; then the unknown id is what is wrong.
      if (answer.status === 404 && text.startsWith("{")) continue;
      assertProblem(answer, 422, "invalid_input");
      assert.ok(answer.json.problems.length > 0);
    }
  }
  const named = await app.ask("POST", "/api/v1/widgets", {
    body: { dashboard_id: 1, workflow_id: "w", node_id: "n", layout: { x: -1, y: 0, w: 0, h: 1 } },
  });
  const fields = named.json.problems.map(({ field }: { field: string }) => field);
  assert.deepEqual(fields.toSorted(), ["dashboard_id", "layout.w", "layout.x"]);
});

Deno.test("another media type is refused, so that no form of another site can pose as JSON", async () => {
  for (const operation of withBody) {
    for (const type of ["text/plain", "application/x-www-form-urlencoded", "multipart/form-data", ""]) {
      const answer = await send(operation, "{}", { "content-type": type });
      assertProblem(answer, 415, "unsupported_media_type");
    }
  }
});

Deno.test("bodies are bounded in size and depth", async () => {
  const large = JSON.stringify({ name: "x".repeat(1_000_001) });
  assertProblem(await app.ask("POST", "/api/v1/dashboards", { text: large }), 413, "too_large");
  const deep = `{"name":"x","graph":${"[".repeat(100_000)}${"]".repeat(100_000)}}`;
  assertProblem(await app.ask("POST", "/api/v1/workflows", { text: deep }), 400, "bad_request");
});

Deno.test("a body without a length is counted while it arrives", async () => {
  const { readBytes } = await import("@/lib/server/http/json_body.ts");
  let pulled = 0;
  const endless = new ReadableStream<Uint8Array>({
    pull(controller) {
      pulled++;
      controller.enqueue(new Uint8Array(10_000));
    },
  });
  const request = new Request("http://localhost/", { method: "POST", body: endless });
  await assert.rejects(readBytes(request, 100_000), { code: "too_large" });
  assert.ok(pulled < 20, "it stopped reading");
});

Deno.test("a version that no save can have reached is invalid input", async () => {
  const body = { name: "Numbered", graph: tradesGraph() };
  const { id } = (await app.ask("POST", "/api/v1/workflows", { body })).json;
  for (const version of [0, -1, 1.5, 2 ** 31, Number.MAX_SAFE_INTEGER]) {
    const answer = await app.ask("PATCH", `/api/v1/workflows/${id}`, { body: { version, name: "x" } });
    assertProblem(answer, 422, "invalid_input");
    assert.equal(answer.json.problems[0].field, "version");
  }
});

Deno.test("keys that reach prototypes are refused with their path", async () => {
  const text =
    '{"name":"x","graph":{"version":1,"nodes":[{"id":"a","__proto__":{"admin":true}}],"edges":[]}}';
  const answer = await app.ask("POST", "/api/v1/workflows", { text });
  assertProblem(answer, 422, "invalid_input");
  assert.equal(answer.json.problems[0].field, "graph.nodes[0].__proto__");
  assert.equal(({} as { admin?: boolean }).admin, undefined);
});

Deno.test("an unsound graph is refused on save and on run; an unfinished one can be saved", async () => {
  const sound = tradesGraph();
  const [source, sorted, table] = sound.nodes;
  const unsound = [
    { ...sound, edges: [...sound.edges, { source: "table", target: "nowhere" }] },
    { ...sound, nodes: [source, sorted, table, source] },
    { ...sound, nodes: [source, sorted, { ...table, type: "teleport" }] },
    { ...sound, edges: [{ source: "sorted", target: "sorted" }] },
    { ...sound, nodes: [source, sorted, { ...table, id: "__proto__" }] },
    { version: 1, nodes: "all", edges: [] },
    { version: 2, nodes: [], edges: [] },
    {
      version: 1,
      nodes: Array.from({ length: 2_001 }, (_, index) => ({ ...source, id: `n${index}` })),
      edges: [],
    },
  ];
  for (const graph of unsound) {
    const saved = await app.ask("POST", "/api/v1/workflows", { body: { name: "x", graph } });
    assertProblem(saved, 422, "invalid_graph");
    assert.ok(saved.json.problems.length > 0, "with problems");
    const run = await app.ask("POST", "/api/v1/preview", { body: { graph, target_node_id: "table" } });
    assertProblem(run, 422, "invalid_graph");
  }
  const draft = { ...sound, nodes: [source, { ...sorted, config: { keys: [] } }, table] };
  const saved = await app.ask("POST", "/api/v1/workflows", { body: { name: "Draft", graph: draft } });
  assert.equal(saved.status, 201, saved.text);
});

Deno.test("odd characters in names and graphs never break the store", async () => {
  const name = "naïve 💹 '); DROP TABLE workflows; --";
  const graph = tradesGraph();
  const noted = { ...graph, nodes: graph.nodes.map((node) => ({ ...node, note: "NUL \u0000 and \u2028" })) };
  const kept = await app.ask("POST", "/api/v1/workflows", { body: { name, graph: noted } });
  assert.equal(kept.status, 201, kept.text);
  const read = await app.ask("GET", `/api/v1/workflows/${kept.json.id}`);
  assert.equal(read.json.name, name);
  assert.deepEqual(read.json.graph, noted);
  const nul = await app.ask("POST", "/api/v1/dashboards", { body: { name: "a\u0000b" } });
  assertProblem(nul, 422, "invalid_input");
  const half = await app.ask("POST", "/api/v1/dashboards", { text: '{"name":"\\ud800"}' });
  assertProblem(half, 422, "invalid_input");
});

Deno.test("bad query parameters are invalid input", async () => {
  for (
    const query of ["limit=0", "limit=201", "limit=x", "limit=1.5", "search=%00", `search=${"x".repeat(300)}`]
  ) {
    assertProblem(await app.ask("GET", `/api/v1/workflows?${query}`), 422, "invalid_input");
  }
  for (const cursor of ["x", "%00", "eyJ9", "../..", encodeURIComponent(btoa('{"id":1}'))]) {
    const answer = await app.ask("GET", `/api/v1/workflows?cursor=${cursor}`);
    assert.ok([200, 400, 422].includes(answer.status), `${cursor}: ${answer.text}`);
  }
});

Deno.test("unknown addresses and methods are problems too", async () => {
  assertProblem(await app.ask("GET", "/api/v1/nothing"), 404, "not_found");
  assertProblem(await app.ask("GET", "/api"), 404, "not_found");
  assertProblem(await app.ask("POST", "/api/v2/workflows", { body: {} }), 404, "not_found");
  const wrong = await app.ask("DELETE", "/api/v1/preview");
  assertProblem(wrong, 405, "method_not_allowed");
  assert.match(wrong.headers.get("allow") ?? "", /POST/);
  assertProblem(
    await app.ask("PUT", `/api/v1/workflows/${UNKNOWN}`, { body: {} }),
    405,
    "method_not_allowed",
  );
});

Deno.test("a method that HTTP does not define is refused as others are, with what the address takes", async () => {
  for (
    const [path, allowed] of [["/api/v1/preview", "OPTIONS, POST"], [
      "/api/v1/workflows",
      "GET, HEAD, OPTIONS, POST",
    ]]
  ) {
    const answer = await app.ask("FOO", path!);
    assertProblem(answer, 405, "method_not_allowed");
    assert.equal(answer.headers.get("allow"), allowed);
  }
  assertProblem(await app.ask("FOO", "/api/v1/nothing"), 404, "not_found");
});

Deno.test("a static file that is written to says so as every address does", async () => {
  for (const method of ["POST", "DELETE", "FOO"]) {
    const answer = await app.ask(method, "/tokens.css", { headers: { "sec-fetch-site": "same-origin" } });
    assert.equal(answer.status, 405);
    assert.match(answer.type, /^text\/html/);
    assert.equal(answer.headers.get("allow"), "GET, HEAD");
    assert.match(answer.headers.get("content-security-policy") ?? "", /frame-ancestors 'none'/);
    assert.match(answer.text, /<!DOCTYPE html>/i);
  }
});

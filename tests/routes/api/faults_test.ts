/** What callers see while a store misbehaves, and that nothing of it outlives the fault. */
import assert from "node:assert/strict";
import { StoreError } from "@/lib/server/errors.ts";
import type { KeyValueStore, SqlStore } from "@/lib/server/stores/types.ts";
import { endless } from "./explosion.ts";
import { assertProblem, makeWorkspace, openTestApp, tradesGraph } from "./support.ts";

/** Replaced one by one in the tests; everything else is the real store. */
const faults: { keyValue: Partial<KeyValueStore>; analytical: Partial<SqlStore>; entitlements: boolean } = {
  keyValue: {},
  analytical: {},
  entitlements: true,
};

function overridable<T extends object>(real: T, overrides: () => Partial<NoInfer<T>>): T {
  return new Proxy(real, {
    get(target, key) {
      const value = Reflect.get(overrides(), key) ?? Reflect.get(target, key);
      return typeof value === "function" ? value.bind(target) : value;
    },
  });
}

const app = await openTestApp({
  adapt: (stores) => ({
    ...stores,
    keyValue: overridable(stores.keyValue, () => faults.keyValue),
    analytical: overridable(stores.analytical, () => faults.analytical),
    metadata: overridable(stores.metadata, () => ({
      repositories(tenantId: string) {
        const repositories = stores.metadata.repositories(tenantId);
        if (faults.entitlements) return repositories;
        const get = () =>
          Promise.reject(new StoreError("store_unavailable", "Cannot reach the metadata store."));
        return { ...repositories, entitlements: { ...repositories.entitlements, get } };
      },
    })),
  }),
});
Deno.test.afterAll(() => app.close());

let limit = 10;
/** A preview that nothing has cached yet. */
const preview = (signal?: AbortSignal) =>
  app.ask("POST", "/api/v1/preview", {
    body: { graph: tradesGraph(), target_node_id: "table", limit: limit++ },
    signal,
  });

Deno.test("without the cache everything is answered, only slower", async () => {
  for (const broken of [() => Promise.reject(new Error("down")), () => new Promise<never>(() => {})]) {
    faults.keyValue = { get: broken, set: broken };
    try {
      const answer = await preview();
      assert.equal(answer.status, 200, answer.text);
      assert.equal(answer.json.cache_hit, false);
    } finally {
      faults.keyValue = {};
    }
  }
});

Deno.test("a corrupt cache entry is a miss", async () => {
  for (
    const text of [
      "",
      "{",
      "null",
      "[]",
      '{"rows":[[1]],"as_of":"x"}',
      '{"rows":"all","as_of":"x"}',
      '{"as_of":1}',
    ]
  ) {
    faults.keyValue = { get: () => Promise.resolve(text) };
    try {
      const answer = await preview();
      assert.equal(answer.status, 200, answer.text);
      assert.equal(answer.json.cache_hit, false, text);
      assert.ok(answer.json.row_count > 1);
    } finally {
      faults.keyValue = {};
    }
  }
});

Deno.test("a failure is never cached", async () => {
  const body = { graph: tradesGraph(), target_node_id: "table", limit: 99 };
  faults.analytical = {
    query: () => Promise.reject(new StoreError("query_timeout", "Cannot finish: too slow.")),
  };
  assertProblem(await app.ask("POST", "/api/v1/preview", { body }), 422, "query_timeout");
  faults.analytical = {};
  const after = await app.ask("POST", "/api/v1/preview", { body });
  assert.equal(after.status, 200);
  assert.equal(after.json.cache_hit, false);
});

Deno.test("a store that is down is 503 for its queries, and one tile's failure, not the page's", async () => {
  const { widget } = await makeWorkspace(app);
  const secret = "clickhouse://app:CANARY@ch-1:8123 SELECT price FROM raw_trades";
  const failure = () =>
    Promise.reject(
      new StoreError("store_unavailable", "Cannot reach ClickHouse.", { cause: new Error(secret) }),
    );
  faults.analytical = { query: failure, ping: failure };
  try {
    const answer = await preview();
    assertProblem(answer, 503, "store_unavailable");
    assert.ok(!answer.text.includes("CANARY") && !answer.text.includes("ch-1"));
    const who =
      (await app.services.sessions.fromDevelopmentHeaders(new Headers({ "x-dev-tenant": "tenant-a" })))!;
    const tile = await app.services.widgets.tile(who, widget, {});
    assert.ok("code" in tile && tile.code === "store_unavailable");
    const health = await app.ask("GET", "/health/ready");
    assert.equal(health.status, 200, "pages still work");
    assert.equal(health.json.status, "degraded");
    assert.ok(!app.logged.join("\n").includes("CANARY"));
  } finally {
    faults.analytical = {};
  }
});

Deno.test("a store that stalls is named, and the rest goes on", async () => {
  faults.analytical = { ping: () => new Promise<never>(() => {}) };
  try {
    const health = await app.ask("GET", "/health/ready");
    assert.equal(health.status, 200);
    assert.equal(health.json.status, "degraded");
    assert.equal(health.json.checks.analytical.status, "stalled");
    assert.equal(health.json.checks.live.status, "ok");
  } finally {
    faults.analytical = {};
  }
});

Deno.test("an unexpected failure is a 500 that says nothing of itself", async () => {
  faults.analytical = { query: () => Promise.reject(new TypeError("CANARY at /srv/flowforge/x.ts")) };
  try {
    const answer = await preview();
    assertProblem(answer, 500, "internal");
    assert.ok(!answer.text.includes("CANARY"));
    const line = app.logged.map((text) => JSON.parse(text)).findLast(({ level }) => level === "error");
    assert.equal(line.request_id, answer.json.request_id, "the log can be found by the request id");
  } finally {
    faults.analytical = {};
  }
});

Deno.test("when entitlements cannot be read, nothing can", async () => {
  await new Promise((resolve) => setTimeout(resolve, 1_100));
  faults.entitlements = false;
  try {
    assertProblem(await preview(), 503, "store_unavailable");
    assertProblem(await app.ask("GET", "/api/v1/schema/tables"), 503, "store_unavailable");
  } finally {
    faults.entitlements = true;
  }
  assert.equal((await preview()).status, 200);
});

Deno.test("a caller that leaves stops its query", async () => {
  const { promise: started, resolve: begin } = Promise.withResolvers<AbortSignal>();
  faults.analytical = {
    query: ({ signal }) =>
      new Promise((_, reject) => {
        begin(signal!);
        signal!.addEventListener("abort", () => reject(signal!.reason));
      }),
  };
  try {
    const leaving = new AbortController();
    const asked = preview(leaving.signal);
    const signal = await started;
    leaving.abort();
    const answer = await asked;
    assert.equal(answer.status, 499);
    assert.equal(signal.aborted, true);
  } finally {
    faults.analytical = {};
  }
});

Deno.test("a browser that leaves stops its query, and one that got its answer is not taken for gone", async () => {
  const site = app.serve();
  const ask = async (graph: object, target: string, signal?: AbortSignal) => {
    const response = await fetch(`${site.url}/api/v1/preview`, {
      method: "POST",
      headers: { "x-dev-tenant": "tenant-a", "content-type": "application/json" },
      body: JSON.stringify({ graph, target_node_id: target, limit: limit++ }),
      signal,
    });
    await response.body?.cancel();
    return response.status;
  };
  const queries: { readonly signal: AbortSignal; readonly outcome: Promise<unknown> }[] = [];
  const { promise: started, resolve: begin } = Promise.withResolvers<void>();
  faults.analytical = {
    query(query) {
      const outcome = app.stores.analytical.query(query);
      queries.push({ signal: query.signal!, outcome: outcome.then(() => "answered", (error) => error) });
      if (queries.length === 2) begin();
      return outcome;
    },
  };
  try {
    assert.equal(await ask(tradesGraph(), "table"), 200);
    const leaving = new AbortController();
    const left = assert.rejects(ask(endless, "last", leaving.signal), { name: "AbortError" });
    await started;
    leaving.abort();
    await left;
    const [answered, abandoned] = queries;
    assert.equal(await answered!.outcome, "answered");
    assert.equal(answered!.signal.aborted, false);
    // The store lets its caller go for having left, not for having waited too long.
    assert.equal(await abandoned!.outcome, abandoned!.signal.reason);
    assert.equal(abandoned!.signal.aborted, true);
    const metrics = await app.ask("GET", "/metrics");
    assert.match(metrics.text, /outcome="aborted"[^\n]*\} [1-9]/);
  } finally {
    faults.analytical = {};
    await site.close();
  }
});

Deno.test("the request's signal means that the client has left, and nothing else", async () => {
  const signals = new Map<string, AbortSignal>();
  const { promise: waiting, resolve: arrived } = Promise.withResolvers<void>();
  const server = Deno.serve({ port: 0, hostname: "127.0.0.1", onListen: () => {} }, ({ signal, url }) => {
    signals.set(new URL(url).pathname, signal);
    if (url.endsWith("/answered")) return new Response("whole");
    arrived();
    return new Promise<Response>((resolve) => {
      signal.addEventListener("abort", () => resolve(new Response(null, { status: 499 })));
    });
  });
  const at = (path: string) => `http://127.0.0.1:${server.addr.port}/${path}`;
  assert.equal(await (await fetch(at("answered"))).text(), "whole");
  const leaving = new AbortController();
  const left = assert.rejects(fetch(at("left"), { signal: leaving.signal }), { name: "AbortError" });
  await waiting;
  leaving.abort();
  await left;
  await server.shutdown();
  assert.equal(signals.get("/left")!.aborted, true);
  assert.equal(signals.get("/answered")!.aborted, false);
});

Deno.test("without the shared store limits still hold", async () => {
  faults.keyValue = { consume: () => Promise.reject(new Error("down")) };
  try {
    const statuses = new Set<number>();
    for (let index = 0; index < 70; index++) {
      const headers = { "x-api-key": `sk_live_${"a".repeat(40)}${index}` };
      const answer = await app.ask("GET", "/api/v1/embed/none/data", { tenant: "", headers });
      statuses.add(answer.status);
    }
    assert.deepEqual(statuses, new Set([401, 429]));
  } finally {
    faults.keyValue = {};
  }
});

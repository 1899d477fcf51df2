/** Whole results as CSV: what a viewer may see, under what they chose, whole or not at all. */
import assert from "node:assert/strict";
import type { Stores } from "@/lib/server/store_registry.ts";
import type { SqlStore } from "@/lib/server/stores/types.ts";
import { readCsv } from "@/tests/support/csv.ts";
import { assertProblem, makeWorkspace, openTestApp, tradesGraph } from "./support.ts";

const MOST = 1_200;
/** What happens to the next stream of the analytical store; it is what it is where there is nothing. */
let tamper: SqlStore["stream"] | null = null;
const profiles: string[] = [];

function watched(stores: Stores): Stores {
  const { analytical } = stores;
  const watch: SqlStore = {
    ...analytical,
    query: (query) => {
      profiles.push(query.profile);
      return analytical.query(query);
    },
    stream: (query) => (tamper ?? analytical.stream)(query),
  };
  return { ...stores, analytical: watch };
}

const app = await openTestApp({ environment: { EXPORT_ROWS: String(MOST) }, adapt: watched });
Deno.test.afterAll(() => app.close());

const ours = await makeWorkspace(app);
const theirs = await makeWorkspace(app, "tenant-b");
const exportOf = (widget: string, query = "") => `/api/v1/widgets/${widget}/export.csv${query}`;

const audit = async () => (await app.ask("GET", "/api/v1/audit?limit=50", { role: "admin" })).json.items;
/** Reading a response as text takes the byte order mark away. */
const linesOf = (text: string) => readCsv(`\uFEFF${text}`);
const nameOf = (headers: Headers) =>
  /filename="([^"]+)"/.exec(headers.get("content-disposition") ?? "")?.[1] ?? "";

Deno.test("a widget's file holds every row as it is shown, in its order, past the page", async () => {
  const answer = await app.ask("GET", exportOf(ours.widget));
  assert.equal(answer.status, 200, answer.text);
  assert.equal(answer.type, "text/csv; charset=utf-8; header=present");
  assert.equal(answer.headers.get("cache-control"), "no-store");
  assert.match(nameOf(answer.headers), /^latest-trades_\d{4}-\d\d-\d\dT\d{4}Z\.csv$/);
  const [head, ...lines] = linesOf(answer.text);
  const shown = (await app.ask("GET", `/api/v1/widgets/${ours.widget}/data?limit=5000`)).json;
  assert.ok(lines.length > 500, `${lines.length} rows`);
  assert.deepEqual(head, shown.columns.map(({ name }: { name: string }) => name));
  assert.deepEqual(
    lines,
    shown.rows.map((row: unknown[]) => row.map((cell) => cell === null ? null : String(cell))),
  );
});

Deno.test("the bytes begin with the mark that tells Excel of UTF-8", async () => {
  const { url, close } = app.serve();
  const response = await fetch(url + exportOf(ours.widget), { headers: { "x-dev-tenant": "tenant-a" } });
  const bytes = new Uint8Array(await response.arrayBuffer());
  assert.deepEqual([...bytes.slice(0, 3)], [0xef, 0xbb, 0xbf]);
  await close();
});

Deno.test("filters and range hold for the file, and its name says so; one that reaches nothing is told", async () => {
  const filtered = await app.ask("GET", exportOf(ours.widget, "?symbol=AAPL&range=1d"));
  const [head, ...lines] = linesOf(filtered.text);
  const symbol = head!.indexOf("symbol");
  assert.ok(lines.length > 0);
  assert.ok(lines.every((line) => line[symbol] === "AAPL"));
  assert.match(nameOf(filtered.headers), /^latest-trades_symbol-AAPL_last-1d_/);
  assert.equal(filtered.headers.get("x-ignored-filters"), null);

  const misspelt = await app.ask("GET", exportOf(ours.widget, "?symbl=AAPL&venue="));
  assert.equal(misspelt.status, 200);
  assert.match(nameOf(misspelt.headers), /^latest-trades_without-symbl_without-venue_/);
  assert.equal(misspelt.headers.get("x-ignored-filters"), "symbl;unknown_column, venue;empty_value");
  assertProblem(await app.ask("GET", exportOf(ours.widget, "?range=soon")), 422, "invalid_input");
});

Deno.test("nobody's entitlement is passed by, and another tenant's widget is not there", async () => {
  const market = await app.ask("GET", exportOf(theirs.widget), { tenant: "tenant-b" });
  const symbolsOf = (text: string) => {
    const [head, ...lines] = linesOf(text);
    return new Set(lines.map((line) => line[head!.indexOf("symbol")]));
  };
  const entitled = await app.stores.metadata.repositories("tenant-b").entitlements.get();
  assert.ok(entitled !== null && entitled.symbols !== "all");
  const seen = symbolsOf(market.text);
  assert.ok(seen.size > 0);
  for (const symbol of seen) assert.ok(entitled.symbols.includes(symbol!), String(symbol));
  const mine = symbolsOf((await app.ask("GET", exportOf(ours.widget))).text);
  assert.ok(mine.size > seen.size, "the other tenant has more");
  assertProblem(await app.ask("GET", exportOf(ours.widget), { tenant: "tenant-b" }), 404, "not_found");
});

Deno.test("a pivot's columns are looked up as narrowly as its rows", async () => {
  const graph = tradesGraph();
  const pivoted = {
    ...graph,
    nodes: [graph.nodes[0]!, {
      id: "pivot",
      type: "pivot" as const,
      position: { x: 0, y: 0 },
      config: { rows: ["side"], column: "symbol", value: "quantity", function: "sum" },
    }],
    edges: [{ source: "source", target: "pivot" }],
  };
  const ask = { body: { graph: pivoted, target_node_id: "pivot" }, tenant: "tenant-b" };
  const answer = await app.ask("POST", "/api/v1/preview/export.csv", ask);
  assert.equal(answer.status, 200, answer.text);
  const [head] = linesOf(answer.text);
  const entitled = await app.stores.metadata.repositories("tenant-b").entitlements.get();
  assert.ok(entitled !== null && entitled.symbols !== "all");
  assert.ok(head!.length > 1);
  for (const name of head!.slice(1)) assert.ok(entitled.symbols.includes(name!), String(name));
});

Deno.test("roles and credentials: who sees a dashboard takes its rows along, a site's key does not", async () => {
  for (const role of ["viewer", "analyst", "admin"]) {
    assert.equal((await app.ask("GET", exportOf(ours.widget), { role })).status, 200);
  }
  const body = { graph: tradesGraph(), target_node_id: "table", name: "Mine" };
  const drawn = await app.ask("POST", "/api/v1/preview/export.csv", { role: "analyst", body });
  assert.match(nameOf(drawn.headers), /^latest-trades_/);
  assertProblem(
    await app.ask("POST", "/api/v1/preview/export.csv", { role: "viewer", body }),
    403,
    "forbidden",
  );
  assertProblem(await app.ask("GET", exportOf(ours.widget), { tenant: "" }), 401, "not_signed_in");
  const made = await app.ask("POST", "/api/v1/api-keys", {
    body: { name: "Portal", widget_ids: [ours.widget] },
  });
  const withKey = { tenant: "", headers: { "x-api-key": made.json.key } };
  assertProblem(await app.ask("GET", exportOf(ours.widget), withKey), 401, "not_signed_in");
});

Deno.test("every file is written down: who, what, which filters, how many rows", async () => {
  const answer = await app.ask("GET", exportOf(ours.widget, "?symbol=AAPL&symbl=x"), { role: "viewer" });
  const rows = linesOf(answer.text).length - 1;
  const [entry] = await audit();
  assert.equal(entry.action, "exported");
  assert.deepEqual([entry.resource, entry.resource_id], ["widget", ours.widget]);
  assert.match(entry.actor, /@/);
  assert.deepEqual(entry.detail, {
    title: "Latest trades",
    rows,
    filters: {
      asked: [{ column: "symbol", operator: "=", value: "AAPL" }, {
        column: "symbl",
        operator: "=",
        value: "x",
      }],
      ignored: ["symbl"],
    },
  });
});

Deno.test("more rows than a file may have are refused before one is sent", async () => {
  const body = {
    graph: {
      version: 1,
      nodes: [
        {
          id: "a",
          type: "data_source",
          position: { x: 0, y: 0 },
          config: { database: "flowforge", table: "raw_trades" },
        },
        {
          id: "b",
          type: "data_source",
          position: { x: 0, y: 0 },
          config: { database: "flowforge", table: "raw_trades" },
        },
        { id: "all", type: "union", position: { x: 0, y: 0 }, config: {} },
      ],
      edges: [{ source: "a", target: "all", port: "left" }, { source: "b", target: "all", port: "right" }],
    },
    target_node_id: "all",
  };
  const before = (await audit()).length;
  const answer = await app.ask("POST", "/api/v1/preview/export.csv", { body });
  assertProblem(answer, 413, "too_large");
  assert.match(answer.json.detail, /more than 1,200 rows/);
  assert.equal((await audit()).length, before, "nothing was exported");
});

Deno.test("statements of exports run under their own profile alone", async () => {
  profiles.length = 0;
  await app.ask("GET", exportOf(ours.widget));
  assert.deepEqual([...new Set(profiles)], ["export"]);
});

/** A stream that gives `parts` parts of one row of nothing, then does what `then` says. */
function giving(parts: number, then: () => Promise<void>, onReturn = () => {}): SqlStore["stream"] {
  return async function* ({ columns }) {
    try {
      for (let part = 0; part < parts; part++) yield [columns.map(() => null)];
      await then();
    } finally {
      onReturn();
    }
  };
}

async function whileTampered(stream: SqlStore["stream"], work: () => Promise<void>): Promise<void> {
  tamper = stream;
  try {
    await work();
  } finally {
    tamper = null;
  }
}

Deno.test("what fails before the first row is a refusal, with when to come back", () =>
  whileTampered(
    giving(0, async () => {
      const { busyError } = await import("@/lib/server/stores/query_errors.ts");
      throw busyError("ClickHouse");
    }),
    async () => {
      const answer = await app.ask("GET", exportOf(ours.widget));
      assertProblem(answer, 503, "busy");
      assert.equal(answer.headers.get("retry-after"), "1");
    },
  ));

Deno.test("what fails in the middle is broken off on the wire and written down", () =>
  whileTampered(giving(3, () => Promise.reject(new Error("disk"))), async () => {
    const { url, close } = app.serve();
    const response = await fetch(url + exportOf(ours.widget), { headers: { "x-dev-tenant": "tenant-a" } });
    assert.equal(response.status, 200);
    await assert.rejects(response.text());

    // What a browser sees: chunks, and no last one that would say that this was all.
    const { hostname, port } = new URL(url);
    const connection = await Deno.connect({ hostname, port: Number(port) });
    const request = `GET ${
      exportOf(ours.widget)
    } HTTP/1.1\r\nHost: localhost\r\nX-Dev-Tenant: tenant-a\r\n\r\n`;
    await connection.write(new TextEncoder().encode(request));
    const received = await new Response(connection.readable).text().catch(String);
    assert.match(received, /^HTTP\/1\.1 200/);
    assert.match(received, /transfer-encoding: chunked/i);
    assert.doesNotMatch(received, /\r\n0\r\n\r\n$/);
    await close();
    const [last] = await audit();
    assert.equal(last.action, "export_broken_off");
    assert.equal(last.detail.rows, 3);
    assert.ok(app.logged.some((line) => line.includes("export failed")));
  }));

Deno.test("rows that come after the count break the file off too", () =>
  whileTampered(giving(MOST + 1, () => Promise.resolve()), async () => {
    await assert.rejects(app.ask("GET", exportOf(ours.widget)), /more than 1,200 rows/);
  }));

Deno.test("who closes the download stops the statement, even one that computes", async () => {
  let returned = 0;
  const stopped = Promise.withResolvers<void>();
  const endless: SqlStore["stream"] = (query) =>
    giving(
      2,
      () =>
        new Promise((_, reject) =>
          query.signal!.addEventListener("abort", () => reject(query.signal!.reason))
        ),
      () => {
        returned++;
        stopped.resolve();
      },
    )(query);
  await whileTampered(endless, async () => {
    const { url, close } = app.serve();
    const leaving = new AbortController();
    const response = await fetch(url + exportOf(ours.widget), {
      headers: { "x-dev-tenant": "tenant-a" },
      signal: leaving.signal,
    });
    const reader = response.body!.getReader();
    await reader.read();
    leaving.abort();
    await stopped.promise;
    assert.equal(returned, 1);
    await close();
  });
});

/** The tables of `latest`: found in Redis, entitled by symbol, read by key, and computed with like any other table. */
import assert from "node:assert/strict";
import * as catalog from "@/lib/server/catalog/operations.ts";
import * as operations from "@/lib/server/query/operations.ts";
import { StoreError } from "@/lib/server/errors.ts";
import { createLookUps } from "@/lib/server/stores/redis/look_ups.ts";
import type { KeyValueStore } from "@/lib/server/stores/types.ts";
import { waitUntil } from "@/tests/support/processes.ts";
import { chain, source, type TestGraph } from "./graphs.ts";
import { assertDocumented, assertProblem, openTestApp } from "./support.ts";

/** Keys that were asked for, and what is answered in the store's place. */
const asked: string[] = [];
let hashes: KeyValueStore["hashes"] | undefined;

const app = await openTestApp({
  environment: { PREVIEW_TIMEOUT_MS: "60000" },
  adapt(stores) {
    const { keyValue } = stores;
    const noting: Pick<KeyValueStore, "keys" | "hashes"> = {
      keys: (prefix, limit) => keyValue.keys(prefix, limit),
      hashes(keys, fields) {
        asked.push(...keys);
        return (hashes ?? keyValue.hashes)(keys, fields);
      },
    };
    return { ...stores, keyValue: { ...keyValue, ...createLookUps(noting, () => asked.length * 10_000) } };
  },
});
Deno.test.afterAll(() => app.close());
const { keyValue } = app.stores;

const preview = (graph: TestGraph, target: string, tenant = "tenant-a") =>
  app.ask("POST", "/api/v1/preview", { tenant, body: { graph, target_node_id: target } });
const where = (...conditions: object[]) => ({
  id: "where",
  type: "filter",
  config: { logic: "and", conditions },
});
const quotes = source("latest", "quote");
const symbolIs = (value: string) => where({ column: "symbol", operator: "=", value });
const symbolsOf = (rows: unknown[][]) => rows.map(([symbol]) => symbol).toSorted();

Deno.test("the catalogue has the tables whose keys are there, with their declared types", async () => {
  const { json } = await app.ask("GET", "/api/v1/schema/tables");
  const latest = json.items.filter(({ database }: { database: string }) => database === "latest");
  assert.deepEqual(latest.map(({ table, store }: { table: string; store: string }) => [table, store]), [
    ["vwap", "redis"],
    ["position", "redis"],
    ["quote", "redis"],
    ["volatility", "redis"],
  ]);
  const columns = await app.ask("GET", "/api/v1/schema/tables/latest.quote/columns");
  assertDocumented(catalog.columns, columns);
  assert.deepEqual(columns.json.items.slice(0, 3), [
    { name: "symbol", type: "string", nullable: false },
    { name: "event_time", type: "datetime", nullable: true },
    { name: "bid", type: "decimal", nullable: true, precision: 18, scale: 6 },
  ]);
});

Deno.test("a look-up has the rows of the live table that the pipeline writes beside it", async () => {
  const select = (id: string, database: string, table: string) =>
    chain(source(database, table), {
      id,
      type: "select",
      config: { columns: ["symbol", "bid", "ask", "event_time"] },
    });
  const found = await preview(select("s", "latest", "quote"), "s");
  assertDocumented(operations.run, found);
  assert.equal(found.json.row_count, 10);
  const live = await preview(select("s", "public", "live_quotes"), "s");
  const sorted = ({ json }: typeof live) => json.rows.toSorted();
  assert.deepEqual(sorted(found), sorted(live));
});

Deno.test("filters, orders, limits and groups of a look-up mean what they mean elsewhere", async () => {
  const shaped = (database: string, table: string) =>
    chain(
      source(database, table),
      where({ column: "bid", operator: ">", value: 100 }),
      { id: "f", type: "formula", config: { as: "width", expression: "ROUND([ask] - [bid], 4)" } },
      { id: "o", type: "sort", config: { keys: [{ column: "bid", direction: "desc" }] } },
      { id: "l", type: "limit", config: { count: 3 } },
      { id: "s", type: "select", config: { columns: ["symbol", "width"] } },
    );
  const found = await preview(shaped("latest", "quote"), "s");
  assert.equal(found.status, 200, found.text);
  assert.equal(found.json.row_count, 3);
  assert.deepEqual(found.json.rows, (await preview(shaped("public", "live_quotes"), "s")).json.rows);
});

Deno.test("a filter on symbols reads these keys and no others", async () => {
  asked.length = 0;
  const one = await preview(chain(quotes, symbolIs("AAPL")), "where");
  assert.deepEqual(symbolsOf(one.json.rows), ["AAPL"]);
  assert.deepEqual(asked, ["latest:quote:AAPL"]);
  asked.length = 0;
  const two = where({ column: "symbol", operator: "in", value: ["MSFT", "NVDA", "NO SUCH"] });
  assert.deepEqual(symbolsOf((await preview(chain(quotes, two), "where")).json.rows), ["MSFT", "NVDA"]);
  assert.deepEqual(asked, ["MSFT", "NVDA", "NO SUCH"].map((symbol) => `latest:quote:${symbol}`));
});

Deno.test("a tenant reads the keys of its own symbols, whatever it asks for", async () => {
  asked.length = 0;
  const all = await preview(chain(quotes), "source", "tenant-b");
  assert.deepEqual(symbolsOf(all.json.rows), ["BAC", "GS", "JPM"]);
  for (const foreign of ["AAPL", "*", "[A-Z]*", "JPM:", "?PM"]) {
    const answer = await preview(chain(quotes, symbolIs(foreign)), "where", "tenant-b");
    assert.equal(answer.json.row_count, 0, answer.text);
  }
  const counted = {
    id: "n",
    type: "group_by",
    config: { keys: [], metrics: [{ function: "count", as: "n" }] },
  };
  assert.deepEqual((await preview(chain(quotes, counted), "n", "tenant-b")).json.rows, [["3"]]);
  assert.deepEqual(new Set(asked), new Set(["JPM", "BAC", "GS"].map((symbol) => `latest:quote:${symbol}`)));
});

Deno.test("a symbol is a text like any other: nothing in it is a pattern, a command or SQL", async () => {
  const strange = [
    "*",
    "?",
    "[AAPL]",
    "A B",
    "A\nB",
    "A\r\nDEL latest:quote:AAPL",
    "BRK:B",
    "'); --",
    "\\",
    "Ä€🙂",
    "{p1}",
  ];
  for (const [at, symbol] of strange.entries()) {
    await keyValue.setHash(`latest:quote:${symbol}`, { bid: String(at) });
  }
  try {
    for (const [at, symbol] of strange.entries()) {
      const found = await preview(chain(quotes, symbolIs(symbol)), "where");
      assert.deepEqual(found.json.rows.map(([name, , bid]: unknown[]) => [name, bid]), [[
        symbol,
        String(at),
      ]]);
    }
    const all = await preview(chain(quotes), "source");
    assert.equal(all.json.row_count, 10 + strange.length);
  } finally {
    await keyValue.delete(...strange.map((symbol) => `latest:quote:${symbol}`));
  }
});

Deno.test("what is no value of its type is empty and counted, what is missing is empty, and a key that ends is no row", async () => {
  const keys = ["ODD", "GONE", "TEXT"].map((symbol) => `latest:volatility:${symbol}`);
  await keyValue.setHash(keys[0]!, { volatility_1h: "lots", volatility_24h: "0.25", bucket: "yesterday" });
  await keyValue.setHash(keys[1]!, { volatility_1h: "1" }, 1);
  await keyValue.set(keys[2]!, "not a hash");
  try {
    await waitUntil(
      "the key's end",
      async () => (await keyValue.hashes([keys[1]!], ["volatility_1h"]))[0] === null,
    );
    const odd = where({ column: "symbol", operator: "in", value: ["ODD", "GONE", "TEXT"] });
    const found = await preview(chain(source("latest", "volatility"), odd), "where");
    assertDocumented(operations.run, found);
    assert.deepEqual(found.json.rows.toSorted(), [["ODD", null, null, 0.25], ["TEXT", null, null, null]]);
    assert.equal(found.json.unreadable, 3);
  } finally {
    await keyValue.delete(...keys);
  }
});

Deno.test("a look-up is joined with analytical tables, as the same table in ClickHouse is", async () => {
  const joined = (database: string, table: string): TestGraph => ({
    version: 1,
    nodes: [
      { ...source(database, table), id: "latest" },
      { ...source("marts", "dim_instruments"), id: "stored" },
      { id: "both", type: "join", config: { kind: "inner", keys: [{ left: "symbol", right: "symbol" }] } },
      {
        id: "sectors",
        type: "group_by",
        config: {
          keys: [{ column: "sector" }],
          metrics: [{ function: "count", as: "n" }, { function: "sum", column: "quantity", as: "held" }],
        },
      },
    ].map((node) => ({ ...node, position: { x: 0, y: 0 } })),
    edges: [
      { source: "latest", target: "both", port: "left" },
      { source: "stored", target: "both", port: "right" },
      { source: "both", target: "sectors" },
    ],
  });
  const found = await preview(joined("latest", "position"), "sectors");
  assert.equal(found.status, 200, found.text);
  assert.ok(found.json.row_count > 1);
  const stored = await preview(joined("flowforge", "positions"), "sectors");
  const sorted = ({ json }: typeof stored) => json.rows.toSorted();
  assert.deepEqual(sorted(found), sorted(stored));
});

Deno.test("compiling says what is read from which store", async () => {
  const body = { graph: chain(quotes, symbolIs("JPM")), target_node_id: "where" };
  const answer = await app.ask("POST", "/api/v1/compile", { tenant: "tenant-b", body });
  assertDocumented(operations.compile, answer);
  const [read, run] = answer.json.statements;
  assert.deepEqual([read.store, read.table, read.symbols], ["redis", "latest.quote", ["JPM"]]);
  assert.equal(read.text, "HMGET latest:quote:{symbol} event_time bid ask bid_size ask_size mid spread_bps");
  assert.deepEqual([run.store, run.text], ["clickhouse", answer.json.sql]);
  assert.equal(read.columns.length, 8);
  for (const { param, name } of read.columns) {
    assert.match(answer.json.sql, new RegExp(`\\{${param}:Array\\([^}]+\\} AS "${name}"`));
  }
});

Deno.test("rows say when they were true, and a widget shows that", async () => {
  const workflow = await app.ask("POST", "/api/v1/workflows", {
    body: { name: "Quotes", graph: chain(quotes, { id: "table", type: "table_view", config: {} }) },
  });
  const dashboard = await app.ask("POST", "/api/v1/dashboards", { body: { name: "Board" } });
  const widget = await app.ask("POST", "/api/v1/widgets", {
    body: {
      dashboard_id: dashboard.json.id,
      workflow_id: workflow.json.id,
      node_id: "table",
      title: "Quotes",
      layout: { x: 0, y: 0, w: 6, h: 4 },
    },
  });
  assert.equal(widget.status, 201, widget.text);
  const data = await app.ask("GET", `/api/v1/widgets/${widget.json.id}/data?symbol=AAPL`);
  assert.equal(data.status, 200, data.text);
  assert.equal(data.json.row_count, 1);
  const at = data.json.columns.findIndex(({ name }: { name: string }) => name === "event_time");
  assert.equal(data.json.as_of, data.json.rows[0][at]);
  const csv = await app.ask("GET", `/api/v1/widgets/${widget.json.id}/export.csv`);
  assert.equal(csv.status, 200, csv.text);
  assert.equal(csv.text.trim().split("\r\n").length, 11);
});

Deno.test("without Redis a look-up is 503, and everything else goes on", async () => {
  hashes = () => Promise.reject(new StoreError("store_unavailable", "Cannot reach the cache."));
  try {
    assertProblem(await preview(chain(quotes, symbolIs("GS")), "where"), 503, "store_unavailable");
    assert.equal((await preview(chain(source("marts", "dim_instruments")), "source")).status, 200);
  } finally {
    hashes = undefined;
  }
});

Deno.test("more rows than can be handed over are refused, and the message says what to do", async () => {
  const symbols = Array.from({ length: 9_000 }, (_, at) => `SYMBOL-${at}`.padEnd(20, "x"));
  await Promise.all(symbols.map((symbol) => keyValue.setHash(`latest:vwap:${symbol}`, { vwap: "1" })));
  try {
    const answer = await preview(chain(source("latest", "vwap")), "source");
    assertProblem(answer, 413, "too_large");
    assert.match(answer.json.detail, /latest\.vwap.*Filter it by symbol\.$/);
    const few = await preview(chain(source("latest", "vwap"), symbolIs(symbols[7]!)), "where");
    assert.equal(few.json.row_count, 1);
  } finally {
    await keyValue.delete(...symbols.map((symbol) => `latest:vwap:${symbol}`));
  }
});

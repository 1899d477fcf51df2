/** A remembered statement serves the same question again, and no other. */
import assert from "node:assert/strict";
import type { Catalog, CatalogTable, Graph } from "@/compiler/schema/types.ts";
import { FlowForgeError } from "@/lib/server/errors.ts";
import { soundGraph } from "@/lib/server/query/graphs.ts";
import { createRouter, type Route } from "@/lib/server/query/router.ts";
import { rememberStatements } from "@/lib/server/query/statements.ts";

const trades: CatalogTable = {
  database: "flowforge",
  table: "trades",
  store: "clickhouse",
  symbolColumn: "symbol",
  eventTime: "at",
  columns: [
    { name: "symbol", type: "string", nullable: false, storeType: "String" },
    { name: "at", type: "datetime", nullable: false, storeType: "DateTime64(3, 'UTC')" },
    { name: "price", type: "float64", nullable: false, storeType: "Float64" },
  ],
};
const catalog: Catalog = { tables: [trades] };
const position = { x: 0, y: 0 };
const graphOf = (table = "trades"): Graph => ({
  version: 1,
  nodes: [
    { id: "source", type: "data_source", position, config: { database: "flowforge", table } },
    { id: "rows", type: "line_chart", position, config: { x: "at", y: ["price"] } },
    { id: "table", type: "table_view", position, config: {} },
  ],
  edges: [{ source: "source", target: "rows" }, { source: "source", target: "table" }],
});
const options: Parameters<Route>[2] = { catalog, entitlements: { symbols: ["A"] }, limit: 101 };

function opened() {
  let compiled = 0;
  const analytical = { name: "clickhouse", dialect: "clickhouse" };
  const live = { name: "materialize", dialect: "materialize" };
  const router = createRouter({ analytical, live } as never);
  const { read, route } = rememberStatements((...question) => {
    compiled++;
    return router(...question);
  });
  return { read, route, compiled: () => compiled };
}

/** The statements of a graph that was read twice, for two questions asked in turn; and how many were compiled. */
function asked(first: Parameters<Route>[2], second: Parameters<Route>[2], target = "rows") {
  const { read, route, compiled } = opened();
  const graph = graphOf();
  read(graph);
  const a = route(read(graph), "rows", first).statement;
  const b = route(read(graph), target, second).statement;
  return { a, b, compiled: compiled() };
}

Deno.test("the same question is compiled once", () => {
  const { a, b, compiled } = asked(options, { ...options, catalog: { tables: [trades] } });
  assert.equal(a, b);
  assert.equal(compiled, 1);
});

const symbols = (...names: string[]) => ({ ...options, entitlements: { symbols: names } });
const price = (value: string) => [{ column: "price", operator: ">", value }];
const described = {
  ...trades,
  columns: [...trades.columns, {
    name: "fee",
    type: "float64" as const,
    nullable: false,
    storeType: "Float64",
  }],
};

const OTHERS: Readonly<Record<string, readonly [Parameters<Route>[2], Parameters<Route>[2]]>> = {
  "other entitlements": [symbols("A"), symbols("B")],
  "fewer entitlements": [symbols("A", "B"), symbols("A")],
  "entitlements that were taken away": [symbols("A"), symbols()],
  "a locked filter": [options, { ...options, locked: price("1") }],
  "another value of a locked filter": [{ ...options, locked: price("1") }, {
    ...options,
    locked: price("2"),
  }],
  "a filter in place of a locked one": [{ ...options, locked: price("1") }, {
    ...options,
    filters: price("1"),
  }],
  "another value of a filter": [{ ...options, filters: price("1") }, { ...options, filters: price("2") }],
  "a range": [options, { ...options, range: { from: "2026-01-05T00:00:00Z" } }],
  "another limit": [options, { ...options, limit: 11 }],
  "another page": [options, { ...options, offset: 100 }],
  "another width": [{ ...options, pixels: 100 }, { ...options, pixels: 200 }],
  "a table that was read anew": [options, { ...options, catalog: { tables: [described] } }],
};

for (const [what, [first, second]] of Object.entries(OTHERS)) {
  Deno.test(`${what}: another statement`, () => {
    const { a, b, compiled } = asked(first, second);
    assert.equal(compiled, 2);
    if (what !== "a table that was read anew") {
      assert.notDeepEqual(a, b);
    }
  });
}

Deno.test("another target: another statement", () => {
  const { a, b } = asked(options, options, "table");
  assert.notEqual(a.sql, b.sql);
});

Deno.test("a table that is no longer granted is unknown, however often it was read", () => {
  assert.throws(() => asked(options, { ...options, catalog: { tables: [] } }), FlowForgeError);
});

Deno.test("a workflow that was saved is another graph, and one with other pivot values too", () => {
  const { read, route, compiled } = opened();
  const graph = graphOf();
  read(graph);
  const known = read(graph);
  route(known, "rows", options);
  route(known.withConfig("rows", { x: "at", y: ["price"], area: true }), "rows", options);
  const saved = graphOf();
  read(saved);
  route(read(saved), "rows", options);
  assert.equal(compiled(), 3);
});

Deno.test("a graph that comes once is not kept, and one that cannot be used is refused each time", () => {
  const { read, route, compiled } = opened();
  const once = read(graphOf());
  route(once, "rows", options);
  route(once, "rows", options);
  assert.equal(compiled(), 2);
  const unsound = { version: 1, nodes: [], edges: [{ source: "a", target: "b" }] };
  for (let time = 0; time < 2; time++) assert.throws(() => soundGraph(read(unsound)), FlowForgeError);
  assert.throws(() => soundGraph(read(null)), FlowForgeError);
});

/** Every statement behind an export (look-ups of a pivot, the count, the rows) sees what the result may see. */
import assert from "node:assert/strict";
import type { CatalogTable, DashboardFilter, Graph } from "@/compiler/schema/types.ts";
import type { ServiceContext } from "@/lib/server/context.ts";
import { createLog } from "@/lib/server/log.ts";
import { createQueries } from "@/lib/server/query/queries.ts";
import { openMemoryKeyValue } from "@/lib/server/stores/redis/memory.ts";
import type { Row, SqlStore, StoreQuery } from "@/lib/server/stores/types.ts";

const MOST = 5;
const trades: CatalogTable = {
  database: "flowforge",
  table: "trades",
  store: "clickhouse",
  symbolColumn: "symbol",
  eventTime: "at",
  columns: [
    { name: "symbol", type: "string", nullable: false },
    { name: "desk", type: "string", nullable: false },
    { name: "price", type: "float64", nullable: false },
    { name: "at", type: "datetime", nullable: false },
  ],
};

function openQueries(count: number, parts: readonly (readonly Row[])[] = []) {
  const statements: (StoreQuery & { readonly way: "query" | "stream" })[] = [];
  const analytical: SqlStore = {
    name: "clickhouse",
    dialect: "clickhouse",
    databases: [],
    query(query) {
      statements.push({ ...query, way: "query" });
      const name = query.columns[0]?.name;
      return Promise.resolve([[name === "rows" ? String(count) : "CANARY"]]);
    },
    async *stream(query) {
      statements.push({ ...query, way: "stream" });
      yield* parts;
    },
    describe: () => Promise.resolve([]),
    ping: () => Promise.resolve(),
    close: () => Promise.resolve(),
  };
  const context = {
    config: { preview: { rows: 100, cacheMs: 0 }, page: { rows: 100, cacheMs: 0 }, export: { rows: MOST } },
    stores: { analytical, keyValue: openMemoryKeyValue() },
    clock: { now: () => 0 },
    log: createLog("error", () => {}),
    metrics: { observeQuery() {}, countCache() {}, countCoalesced() {}, setQueriesInFlight() {} },
  } as unknown as ServiceContext;
  const entitlements = { symbols: ["ENTITLED"], tables: "all" as const };
  const viewOf = () => Promise.resolve({ catalog: { tables: [trades] }, entitlements });
  return { statements, queries: createQueries(context, viewOf as never) };
}

const position = { x: 0, y: 0 };
const pivot: Graph = {
  version: 1,
  nodes: [
    { id: "source", type: "data_source", position, config: { database: "flowforge", table: "trades" } },
    {
      id: "pivot",
      type: "pivot",
      position,
      config: { rows: ["symbol"], column: "desk", value: "price", function: "sum" },
    },
  ],
  edges: [{ source: "source", target: "pivot" }],
};
const line: Graph = {
  version: 1,
  nodes: [
    pivot.nodes[0]!,
    { id: "line", type: "line_chart", position, config: { x: "at", y: ["price"] } },
  ],
  edges: [{ source: "source", target: "line" }],
};
const lockedFilters: readonly DashboardFilter[] = [{ column: "symbol", operator: "=", value: "LOCKED" }];
const filters = {
  filters: [{ column: "desk", operator: "=", value: "ASKED" }, {
    column: "symbol",
    operator: "=",
    value: "OTHER",
  }],
  range: { from: "2026-11-01T00:00:00Z" },
  empty: [],
};

Deno.test("entitlement, locked filters, filters and range bind every statement of an export", async () => {
  const { queries, statements } = openQueries(1, [[["ENTITLED", 1]]]);
  const result = await queries.export({
    tenantId: "a",
    graph: pivot,
    target: "pivot",
    filters,
    lockedFilters,
  });
  for await (const _part of result.parts) { /* read to the end */ }
  assert.ok(statements.length >= 3, "the look-up, the count and the rows");
  assert.deepEqual(statements.map(({ way }) => way).filter((way) => way === "stream"), ["stream"]);
  for (const { sql, params, profile } of statements) {
    const bound = JSON.stringify(params);
    for (const value of ["ENTITLED", "LOCKED", "ASKED", "2026-11-01"]) assert.ok(bound.includes(value), sql);
    assert.ok(!bound.includes("OTHER"), "a locked column is not the caller's to filter");
    assert.equal(profile, "export");
  }
  assert.deepEqual(result.columns.map(({ name }) => name), ["symbol", "CANARY"]);
  const ignored = result.filters!.ignored.map(({ column, reason }) => [column, reason]);
  assert.deepEqual(ignored, [["symbol", "locked"]]);
});

Deno.test("a chart's export is its rows: neither reduced to a picture nor cut", async () => {
  const { queries, statements } = openQueries(3);
  await queries.export({ tenantId: "a", graph: line, target: "line" }).then(async ({ parts }) => {
    for await (const _part of parts) { /* read to the end */ }
  });
  const rows = statements.find(({ way }) => way === "stream")!;
  assert.doesNotMatch(rows.sql, /LIMIT|row_number|bucket/i);
  assert.match(rows.sql, /ORDER BY/, "in the order of the picture");
});

Deno.test("more rows than a file may have are refused by the count, and by the rows should more have come", async () => {
  const few = openQueries(MOST + 1);
  await assert.rejects(few.queries.export({ tenantId: "a", graph: line, target: "line" }), {
    code: "too_large",
  });
  assert.ok(few.statements.every(({ way }) => way === "query"));

  const late = openQueries(MOST, [[[1, 1], [2, 2]], [[3, 3], [4, 4], [5, 5]], [[6, 6]]]);
  const { parts } = await late.queries.export({ tenantId: "a", graph: line, target: "line" });
  const read: Row[] = [];
  await assert.rejects(async () => {
    for await (const part of parts) read.push(...part);
  }, { code: "too_large" });
  assert.equal(read.length, MOST);
});

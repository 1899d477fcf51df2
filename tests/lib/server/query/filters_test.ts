import assert from "node:assert/strict";
import { compile } from "@/compiler/mod.ts";
import type { CatalogTable, DashboardFilter, Graph } from "@/compiler/schema/types.ts";
import { filtersFromQuery } from "@/lib/server/api/filters.ts";
import { resolveFilters, TIME_COLUMN, unreachedBy, withLocked } from "@/lib/server/query/filters.ts";

const from = (query: string) => filtersFromQuery(new URLSearchParams(query));

const column = (name: string, type: CatalogTable["columns"][number]["type"]) => ({
  name,
  type,
  nullable: false,
});
const trades: CatalogTable = {
  database: "flowforge",
  table: "raw_trades",
  store: "clickhouse",
  columns: [
    column("symbol", "string"),
    column("event_time", "datetime"),
    column("lots", "int64"),
    column("rate", "float64"),
    column("price", "decimal"),
    column("open", "boolean"),
  ],
};
const days: CatalogTable = { ...trades, table: "rpt_daily_pnl", columns: [column("trade_date", "date")] };
const static_: CatalogTable = { ...trades, table: "dim_instruments", columns: [column("symbol", "string")] };

Deno.test("a query string reads as filters", () => {
  const cases: readonly (readonly [string, unknown])[] = [
    ["symbol=AAPL", { column: "symbol", operator: "=", value: "AAPL" }],
    ["symbol=AAPL&symbol=MSFT", { column: "symbol", operator: "in", value: ["AAPL", "MSFT"] }],
    ["symbol.in=AAPL,MSFT", { column: "symbol", operator: "in", value: ["AAPL", "MSFT"] }],
    ["symbol.not_in=A&symbol.not_in=B", { column: "symbol", operator: "not_in", value: ["A", "B"] }],
    ["price.%3E%3D=100", { column: "price", operator: ">=", value: "100" }],
    ["price.>==100", { column: "price", operator: ">=", value: "100" }],
    ["price.<==-1", { column: "price", operator: "<=", value: "-1" }],
    ["price.>=100", { column: "price", operator: ">", value: "100" }],
    ["price.!==100", { column: "price", operator: "!=", value: "100" }],
    ["price.!=100", { column: "price", operator: "!=", value: "100" }],
    ["price.==100", { column: "price", operator: "=", value: "100" }],
    ["price.between=1,2", { column: "price", operator: "between", value: ["1", "2"] }],
    ["note.is_null=1", { column: "note", operator: "is_null" }],
    ["a.b=1", { column: "a.b", operator: "=", value: "1" }],
    ["event_time.last_n=15m", {
      column: "event_time",
      operator: "last_n",
      value: { size: 15, unit: "minute" },
    }],
    ["range=1d", { column: TIME_COLUMN, operator: "last_n", value: { size: 1, unit: "day" } }],
  ];
  for (const [query, expected] of cases) assert.deepEqual(from(query), [expected], query);
});

Deno.test("parameters of the request itself and empty ones are no filters", () => {
  assert.deepEqual(from("limit=5&offset=1&pixels=9&fresh=1&ticket=t&key=k&api_key=k&theme=dark&symbol="), []);
});

Deno.test("a range that cannot be read is refused", () => {
  for (const query of ["range=soon", "range=1", "range=-1d", "range=1.5h", "range=99999999d", "range=1D"]) {
    assert.throws(() => from(query), { code: "invalid_input" }, query);
  }
});

Deno.test("the range lands on the time column of each table that has one", () => {
  const resolved = resolveFilters(from("range=6h"), [trades, days, static_]);
  assert.deepEqual(resolved.map(({ column }) => column), ["event_time", "trade_date"]);
  assert.deepEqual(resolveFilters(from("range=6h"), [static_]), []);
});

Deno.test("text takes the column's type, and loses nothing on the way", () => {
  const position = { x: 0, y: 0 };
  const config = { database: trades.database, table: trades.table };
  const graph: Graph = {
    version: 1,
    nodes: [{ id: "source", type: "data_source", position, config }],
    edges: [],
  };
  /** The bound values and their types, as a statement of the filtered table carries them. */
  const bound = (filters: readonly DashboardFilter[]) => {
    const options = { catalog: { tables: [trades] }, dialect: "clickhouse" as const };
    const entitlements = { symbols: "all" as const };
    const result = compile(graph, "source", { ...options, entitlements, filters });
    assert.ok(result.ok, JSON.stringify(result));
    return result.params.map(({ type, value }) => [type, value]);
  };
  const typed: readonly (readonly [string, DashboardFilter["value"]])[] = [
    ["lots=12", 12],
    ["lots= 12", 12],
    ["lots=-3", -3],
    ["lots=9007199254740993", 9007199254740993n],
    ["lots=6.5", 6.5],
    ["rate=0.5", 0.5],
    ["rate=1e3", 1e3],
    ["price=0.10", "0.10"],
    ["open=true", true],
    ["open=false", false],
    ["symbol=12", "12"],
    ["symbol=true", "true"],
  ];
  for (const [query, value] of typed) {
    const filters = resolveFilters(from(query), [trades]);
    assert.deepEqual(bound(filters), bound([{ ...filters[0]!, value }]), query);
  }
  const several = resolveFilters(from("lots.in=1,2"), [trades]);
  assert.deepEqual(bound(several), bound([{ column: "lots", operator: "in", value: [1, 2] }]));
  assert.equal(resolveFilters(from("open=yes"), [trades])[0]!.value, "yes");
});

Deno.test("a locked filter replaces the caller's on its column", () => {
  const locked = [{ column: "symbol", operator: "=", value: "AAPL" }];
  const merged = withLocked(locked, from("symbol=MSFT&symbol.!%3D=AAPL&lots=1"));
  assert.deepEqual(merged.map(({ column, value }) => [column, value]), [["symbol", "AAPL"], ["lots", "1"]]);
  assert.deepEqual(unreachedBy(locked, [trades, days]), [days]);
  assert.deepEqual(unreachedBy([], [trades, days]), []);
});

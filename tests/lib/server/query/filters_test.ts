import assert from "node:assert/strict";
import fc from "fast-check";
import { compile } from "@/compiler/mod.ts";
import type { CatalogTable, DashboardFilter, Graph } from "@/compiler/schema/types.ts";
import { filterParameters, filtersFromQuery, parameterOf } from "@/lib/server/api/filters.ts";
import { reportOf, unlocked, unreachedBy } from "@/lib/server/query/filters.ts";

const asked = (query: string) => filtersFromQuery(filterParameters(query));
const from = (query: string) => asked(query).filters;

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

Deno.test("of a name that comes twice nothing is dropped", () => {
  const above = (value: string) => ({ column: "price", operator: ">", value });
  assert.deepEqual(from("price.%3E=1&price.%3E=2"), [above("1"), above("2")]);
  assert.throws(() => asked("range=1d&range=1h"), /"range": it is given more than once/);
  assert.throws(() => asked("at.last_n=1d&at.last_n=1h"), /"at\.last_n": it is given more than once/);
  assert.deepEqual(asked("range=1d&range=1d").range, { last: { size: 1, unit: "day" } });
});

Deno.test("a query string reads as filters", () => {
  const cases: readonly (readonly [string, unknown])[] = [
    ["symbol=AAPL", { column: "symbol", operator: "=", value: "AAPL" }],
    ["symbol=AAPL&symbol=MSFT", { column: "symbol", operator: "in", value: ["AAPL", "MSFT"] }],
    ["symbol.in=AAPL,MSFT", { column: "symbol", operator: "in", value: ["AAPL", "MSFT"] }],
    ["name.in=Amazon.com%2C%20Inc.", { column: "name", operator: "in", value: ["Amazon.com, Inc."] }],
    ["name.in=Amazon.com%2c+Inc.,A%26B&name.in=C", {
      column: "name",
      operator: "in",
      value: ["Amazon.com, Inc.", "A&B", "C"],
    }],
    ["name=A,B", { column: "name", operator: "=", value: "A,B" }],
    ["name.contains=A,B", { column: "name", operator: "contains", value: "A,B" }],
    ["n%61me%2Enot_in=A,B", { column: "name", operator: "not_in", value: ["A", "B"] }],
    ["symbol.not_in=A&symbol.not_in=B", { column: "symbol", operator: "not_in", value: ["A", "B"] }],
    ["price.%3E%3D=100", { column: "price", operator: ">=", value: "100" }],
    ["price.>==100", { column: "price", operator: ">=", value: "100" }],
    ["price.<==-1", { column: "price", operator: "<=", value: "-1" }],
    ["price.>=100", { column: "price", operator: ">", value: "100" }],
    ["price.!==100", { column: "price", operator: "!=", value: "100" }],
    ["price.!=100", { column: "price", operator: "!=", value: "100" }],
    ["price.==100", { column: "price", operator: "=", value: "100" }],
    ["price.between=1,2", { column: "price", operator: "between", value: ["1", "2"] }],
    ["price.between=1&price.between=2", { column: "price", operator: "between", value: ["1", "2"] }],
    ["note.is_null=1", { column: "note", operator: "is_null" }],
    ["a.b=1", { column: "a.b", operator: "=", value: "1" }],
    ["event_time.last_n=15m", {
      column: "event_time",
      operator: "last_n",
      value: { size: 15, unit: "minute" },
    }],
    ["note.is_null", { column: "note", operator: "is_null" }],
    [".limit=5", { column: "limit", operator: "=", value: "5" }],
    [".title=A&.title=B", { column: "title", operator: "in", value: ["A", "B"] }],
    [".range=wide", { column: "range", operator: "=", value: "wide" }],
    [".offset.>==5", { column: "offset", operator: ">=", value: "5" }],
    ["limit.==5", { column: "limit", operator: "=", value: "5" }],
    ["..x=1", { column: ".x", operator: "=", value: "1" }],
  ];
  for (const [query, expected] of cases) assert.deepEqual(from(query), [expected], query);
});

Deno.test("whatever a list holds comes back from an address, written either way", () => {
  const text = fc.string({ unit: "grapheme", minLength: 1, maxLength: 12 });
  fc.assert(fc.property(fc.array(text, { minLength: 1, maxLength: 5 }), (value) => {
    const expected = [{ column: "name", operator: "in", value }];
    const repeated = new URLSearchParams(value.map((each) => ["name.in", each])).toString();
    assert.deepEqual(from(repeated), expected);
    assert.deepEqual(from(`name.in=${value.map(encodeURIComponent).join(",")}`), expected);
    assert.deepEqual(from(`?${filterParameters(repeated)}`), expected, "a page's links say the same");
  }));
});

Deno.test("parameters of the request itself are no filters", () => {
  const query = "limit=5&offset=1&pixels=9&fresh=1&ticket=t&key=k&api_key=k&theme=dark";
  assert.deepEqual(asked(query), { filters: [], empty: [] });
});

Deno.test("what is given no value is no filter, and is said", () => {
  for (const query of ["symbol=", "symbol.in=", "symbol.>==", ".limit="]) {
    const { filters, empty } = asked(query);
    assert.deepEqual([filters, empty], [[], [query.startsWith(".") ? "limit" : "symbol"]], query);
  }
  const { ignored } = reportOf({ applied: [], ignored: [] }, asked("symbol.in="), []);
  assert.deepEqual(ignored.map(({ column, reason }) => [column, reason]), [["symbol", "empty_value"]]);
});

Deno.test("every column has a name in an address, whatever else that name means", () => {
  for (const column of ["symbol", "limit", "offset", "theme", "title", "range", "refresh", ".x", "ticket"]) {
    const { filters } = asked(String(new URLSearchParams({ [parameterOf(column)]: "v" })));
    assert.deepEqual(filters, [{ column, operator: "=", value: "v" }], column);
  }
  assert.equal(parameterOf("symbol"), "symbol");
});

Deno.test("a range that cannot be read is refused", () => {
  for (const query of ["range=soon", "range=1", "range=-1d", "range=1.5h", "range=99999999d", "range=1D"]) {
    assert.throws(() => from(query), { code: "invalid_input" }, query);
  }
});

Deno.test("a range is one of its own, on no column that the address knows", () => {
  assert.deepEqual(asked("range=6h"), { filters: [], empty: [], range: { last: { size: 6, unit: "hour" } } });
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
    const filters = from(query);
    assert.deepEqual(bound(filters), bound([{ ...filters[0]!, value }]), query);
  }
  for (const query of ["lots.in=1,2", "lots.in=1%2C2", "lots.in=1&lots.in=2", "lots.in=1%2C+2"]) {
    const several = from(query);
    assert.deepEqual(bound(several), bound([{ column: "lots", operator: "in", value: [1, 2] }]), query);
  }
  for (const query of ["rate.between=1,2", "rate.between=1%2C2"]) {
    const ends = bound([{ column: "rate", operator: "between", value: [1, 2] }]);
    assert.deepEqual(bound(from(query)), ends, query);
  }
  const times = ["2026-11-27T10:00:00Z", "2026-11-28T10:00:00.250Z"];
  for (const query of [`event_time.between=${times.join()}`, `event_time.between=${times.join("%2C")}`]) {
    const ends = bound([{ column: "event_time", operator: "between", value: times }]);
    assert.deepEqual(bound(from(query)), ends, query);
  }
});

Deno.test("a locked filter replaces the caller's on its column", () => {
  const locked = [{ column: "symbol", operator: "=", value: "AAPL" }];
  const left = unlocked(locked, from("symbol=MSFT&symbol.!%3D=AAPL&lots=1"));
  assert.deepEqual(left.map(({ column, value }) => [column, value]), [["lots", "1"]]);
  const report = reportOf({ applied: [], ignored: [] }, asked("symbol=MSFT"), locked);
  assert.deepEqual(report.ignored.map(({ column, reason }) => [column, reason]), [["symbol", "locked"]]);
  assert.deepEqual(unreachedBy(locked, [trades, days]), [days]);
  assert.deepEqual(unreachedBy([], [trades, days]), []);
});

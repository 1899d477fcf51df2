/** What a statement asks of tables that another store holds: the columns that are read, of no more symbols than needed. */
import assert from "node:assert/strict";
import { bindRows, type CatalogTable, compile, type CompileOptions, type Graph } from "@/compiler/mod.ts";
import { chain, graph, instruments, node, quotes, quoteSource, source, trades } from "./support/graphs.ts";

const elsewhere = (table: CatalogTable): CatalogTable => ({ ...table, store: "redis" });
const catalog = { tables: [elsewhere(trades), instruments] };

function compiled(of: Graph, options: Partial<CompileOptions> = {}) {
  const result = compile(of, of.nodes.at(-1)?.id ?? "", {
    catalog,
    dialect: "clickhouse",
    store: "clickhouse",
    entitlements: { symbols: ["AAPL", "MSFT"] },
    ...options,
  });
  assert.ok(result.ok, JSON.stringify(result));
  return result;
}

const filter = (...conditions: object[]) => node("f", "filter", { logic: "and", conditions });
const symbolsOf = (of: Graph, options?: Partial<CompileOptions>) =>
  compiled(of, options).handed?.[0]?.symbols;

Deno.test("the entitled symbols are asked for, and with a filter on symbols only those of them", () => {
  const is = (value: string) => ({ column: "symbol", operator: "=", value });
  assert.deepEqual(symbolsOf(chain(source())), ["AAPL", "MSFT"]);
  assert.deepEqual(symbolsOf(chain(source(), filter(is("MSFT")))), ["MSFT"]);
  assert.deepEqual(symbolsOf(chain(source(), filter(is("NVDA")))), [], "not entitled");
  assert.deepEqual(
    symbolsOf(chain(source(), filter({ ...is(""), operator: "in", value: ["AAPL", "NVDA"] }))),
    [
      "AAPL",
    ],
  );
  const either = { logic: "or", conditions: [is("AAPL"), is("NVDA")] };
  assert.deepEqual(symbolsOf(chain(source(), node("f", "filter", either))), ["AAPL"]);
  const orLarge = { logic: "or", conditions: [is("AAPL"), { column: "quantity", operator: ">", value: 1 }] };
  assert.deepEqual(symbolsOf(chain(source(), node("f", "filter", orLarge))), ["AAPL", "MSFT"]);
  assert.deepEqual(symbolsOf(chain(source(), filter({ ...is("AAPL"), operator: "!=" }))), ["AAPL", "MSFT"]);
  assert.deepEqual(symbolsOf(chain(source()), { filters: [is("AAPL")] }), ["AAPL"], "a viewer's filter");
  assert.deepEqual(symbolsOf(chain(source()), { locked: [is("AAPL")] }), ["AAPL"], "a locked filter");
});

Deno.test("without entitlements nothing is asked for, and with all of them only what a filter names", () => {
  assert.deepEqual(symbolsOf(chain(source()), { entitlements: undefined }), []);
  assert.deepEqual(symbolsOf(chain(source()), { entitlements: { symbols: [] } }), []);
  assert.equal(symbolsOf(chain(source()), { entitlements: { symbols: "all" } }), "all");
  const one = filter({ column: "symbol", operator: "=", value: "XOM" });
  assert.deepEqual(symbolsOf(chain(source(), one), { entitlements: { symbols: "all" } }), ["XOM"]);
});

Deno.test("a condition behind a limit or a window asks for no fewer rows", () => {
  const one = filter({ column: "symbol", operator: "=", value: "AAPL" });
  const limit = node("l", "limit", { count: 2 });
  assert.deepEqual(symbolsOf(chain(source(), limit, one)), ["AAPL", "MSFT"]);
  const rank = node("w", "window", {
    function: "rank",
    as: "place",
    order_by: [{ column: "price", direction: "desc" }],
  });
  assert.deepEqual(symbolsOf(chain(source(), rank, one)), ["AAPL", "MSFT"]);
});

Deno.test("a table that is read twice is asked for once, with what either needs", () => {
  const narrow = (id: string, symbol: string, column: string) => [
    node(`f${id}`, "filter", {
      logic: "and",
      conditions: [{ column: "symbol", operator: "=", value: symbol }],
    }),
    node(`s${id}`, "select", { columns: [column] }),
  ];
  const [f1, s1] = narrow("1", "AAPL", "quantity");
  const [f2, s2] = narrow("2", "MSFT", "trade_id");
  const both = graph([source("a"), source("b"), f1!, s1!, f2!, s2!, node("u", "join", { kind: "cross" })], [
    "a > f1",
    "f1 > s1",
    "b > f2",
    "f2 > s2",
    "s1 > u.left",
    "s2 > u.right",
  ]);
  const { handed = [] } = compiled(both);
  assert.equal(handed.length, 1);
  assert.deepEqual(handed[0]!.symbols, ["AAPL", "MSFT"]);
  assert.deepEqual(handed[0]!.columns.map(({ name }) => name).toSorted(), ["quantity", "symbol", "trade_id"]);
});

Deno.test("rows are counted where no column of them is read", () => {
  const { handed = [] } = compiled(
    chain(source(), node("g", "group_by", { keys: [], metrics: [{ function: "count", as: "n" }] })),
    { entitlements: { symbols: "all" } },
  );
  assert.deepEqual(handed[0]!.columns.map(({ name }) => name), ["symbol"]);
});

Deno.test("values are bound and never part of the text", () => {
  const statement = compiled(chain(source()));
  const [handed] = statement.handed!;
  const strange = "x'); DROP TABLE t --\n{p1:String}";
  const row = handed!.columns.map(({ name }) => name === "symbol" ? strange : null);
  const params = bindRows(statement.params, handed!, [row], "clickhouse");
  assert.ok(!statement.sql.includes("DROP"));
  const of = (name: string) =>
    params.find((param) => param.name === handed!.columns.find((column) => column.name === name)!.param)
      ?.value;
  assert.deepEqual(of("symbol"), [strange]);
  assert.equal(of("quantity"), "[NULL]");
  assert.deepEqual(of("side"), [null]);
});

Deno.test("what is bound has our own types, whatever its store calls them", () => {
  const own = { sql: compiled(chain(source())).sql };
  const typed = {
    ...elsewhere(trades),
    columns: trades.columns.map((column) =>
      column.name === "event_time" ? { ...column, storeType: "timestamp without time zone" } : column
    ),
  };
  assert.equal(compiled(chain(source()), { catalog: { tables: [typed] } }).sql, own.sql);
});

Deno.test("a condition behind an as-of join asks for no fewer rows: another would become the nearest", () => {
  const join = node("j", "join", {
    kind: "asof",
    keys: [{ left: "price", right: "bid" }],
    asof: { left: "event_time", right: "event_time", direction: "backward" },
  });
  const one = filter({ column: "symbol_right", operator: "=", value: "AAPL" });
  const nearest = graph([source("a"), quoteSource("b"), join, one], ["a > j.left", "b > j.right", "j > f"]);
  const options = {
    catalog: { tables: [trades, elsewhere(quotes)] },
    entitlements: { symbols: "all" },
  } as const;
  assert.equal(symbolsOf(nearest, options), "all");
});

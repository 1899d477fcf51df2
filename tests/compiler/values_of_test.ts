/** Which values of a pivot's column are looked up: those that its result has, the heaviest of them. */
import assert from "node:assert/strict";
import {
  type CatalogTable,
  compile,
  type CompileOptions,
  type Graph,
  type GraphNode,
  readGraph,
  valuesOf,
  valuesWanted,
} from "@/compiler/mod.ts";
import { type Engine, openClickHouse, openPostgres, type Rows } from "./support/engines.ts";
import { catalog, chain, everything, fillMarket, graph, node, source } from "./support/graphs.ts";

/** Twelve hours; hour n has n rows, and an hour that is not known has the most of all. */
const hours: CatalogTable = {
  database: "flowforge",
  table: "hours",
  store: "clickhouse",
  symbolColumn: "symbol",
  columns: [
    { name: "symbol", type: "string", nullable: false },
    { name: "hour", type: "int64", nullable: true },
    { name: "amount", type: "int64", nullable: false },
  ],
};
const hourRows = [
  ...Array.from({ length: 12 }, (_, hour) => Array.from({ length: hour + 1 }, () => ["AAPL", hour + 1, 1])),
  Array.from({ length: 40 }, () => ["AAPL", null, 1]),
  // Foreign rows, which would be the heaviest.
  Array.from({ length: 50 }, (_, at) => ["CANARY", 100 + at % 2, 1]),
].flat();
const read = node("a", "data_source", { database: "flowforge", table: "hours" });
const pivot = (more: Record<string, unknown> = {}) =>
  node("p", "pivot", { rows: ["symbol"], column: "hour", value: "amount", function: "sum", ...more });

async function lookedUp(
  engine: Engine,
  given: Graph,
  options: Partial<CompileOptions> = {},
): Promise<{ readonly values: Rows; readonly count: Rows }> {
  const whole = readGraph(given);
  const [wanted] = valuesWanted(whole, given.nodes.at(-1)?.id ?? "");
  assert.ok(wanted);
  const lookup = valuesOf(whole, wanted);
  const rows = async (target: string) => {
    const compiled = compile(lookup.graph, target, {
      catalog: { tables: [...catalog.tables, hours] },
      dialect: engine.dialect,
      entitlements: everything,
      ...options,
    });
    assert.ok(compiled.ok, JSON.stringify(compiled));
    return await engine.run(compiled);
  };
  return { values: await rows(lookup.values), count: await rows(lookup.count) };
}

const only = (symbol: string) => ({ entitlements: { symbols: [symbol] } });

for (const open of [openClickHouse, openPostgres]) {
  Deno.test({
    name: `the values of a pivot: ${open === openClickHouse ? "ClickHouse" : "PostgreSQL"}`,
    sanitizeOps: false,
    sanitizeResources: false,
    async fn(test) {
      const engine = await open();
      try {
        await fillMarket(engine);
        await engine.fill(hours, hourRows);
        await test.step("the heaviest in their natural order, and how many there are", async () => {
          const found = await lookedUp(engine, chain(read, pivot({ most: 3 })), only("AAPL"));
          assert.deepEqual(found, { values: [["10", "10"], ["11", "11"], ["12", "12"]], count: [["12"]] });
        });
        await test.step("all of them where there are few", async () => {
          const { values } = await lookedUp(engine, chain(read, pivot()), only("AAPL"));
          assert.deepEqual(values.map(([hour]) => Number(hour)), [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12]);
        });
        await test.step("none that the reader is not entitled to", async () => {
          const { values, count } = await lookedUp(engine, chain(read, pivot()), only("CANARY"));
          assert.deepEqual([values, count], [[["100", "25"], ["101", "25"]], [["2"]]]);
          const none = await lookedUp(engine, chain(read, pivot()), { entitlements: { symbols: [] } });
          assert.deepEqual(none, { values: [], count: [["0"]] });
        });
        await test.step("none that a filter keeps from the result", async () => {
          const filters = [{ column: "hour", operator: "<=", value: 4 }];
          const { values, count } = await lookedUp(engine, chain(read, pivot({ most: 2 })), { filters });
          assert.deepEqual([values, count], [[["3", "3"], ["4", "4"]], [["4"]]]);
        });
        await test.step("of the node's own input, whatever else the graph holds", async () => {
          const kept = node("f", "filter", {
            logic: "and",
            conditions: [{ column: "trade_id", operator: "<", value: 5 }],
          });
          const given = graph([
            source("present"),
            kept,
            node("p", "pivot", { rows: [], column: "side", value: "quantity", function: "sum", most: 1 }),
            node("other", "limit", { count: 1 }),
            node("value", "limit", { count: 1 }),
          ], ["present > f", "f > p", "p > value", "f > other"]);
          const { values, count } = await lookedUp(engine, given);
          assert.deepEqual([values, count], [[["buy", "3"]], [["2"]]]);
        });
        await test.step("text, days, moments and truth as they are", async () => {
          for (
            const [column, expected] of [
              ["side", ["Sell", "buy", "sell"]],
              ["day", ["1970-01-01", "2024-01-31", "2024-02-01", "2024-02-29", "2024-12-30"]],
              ["flag", [false, true]],
            ] as const
          ) {
            const config = { rows: [], column, value: "quantity", function: "sum" };
            const { values } = await lookedUp(engine, chain(source(), node("p", "pivot", config)));
            assert.deepEqual(values.map(([value]) => value), expected);
          }
        });
      } finally {
        await engine.close();
      }
    },
  });
}

Deno.test("a lookup names no node twice, and a pivot with nothing before it is still a graph", () => {
  const names = ["present", "counted", "kept", "total"];
  const before: GraphNode[] = names.map((id) => node(id, "limit", { count: 5 }));
  const given = readGraph(chain(read, ...before, pivot()));
  const [wanted] = valuesWanted(given, "p");
  assert.ok(wanted);
  const { graph: lookup } = valuesOf(given, wanted);
  assert.deepEqual(readGraph(lookup).problems, []);
  assert.ok(!lookup.nodes.some(({ id }) => id === "p"));
  const alone = readGraph({ version: 1, nodes: [pivot()], edges: [] });
  const [waiting] = valuesWanted(alone, "p");
  assert.ok(waiting);
  const unread = valuesOf(alone, waiting);
  const compiled = compile(unread.graph, unread.values, { catalog, dialect: "clickhouse" });
  assert.ok(!compiled.ok);
  assert.equal(compiled.problems[0]?.code, "missing_input");
});

/** Median over a window on stores that have none: gathered, then computed. */
import assert from "node:assert/strict";
import { compile, type Graph } from "@/compiler/mod.ts";
import { openClickHouse, openPostgres, type Rows, sorted } from "./support/engines.ts";
import { catalog, chain, everything, node, source, tradeRows, trades } from "./support/graphs.ts";

const byTime = [{ column: "event_time", direction: "asc" }, { column: "trade_id", direction: "asc" }];
const medianOf = (column: string, more = {}) =>
  node(`w${column}`, "window", { function: "median", column, as: `mid_${column}`, ...more });

const GRAPHS: Readonly<Record<string, Graph>> = {
  partition: chain(source(), medianOf("price", { partition_by: ["symbol"], order_by: [] })),
  running: chain(source(), medianOf("quantity", { partition_by: [], order_by: byTime })),
  framed: chain(
    source(),
    medianOf("rate", {
      partition_by: ["symbol"],
      order_by: byTime,
      frame: { preceding: 1, following: 1 },
    }),
  ),
  "an empty frame": chain(
    source(),
    medianOf("rate", { partition_by: [], order_by: byTime, frame: { preceding: 0, following: 0 } }),
  ),
  "two beside another window": chain(
    source(),
    medianOf("price", { partition_by: [], order_by: byTime }),
    node("sum", "window", {
      function: "sum",
      column: "quantity",
      as: "s",
      partition_by: [],
      order_by: byTime,
    }),
    medianOf("rate", { partition_by: ["side"], order_by: byTime }),
  ),
  "filtered, sorted and grouped by": chain(
    source(),
    medianOf("price", { partition_by: ["symbol"], order_by: [] }),
    node("f", "filter", {
      logic: "and",
      conditions: [{ column: "mid_price", operator: ">", value: "50" }],
    }),
    node("x", "formula", { as: "twice", expression: "[mid_price] * 2" }),
    node("s", "sort", { keys: [{ column: "twice", direction: "desc" }] }),
    node("g", "group_by", {
      keys: [{ column: "mid_price" }, { column: "twice" }],
      metrics: [{ function: "count", as: "n" }, { function: "sum", column: "mid_price", as: "total" }],
    }),
  ),
  "median of a median": chain(
    source(),
    medianOf("price", { partition_by: ["symbol"], order_by: [] }),
    medianOf("mid_price", { partition_by: [], order_by: byTime }),
  ),
};

Deno.test({
  name: "median over a window: PostgreSQL as ClickHouse, merged as unmerged",
  sanitizeOps: false,
  sanitizeResources: false,
  async fn() {
    const [clickhouse, postgres] = [await openClickHouse(), await openPostgres()];
    try {
      for (const engine of [clickhouse, postgres]) await engine.fill(trades, tradeRows);
      for (const [name, graph] of Object.entries(GRAPHS)) {
        const results: Rows[] = [];
        for (const engine of [clickhouse, postgres]) {
          for (const merge of [true, false]) {
            const options = { catalog, dialect: engine.dialect, entitlements: everything, merge };
            const compiled = compile(graph, graph.nodes.at(-1)?.id ?? "", options);
            assert.ok(compiled.ok, JSON.stringify(compiled));
            results.push(sorted(await engine.run(compiled)));
          }
        }
        const [first, ...others] = results;
        assert.ok((first?.length ?? 0) > 0, name);
        for (const other of others) assert.deepEqual(other, first, name);
      }
    } finally {
      await clickhouse.close();
      await postgres.close();
    }
  },
});

Deno.test("where there is no median at all, a problem says so", () => {
  for (const graph of [GRAPHS.partition!, GRAPHS.framed!]) {
    const compiled = compile(graph, graph.nodes.at(-1)?.id ?? "", {
      catalog,
      dialect: "materialize",
      entitlements: everything,
    });
    assert.ok(!compiled.ok);
    assert.equal(compiled.problems[0]?.code, "unsupported_on_store");
    assert.match(compiled.problems[0]?.message ?? "", /median/);
    assert.equal(compiled.problems[0]?.nodeId, graph.nodes.at(-1)?.id);
  }
});

/** `countTo` gives how many rows there are, up to a bound, whatever the node is and whichever engine counts. */
import assert from "node:assert/strict";
import { compile, type Graph } from "@/compiler/mod.ts";
import { openClickHouse, openPostgres } from "./support/engines.ts";
import { chain, node, tradeRows, trades } from "./support/graphs.ts";

const catalog = { tables: [trades] };
const read = node("a", "data_source", { database: "flowforge", table: "trades" });
const by = (column: string) => node("sorted", "sort", { keys: [{ column, direction: "desc" }] });

const CASES: Readonly<Record<string, readonly [graph: Graph, target: string, rows: number]>> = {
  "a table": [chain(read), "a", tradeRows.length],
  "a sorted output": [chain(read, by("price"), node("t", "table_view", {})), "t", tradeRows.length],
  "a limit of its own": [chain(read, by("price"), node("t", "limit", { count: 3 })), "t", 3],
  "groups": [
    chain(
      read,
      node("t", "group_by", { keys: [{ column: "symbol" }], metrics: [{ function: "count", as: "n" }] }),
    ),
    "t",
    4,
  ],
  "a card": [chain(read, node("t", "kpi_card", { metric: "quantity", function: "sum" })), "t", 1],
  "no rows": [
    chain(
      read,
      node("t", "filter", { logic: "and", conditions: [{ column: "trade_id", operator: "<", value: 0 }] }),
    ),
    "t",
    0,
  ],
};

for (const open of [openClickHouse, openPostgres]) {
  Deno.test({
    name: `countTo counts rows up to a bound: ${open.name}`,
    sanitizeOps: false,
    sanitizeResources: false,
    async fn() {
      const engine = await open();
      try {
        await engine.fill(trades, tradeRows);
        for (const [name, [graph, target, rows]] of Object.entries(CASES)) {
          for (const countTo of [1_000, 2]) {
            const options = {
              catalog,
              dialect: engine.dialect,
              entitlements: { symbols: "all" },
              countTo,
            } as const;
            const compiled = compile(graph, target, options);
            assert.ok(compiled.ok, `${name}: ${JSON.stringify(compiled)}`);
            assert.deepEqual(compiled.columns.map((column) => column.name), ["rows"]);
            const result = await engine.run(compiled);
            assert.deepEqual(
              result.map(([count]) => Number(count)),
              [Math.min(rows, countTo)],
              `${name} to ${countTo}`,
            );
          }
        }
      } finally {
        await engine.close();
      }
    },
  });
}

Deno.test("countTo has to be a count", () => {
  const options = { catalog, dialect: "clickhouse", entitlements: { symbols: "all" } } as const;
  for (const countTo of [-1, 1.5, Number.NaN]) {
    const compiled = compile(chain(read), "a", { ...options, countTo });
    assert.ok(!compiled.ok && compiled.problems[0]?.field === "countTo");
  }
});

/** Times finer than milliseconds decide which row is first, last or nearest, though only milliseconds are shown. */
import assert from "node:assert/strict";
import { type CatalogTable, compile, type Graph } from "@/compiler/mod.ts";
import { openClickHouse } from "./support/engines.ts";
import { chain, everything, graph, node } from "./support/graphs.ts";

const ticks: CatalogTable = {
  database: "flowforge",
  table: "fine_ticks",
  store: "clickhouse",
  columns: [
    { name: "id", type: "int64", nullable: false },
    { name: "venue", type: "string", nullable: false, storeType: "LowCardinality(String)" },
    { name: "at", type: "datetime", nullable: false, storeType: "DateTime64(6, 'UTC')" },
  ],
};
const rows = [
  [1, "V", "2024-01-31 09:30:00.000001"],
  [2, "V", "2024-01-31 09:30:00.000003"],
  [3, "V", "2024-01-31 09:30:00.000002"],
  [4, "V", "1969-12-31 23:59:59.999999"],
];
const read = (id = "a") => node(id, "data_source", { database: "flowforge", table: "fine_ticks" });
const edge = (name: string, direction: string) => ({
  function: name,
  column: "id",
  order_by: [{ column: "at", direction }],
  as: `${name} ${direction}`,
});

const CASES: readonly (readonly [what: string, graph: Graph, rows: unknown[][]])[] = [
  [
    "first and last, either way",
    chain(
      read(),
      node("t", "group_by", {
        metrics: [edge("first", "asc"), edge("first", "desc"), edge("last", "asc"), edge("last", "desc")],
      }),
    ),
    [["4", "2", "2", "4"]],
  ],
  [
    "the nearest row before",
    graph([
      read(),
      read("b"),
      node("c", "filter", { logic: "and", conditions: [{ column: "id", operator: "!=", value: 3 }] }),
      node("j", "join", {
        kind: "asof",
        keys: [{ left: "venue", right: "venue" }],
        asof: { left: "at", right: "at", direction: "backward" },
      }),
      node("s", "sort", { keys: [{ column: "id", direction: "asc" }] }),
      node("t", "select", { columns: ["id", "id_right"] }),
    ], ["a > j.left", "b > c", "c > j.right", "j > s", "s > t"]),
    [["1", "1"], ["2", "2"], ["3", "1"], ["4", "4"]],
  ],
];

Deno.test({
  name: "clocks finer than a millisecond",
  sanitizeOps: false,
  sanitizeResources: false,
  async fn(test) {
    const engine = await openClickHouse();
    try {
      await engine.fill(ticks, rows);
      for (const [what, workflow, expected] of CASES) {
        await test.step(what, async () => {
          const compiled = compile(workflow, "t", {
            catalog: { tables: [ticks] },
            dialect: "clickhouse",
            entitlements: everything,
          });
          assert.ok(compiled.ok, JSON.stringify(compiled));
          assert.deepEqual(await engine.run(compiled), expected, compiled.sql);
        });
      }
    } finally {
      await engine.close();
    }
  },
});

/** Grids of time at their limits: how many steps there may be, and where the calendar ends. */
import assert from "node:assert/strict";
import { type CatalogTable, compile, TOO_LARGE } from "@/compiler/mod.ts";
import { type Engine, openClickHouse, openPostgres } from "./support/engines.ts";
import { chain, everything, node } from "./support/graphs.ts";

const ticks: CatalogTable = {
  database: "flowforge",
  table: "ticks",
  store: "clickhouse",
  columns: [
    { name: "name", type: "string", nullable: false },
    { name: "at", type: "datetime", nullable: true },
    { name: "value", type: "float64", nullable: true },
  ],
};

async function counted(engine: Engine, config: Record<string, unknown>): Promise<unknown> {
  const graph = chain(
    node("a", "data_source", { database: "flowforge", table: "ticks" }),
    node("f", "fill", { time: "at", partition_by: ["name"], ...config }),
    node("g", "group_by", {
      keys: [{ column: "name" }],
      metrics: [{ function: "count", as: "rows" }, { function: "max", column: "at", as: "last" }],
    }),
    node("s", "sort", { keys: [{ column: "name", direction: "asc" }] }),
  );
  const compiled = compile(graph, "s", {
    catalog: { tables: [ticks] },
    dialect: engine.dialect,
    entitlements: everything,
  });
  assert.ok(compiled.ok, JSON.stringify(compiled));
  return await engine.run(compiled);
}

for (const open of [openClickHouse, openPostgres]) {
  Deno.test({
    name: `the limits of a grid: ${open === openClickHouse ? "ClickHouse" : "PostgreSQL"}`,
    sanitizeOps: false,
    sanitizeResources: false,
    async fn(test) {
      const engine = await open();
      const second = { bucket: { size: 1, unit: "second" } };
      try {
        await engine.fill(ticks, [
          ["a", "2024-01-01 00:00:00.000", 1],
          ["a", "2024-01-02 03:46:39.000", 2],
          ["b", "2024-01-01 00:00:00.000", 1],
        ]);
        await test.step("as many steps as are allowed", async () => {
          assert.deepEqual(await counted(engine, second), [
            ["a", "100000", "2024-01-02T03:46:39.000Z"],
            ["b", "1", "2024-01-01T00:00:00.000Z"],
          ]);
        });
        await test.step("one more is refused while it runs, in words that are known", async () => {
          for (const edge of [{ to: "2024-01-02T03:46:40Z" }, { from: "2023-12-31T23:59:59Z" }]) {
            await assert.rejects(counted(engine, { ...second, ...edge }), new RegExp(TOO_LARGE));
          }
          await engine.fill(ticks, [
            ["a", "2024-01-01 00:00:00.000", 1],
            ["a", "2024-01-02 03:46:40.000", 2],
          ]);
          await assert.rejects(counted(engine, second), new RegExp(TOO_LARGE));
        });
        await test.step("the ends of the calendar", async () => {
          await engine.fill(ticks, [
            ["a", "1900-01-01 00:00:00.000", 1],
            ["b", "2299-01-01 00:00:00.000", 1],
            ["c", "1970-01-01 00:00:00.000", 1],
            ["d", null, 1],
          ]);
          const year = { bucket: { size: 1, unit: "year" } };
          assert.deepEqual(await counted(engine, { ...year, from: "1900-01-01", to: "2299-12-31" }), [
            ["a", "400", "2299-01-01T00:00:00.000Z"],
            ["b", "400", "2299-01-01T00:00:00.000Z"],
            ["c", "400", "2299-01-01T00:00:00.000Z"],
            ["d", "1", null],
          ]);
          const alone = [
            ["a", "1", "1900-01-01T00:00:00.000Z"],
            ["b", "1", "2299-01-01T00:00:00.000Z"],
            ["c", "1", "1970-01-01T00:00:00.000Z"],
            ["d", "1", null],
          ];
          for (
            const config of [
              year,
              { bucket: { size: 100, unit: "year" }, to: "1960-01-01" },
              { bucket: { size: 100, unit: "year" }, from: "2270-01-02" },
              { bucket: { size: 1_000, unit: "year" }, to: "1960-01-01" },
              { bucket: { size: 1_000_000_000, unit: "second" }, from: "2298-01-01" },
            ]
          ) {
            assert.deepEqual(await counted(engine, config), alone, JSON.stringify(config));
          }
        });
      } finally {
        await engine.close();
      }
    },
  });
}

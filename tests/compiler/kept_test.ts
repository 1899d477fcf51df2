/** A limit alone keeps of a chart what it needs most, and says so; pages are those of the whole. */
import assert from "node:assert/strict";
import { type CatalogTable, compile, type CompileOptions } from "@/compiler/mod.ts";
import { openClickHouse, openPostgres } from "./support/engines.ts";
import { chain, everything, node } from "./support/graphs.ts";

const table: CatalogTable = {
  database: "flowforge",
  table: "days",
  store: "clickhouse",
  columns: [
    { name: "n", type: "int64", nullable: false },
    { name: "name", type: "string", nullable: false },
    { name: "day", type: "date", nullable: false },
    { name: "size", type: "int64", nullable: false },
    ...["open", "high", "low", "close"].map((name) => ({ name, type: "int64" as const, nullable: false })),
  ],
};
const rows = Array.from({ length: 9 }, (_, at) => [
  at,
  `N${at}`,
  `2024-01-0${at + 1}`,
  (at * 4) % 9 - 4,
  ...[1, 3, 0, 2],
]);
const prices = { open: "open", high: "high", low: "low", close: "close" };

/** The last column of the rows that are shown, of a limit of four. */
const CASES: readonly (readonly [type: string, config: object, kept: string, rows: readonly number[]])[] = [
  ["line_chart", { x: "day", y: ["n"] }, "newest", [5, 6, 7, 8]],
  ["line_chart", { x: "name", y: ["n"], function: "sum" }, "newest", [5, 6, 7, 8]],
  ["candlestick", { time: "day", ...prices, volume: "n" }, "newest", [5, 6, 7, 8]],
  ["bar_chart", { x: "n", y: ["size"] }, "newest", [-2, 2, -3, 1]],
  ["bar_chart", { x: "name", y: ["size"] }, "largest", [-4, 4, -3, 3]],
  ["bar_chart", { x: "name", y: ["size"], function: "sum" }, "largest", [-4, 4, -3, 3]],
];

for (const open of [openClickHouse, openPostgres]) {
  Deno.test({
    name: `a limit keeps what a chart needs most, pages are exact: ${open.name}`,
    sanitizeOps: false,
    sanitizeResources: false,
    async fn() {
      const engine = await open();
      const { dialect } = engine;
      try {
        await engine.fill(table, rows);
        for (const [type, config, kept, expected] of CASES) {
          const ask = async (options: Partial<CompileOptions>) => {
            const compiled = compile(
              chain(
                node("a", "data_source", { database: "flowforge", table: "days" }),
                node("t", type, { ...config }),
              ),
              "t",
              { catalog: { tables: [table] }, dialect, entitlements: everything, ...options },
            );
            assert.ok(compiled.ok, JSON.stringify(compiled));
            const last = (await engine.run(compiled)).map((row) => Number(row.at(-1)));
            return { kept: compiled.kept, last };
          };
          const all = await ask({});
          assert.deepEqual([all.kept, all.last.length], [undefined, 9]);
          const cut = await ask({ limit: 4 });
          const shown = kept === "largest"
            ? cut.last.toSorted((a, b) => Math.abs(b) - Math.abs(a))
            : cut.last;
          assert.deepEqual([cut.kept, shown.map(Math.abs)], [kept, expected.map(Math.abs)], type);
          for (const offset of [0, 4, 8]) {
            const page = await ask({ limit: 4, offset });
            assert.deepEqual([page.kept, page.last], [undefined, all.last.slice(offset, offset + 4)], type);
          }
        }
      } finally {
        await engine.close();
      }
    },
  });
}

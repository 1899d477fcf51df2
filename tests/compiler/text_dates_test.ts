/** Prices whose dates are texts: read, grouped by quarter, and ordered in time. */
import assert from "node:assert/strict";
import { type CatalogTable, compile } from "@/compiler/mod.ts";
import { openClickHouse, openPostgres } from "./support/engines.ts";
import { chain, node } from "./support/graphs.ts";

const prices: CatalogTable = {
  database: "pub",
  table: "stx",
  store: "clickhouse",
  columns: [
    { name: "symbol", type: "string", nullable: false },
    { name: "date", type: "string", nullable: false },
    { name: "price", type: "decimal", nullable: false },
  ],
};
const ROWS = [
  ["MSFT", "Jan 1 2000", "39.81"],
  ["MSFT", "Dec 1 2000", "17.65"],
  ["MSFT", "Feb 1 2000", "36.35"],
  ["MSFT", "Sep 10 2001", "20.82"],
  ["MSFT", "Mar 1 2000", "43.22"],
  ["MSFT", "Feb 29 2001", "1"],
];
const read = chain(
  node("s", "data_source", { database: "pub", table: "stx" }),
  node("f", "formula", { as: "d", expression: 'TODATE([date], "MMM D YYYY")' }),
  node("o", "sort", { keys: [{ column: "d", direction: "asc" }] }),
  node("c", "select", { columns: ["date", "d"] }),
);
const cast = chain(
  node("s", "data_source", { database: "pub", table: "stx" }),
  node("c", "select", {
    columns: ["date", "price"],
    casts: [{ column: "date", type: "date", format: "MMM D YYYY" }],
  }),
  node("l", "line_chart", { x: "date", y: ["price"] }),
);

Deno.test("dates that are texts are read, in a formula and by a cast in select", async () => {
  for (const open of [openClickHouse, openPostgres]) {
    const engine = await open();
    try {
      await engine.fill(prices, ROWS);
      const rowsOf = async (graph: typeof read, target: string) => {
        const compiled = compile(graph, target, { catalog: { tables: [prices] }, dialect: engine.dialect });
        assert.ok(compiled.ok, JSON.stringify(compiled));
        return { rows: await engine.run(compiled), columns: compiled.columns };
      };
      assert.deepEqual((await rowsOf(read, "c")).rows, [
        ["Jan 1 2000", "2000-01-01"],
        ["Feb 1 2000", "2000-02-01"],
        ["Mar 1 2000", "2000-03-01"],
        ["Dec 1 2000", "2000-12-01"],
        ["Sep 10 2001", "2001-09-10"],
        ["Feb 29 2001", null],
      ]);
      const line = await rowsOf(cast, "l");
      assert.deepEqual(line.columns[0], { name: "date", type: "date", nullable: true });
      assert.deepEqual(line.rows, [
        ["2000-01-01", "39.81"],
        ["2000-02-01", "36.35"],
        ["2000-03-01", "43.22"],
        ["2000-12-01", "17.65"],
        ["2001-09-10", "20.82"],
      ]);
    } finally {
      await engine.close();
    }
  }
});

import assert from "node:assert/strict";
import { pivotTable } from "@/lib/charts/pivot_table.ts";
import { gridOf, tableView } from "@/lib/charts/table_view.ts";
import type { GridPicture } from "@/lib/charts/types.ts";
import { blotter, column, pivot } from "@/tests/components/charts/samples.ts";
import { sized } from "./support.ts";

const text = (grid: GridPicture) => grid.rows.map(({ cells }) => cells.map((cell) => cell.text));

Deno.test("tableView() aligns numbers to the end with decimals that line up", () => {
  const grid = gridOf(sized({
    chart: "table_view",
    config: {},
    columns: [column("price", "decimal")],
    rows: [["1.5"], ["1234.2505"], ["-7"], [null]],
  }));
  assert.deepEqual(text(grid), [["1.5000"], ["1,234.2505"], ["-7.0000"], ["–"]]);
  assert.equal(grid.columns[0]!.align, "end");
  assert.equal(grid.rows[3]!.cells[0]!.empty, true);
  assert.equal(grid.rows[2]!.cells[0]!.negative, true);
});

Deno.test("tableView() writes a column's times to one precision", () => {
  const grid = gridOf(sized({
    chart: "table_view",
    config: {},
    columns: [column("at", "datetime")],
    rows: [["2026-11-20T00:00:00.000Z"], ["2026-11-20T14:30:05.000Z"]],
  }));
  assert.deepEqual(text(grid), [["2026-11-20 00:00:00"], ["2026-11-20 14:30:05"]]);
  assert.equal(grid.columns[0]!.unit, "UTC");
});

Deno.test("tableView() keeps a float's whole value where the cell shows less", () => {
  const grid = gridOf(sized({
    chart: "table_view",
    config: {},
    columns: [column("x", "float64")],
    rows: [[1 / 3], [1e-9], [2]],
  }));
  assert.deepEqual(text(grid), [["0.333333"], ["0.000000001"], ["2.000000"]]);
  assert.equal(grid.rows[0]!.cells[0]!.full, "0.333333333333333");
});

Deno.test("tableView() says when rows are missing", () => {
  assert.match((tableView(sized(blotter)) as GridPicture).note, /^First 40 rows; there are more$/);
  assert.equal(gridOf(sized({ ...blotter, truncated: false })).note, "40 rows");
  assert.match(gridOf(sized({ ...blotter, truncated: false }), 10).note, /^First 10 rows; there are more$/);
});

Deno.test("pivotTable() puts cells, totals and the grand total where they belong", () => {
  const grid = pivotTable(sized(pivot)) as GridPicture;
  assert.deepEqual(grid.columns.map(({ name }) => name), ["sector", "buy", "sell", "buy", "sell", "Total"]);
  assert.deepEqual(grid.groups[1]!.map((cell) => [cell.text, cell.span]), [
    ["", 1],
    ["NASDAQ", 2],
    ["NYSE", 2],
    ["", undefined],
  ]);
  const [energy, financials, , total] = text(grid);
  assert.deepEqual(energy, ["Energy", "125,025.50", "158,356.50", "191,687.50", "225,018.50", "700,086.50"]);
  assert.equal(financials![3], "–", "a missing cell is a dash, not zero");
  assert.equal(total![0], "Total");
  assert.equal(total!.at(-1), "4,650,000.00");
});

Deno.test("pivotTable() keeps a null dimension apart from totals and from empty text", () => {
  const grid = pivotTable(sized({
    ...pivot,
    config: { rows: ["a"], columns: ["b"] },
    columns: [column("a", "string"), column("b", "string"), column("n", "int64"), column("total", "string")],
    rows: [
      [null, "x", "1", "cell"],
      ["", "x", "2", "cell"],
      [null, null, "1", "row"],
      ["", null, "2", "row"],
      [null, "x", "3", "column"],
      [null, null, "3", "grand"],
    ],
  })) as GridPicture;
  assert.deepEqual(text(grid), [["", "2", "2"], ["–", "1", "1"], ["Total", "3", "3"]]);
});

Deno.test("pivotTable() sorts numbers as numbers and works without totals or column dimensions", () => {
  const grid = pivotTable(sized({
    ...pivot,
    config: { rows: ["level"], columns: [] },
    columns: [column("level", "int64"), column("n", "int64")],
    rows: [["10", "1"], ["9", "2"]],
  })) as GridPicture;
  assert.deepEqual(text(grid), [["9", "2"], ["10", "1"]]);
  assert.deepEqual(grid.columns.map(({ name }) => name), ["level", "n"]);
});

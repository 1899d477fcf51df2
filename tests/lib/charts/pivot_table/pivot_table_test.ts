import assert from "node:assert/strict";
import { pivotTable } from "@/lib/charts/pivot_table/mod.ts";
import type { GridPicture } from "@/lib/charts/types.ts";
import { column, pivot } from "@/tests/components/charts/samples.ts";
import { sized } from "@/tests/lib/charts/support.ts";

const text = (grid: GridPicture) => grid.rows.map(({ cells }) => cells.map((cell) => cell.text));

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
  assert.deepEqual(text(grid), [["(empty)", "2", "2"], ["–", "1", "1"], ["Total", "3", "3"]]);
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

import assert from "node:assert/strict";
import { gridOf } from "@/lib/charts/shared/grid.ts";
import type { GridPicture } from "@/lib/charts/types.ts";
import { column } from "@/tests/components/charts/samples.ts";
import { sized } from "@/tests/lib/charts/support.ts";

const text = (grid: GridPicture) => grid.rows.map(({ cells }) => cells.map((cell) => cell.text));

Deno.test("gridOf() aligns numbers to the end with decimals that line up", () => {
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

Deno.test("gridOf() writes a column's times to one precision", () => {
  const grid = gridOf(sized({
    chart: "table_view",
    config: {},
    columns: [column("at", "datetime")],
    rows: [["2026-11-20T00:00:00.000Z"], ["2026-11-20T14:30:05.000Z"]],
  }));
  assert.deepEqual(text(grid), [["2026-11-20 00:00:00"], ["2026-11-20 14:30:05"]]);
  assert.equal(grid.columns[0]!.unit, "UTC");
});

Deno.test("gridOf() keeps a float's whole value where the cell shows less", () => {
  const grid = gridOf(sized({
    chart: "table_view",
    config: {},
    columns: [column("x", "float64")],
    rows: [[1 / 3], [1e-9], [2]],
  }));
  assert.deepEqual(text(grid), [["0.333333"], ["0.000000001"], ["2.000000"]]);
  assert.equal(grid.rows[0]!.cells[0]!.full, "0.333333333333333");
});

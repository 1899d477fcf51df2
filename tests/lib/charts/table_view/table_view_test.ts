import assert from "node:assert/strict";
import { gridOf } from "@/lib/charts/table_view/layout.ts";
import { tableView } from "@/lib/charts/table_view/mod.ts";
import type { GridPicture } from "@/lib/charts/types.ts";
import { blotter, column } from "@/tests/components/charts/samples.ts";
import { sized } from "@/tests/lib/charts/support.ts";

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

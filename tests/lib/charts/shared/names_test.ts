/** Names that differ only in spaces look different wherever they stand. */
import assert from "node:assert/strict";
import { draw } from "@/lib/charts/registry.ts";
import { gridOf } from "@/lib/charts/shared/grid.ts";
import type { ChartInput, GridPicture } from "@/lib/charts/types.ts";
import { plotOf, withClass } from "@/tests/lib/charts/support.ts";

const text = (name: string) => ({ name, type: "string", nullable: false }) as const;
const number = (name: string) => ({ name, type: "int64", nullable: false }) as const;
const size = { width: 640, height: 300 };

Deno.test("columns of one chart, and of one table, are told apart", () => {
  const columns = [text("day"), number("P"), number("P "), number("")];
  const input: ChartInput = {
    ...size,
    columns,
    config: { x: "day", y: ["P", "P ", ""] },
    rows: [["a", "1", "2", "3"], ["b", "4", "5", "6"]],
  };
  const names = ["P", '"P␣"', "(empty)"];
  for (const chart of ["bar_chart", "line_chart"] as const) {
    const picture = plotOf(draw(chart, input));
    const legend = withClass(picture.marks, "chart-legend").map((mark) =>
      mark.kind === "text" ? mark.text : ""
    );
    assert.deepEqual(legend, names);
  }
  assert.deepEqual(gridOf(input).columns.map(({ name }) => name), ["day", ...names]);
});

Deno.test("values of one column are told apart where they would look alike, and only there", () => {
  const rows = [["X"], ["X "], ["Y "], [""], [" "]];
  const cells = gridOf({ ...size, config: {}, columns: [text("name")], rows }).rows.map(({ cells }) =>
    cells[0]!.text
  );
  assert.deepEqual(cells, ["X", '"X␣"', "Y", "", '"␣"']);
});

Deno.test("a cross-tab's empty row is named as its empty column is", () => {
  const picture = draw("pivot_table", {
    ...size,
    config: { rows: ["a"], columns: ["b"], values: "n" },
    columns: [text("a"), text("b"), number("n")],
    rows: [["", "", "1"], ["X", "X ", "2"]],
  }) as GridPicture;
  assert.deepEqual(picture.rows.map(({ cells }) => cells[0]!.text), ["(empty)", "X"]);
  assert.deepEqual(picture.columns.slice(1).map(({ name }) => name), ["(empty)", '"X␣"']);
});

/** Values whose names read alike are still different values, in every chart. */
import assert from "node:assert/strict";
import { barChart } from "@/lib/charts/bar_chart/mod.ts";
import { lineChart } from "@/lib/charts/line_chart/mod.ts";
import { pivotTable } from "@/lib/charts/pivot_table/mod.ts";
import { scatterPlot } from "@/lib/charts/scatter_plot/mod.ts";
import { labelOf } from "@/lib/charts/shared/format/value.ts";
import type { ChartInput } from "@/lib/charts/types.ts";
import { column } from "@/tests/components/charts/samples.ts";
import { plotOf, withClass } from "@/tests/lib/charts/support.ts";

const text = column("k", "string");

/** Each pair would read alike if a name were all that told values apart. */
const ALIKE: readonly (readonly [unknown, unknown])[] = [
  ["X", "X "],
  ["X", " X"],
  ["X Y", "X  Y"],
  ["X", "X\n"],
  ["X\u0000", "X\u0001"],
  ["X Y", "X\u00a0Y"],
  ["X", "X\u200b"],
  ["X", "\u202eX"],
  ["X  ", "X␣␣"],
  [null, "(none)"],
  ["", "(empty)"],
  [" ", "(empty)"],
  ["X ", '"X␣"'],
  ["\ud800", "\udfff"],
  ['"', '"\\""'],
];

function input(values: readonly unknown[], config: ChartInput["config"]): ChartInput {
  return {
    config,
    columns: [column("x", "int64"), text, column("y", "float64")],
    rows: [1, 2].flatMap((x) => values.map((value, index) => [String(x), value, index * 10 + x])),
    width: 640,
    height: 300,
  };
}

for (const pair of ALIKE) {
  const shown = JSON.stringify(pair);
  Deno.test(`labelOf() names ${shown} differently`, () => {
    const [left, right] = pair.map((value) => labelOf(text, value));
    assert.notEqual(left, right);
    assert.doesNotMatch(left! + right!, /[\p{Cc}\u00a0\u200b\u202a-\u202e\ud800-\udfff]|^ | $| {2}/u);
  });

  Deno.test(`charts draw ${shown} as two series`, () => {
    const lines = plotOf(lineChart(input(pair, { x: "x", y: ["y"], color: "k" })));
    assert.equal(withClass(lines.marks, "chart-line").filter(({ kind }) => kind === "path").length, 2);
    assert.ok(
      lines.hits.every(({ entries }) => entries.length === 2 && entries[0]!.label !== entries[1]!.label),
    );
    const bars = plotOf(barChart(input(pair, { x: "x", y: ["y"], color: "k" })));
    assert.equal(bars.hits.length, 2, "two categories, not each of them twice");
    const { columns, rows, ...rest } = input(pair, { x: "x", y: "y", color: "k" });
    const points = {
      ...rest,
      columns: [columns[0]!, columns[2]!, text],
      rows: rows.map(([x, k, y]) => [x, y, k]),
    };
    const colours = plotOf(scatterPlot(points)).hits.map(({ dots }) => dots[0]!.series);
    assert.deepEqual([...new Set(colours)].sort(), [0, 1]);
  });

  Deno.test(`charts give ${shown} a category each`, () => {
    const columns = [text, column("y", "float64")];
    const named = { columns, rows: pair.map((value, index) => [value, index]), width: 640, height: 300 };
    const config = { x: "k", y: ["y"] };
    // A line leaves out what has no x.
    assert.equal(plotOf(lineChart({ ...named, config })).hits.length, pair.includes(null) ? 1 : 2);
    const [first, second] = withClass(plotOf(barChart({ ...named, config })).marks, "chart-tick")
      .filter((mark) => mark.kind === "text" && !/^\d/.test(mark.text));
    assert.ok(first?.kind === "text" && second?.kind === "text");
    assert.notEqual(first.text, second.text);
    const grid = pivotTable({ ...named, config: { rows: ["k"], columns: [], value: "y", function: "sum" } });
    assert.ok(grid.kind === "grid");
    assert.equal(new Set(grid.rows.map(({ cells }) => cells[0]!.text)).size, 2);
  });
}

Deno.test("labelOf() writes an ordinary text as it is", () => {
  for (const value of ["AAPL", "Amazon.com, Inc.", 'the "big" one', "👩‍👩‍👧‍👦 family", "שלום עולם"]) {
    assert.equal(labelOf(text, value), value);
  }
  assert.equal(labelOf(text, "X "), '"X␣"');
  assert.equal(labelOf(text, "a\nb"), '"a\\nb"');
});

import assert from "node:assert/strict";
import { placeBars } from "@/lib/charts/bar_chart/bars.ts";
import { readSeries } from "@/lib/charts/shared/rows/series.ts";
import { bars, stackedBars } from "@/tests/components/charts/samples.ts";
import { sized } from "@/tests/lib/charts/support.ts";

Deno.test("placeBars() stacks to the sum of the parts, up and down apart", () => {
  const layout = placeBars(readSeries(sized(stackedBars)), { stacked: true });
  for (let category = 0; category < layout.categories.length; category++) {
    const members = layout.bars.filter((bar) => bar.category === category);
    const day = layout.categories[category];
    const values = stackedBars.rows.filter((row) => row[0] === day).map((row) => Number(row[2]));
    const sum = (sign: number) => values.filter((value) => value * sign > 0).reduce((a, b) => a + b, 0);
    assert.equal(Math.max(...members.map(({ to }) => to)), sum(1));
    assert.equal(Math.min(...members.map(({ to }) => to)), sum(-1));
  }
});

Deno.test("placeBars() gives repeated rows a place each instead of hiding one behind another", () => {
  const table = readSeries(sized({ ...bars, rows: [["a", "1"], ["b", "2"], ["a", "3"]] }));
  const layout = placeBars(table, { stacked: false });
  assert.deepEqual(layout.categories, ["a", "b", "a"]);
  assert.deepEqual(layout.bars.map(({ to }) => to), [1, 2, 3]);
});

Deno.test("placeBars() tells null from the text null", () => {
  const table = readSeries(sized({ ...bars, rows: [[null, "1"], ["null", "2"]] }));
  assert.equal(placeBars(table, { stacked: false }).categories.length, 2);
});

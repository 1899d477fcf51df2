import assert from "node:assert/strict";
import { barChart } from "@/lib/charts/bar_chart/mod.ts";
import { bars, column, groupedBars, signedBars } from "@/tests/components/charts/samples.ts";
import { plotOf, rectangles, sized, withClass } from "@/tests/lib/charts/support.ts";

Deno.test("barChart() starts every bar at zero, even when all values are large", () => {
  const rows = [["a", "1000001"], ["b", "1000002"]];
  const picture = plotOf(barChart(sized({ ...bars, rows })));
  const drawn = rectangles(picture.marks, "chart-bar");
  const floor = picture.plot.y + picture.plot.height;
  for (const bar of drawn) assert.ok(Math.abs(bar.y + bar.height - floor) < 0.1);
  // Near-equal values are near-equal bars: the axis exaggerates nothing.
  assert.ok(drawn[1]!.height / drawn[0]!.height < 1.01);
});

Deno.test("barChart() draws bar lengths in proportion to the values", () => {
  const picture = plotOf(barChart(sized({ ...bars, rows: [["a", "10"], ["b", "-30"], ["c", "20"]] })));
  const [a, b, c] = rectangles(picture.marks, "chart-bar");
  assert.ok(Math.abs(b!.height / a!.height - 3) < 0.01);
  assert.ok(Math.abs(c!.height / a!.height - 2) < 0.01);
  assert.ok(Math.abs(a!.y + a!.height - b!.y) < 0.05, "positive ends where negative begins: at zero");
  assert.equal(withClass(picture.marks, "chart-zero").length, 1);
});

Deno.test("barChart() lays horizontal bars along x from a common zero", () => {
  const picture = plotOf(barChart(sized(signedBars)));
  const values = signedBars.rows.map((row) => Number(row[1]));
  const drawn = rectangles(picture.marks, "chart-bar");
  const zero = drawn[values.findIndex((value) => value > 0)]!.x;
  drawn.forEach((bar, index) => {
    const start = values[index]! > 0 ? bar.x : bar.x + bar.width;
    assert.ok(Math.abs(start - zero) < 0.05);
  });
  assert.equal(picture.hitAxis, "y");
});

Deno.test("barChart() puts several y's side by side without overlap", () => {
  const picture = plotOf(barChart(sized(groupedBars)));
  const all = rectangles(picture.marks, "chart-bar").sort((a, b) => a.x - b.x);
  assert.equal(all.length, 14);
  for (let index = 1; index < all.length; index++) {
    assert.ok(all[index]!.x >= all[index - 1]!.x + all[index - 1]!.width - 0.05);
  }
});

Deno.test("barChart() sorts times that an aggregation left in any order", () => {
  const rows = [["2026-01-03", "3"], ["2026-01-01", "1"], ["2026-01-02", "2"]];
  const sample = { ...bars, columns: [column("day", "date"), column("n", "int64")], rows };
  const picture = plotOf(barChart(sized({ ...sample, config: { x: "day", y: ["n"], function: "sum" } })));
  assert.deepEqual(picture.hits.map(({ entries }) => entries[0]!.value), ["1", "2", "3"]);
});

Deno.test("barChart() keeps a tiny value visible and a zero invisible", () => {
  const picture = plotOf(barChart(sized({ ...bars, rows: [["a", "1000000"], ["b", "1"], ["c", "0"]] })));
  const heights = rectangles(picture.marks, "chart-bar").map(({ height }) => height);
  assert.deepEqual(heights.slice(1), [1, 0]);
});

Deno.test("barChart() carries the exact text to its tooltip", () => {
  const exact = "12345678901234567890.123456789";
  const picture = plotOf(barChart(sized({ ...bars, rows: [["a", exact]] })));
  assert.equal(picture.hits[0]!.entries[0]!.value, exact);
});

Deno.test("barChart() names the aggregation of its values", () => {
  const sample = { ...bars, config: { ...bars.config, function: "count" } };
  assert.equal(plotOf(barChart(sized(sample))).hits[0]!.entries[0]!.label, "Count of notional");
});

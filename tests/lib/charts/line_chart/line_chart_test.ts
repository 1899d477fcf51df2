import assert from "node:assert/strict";
import { lineChart } from "@/lib/charts/line_chart/mod.ts";
import { areaLine, column, lines, type Sample } from "@/tests/components/charts/samples.ts";
import { plotOf, sized, withClass } from "@/tests/lib/charts/support.ts";

const simple = (values: readonly (number | null)[], config: Sample["config"] = {}): Sample => ({
  chart: "line_chart",
  config: { x: "i", y: ["v"], ...config },
  columns: [column("i", "int64"), column("v", "float64")],
  rows: values.map((value, index) => [String(index), value]),
});

function pathOf(sample: Sample, name = "chart-line"): string {
  const [mark] = withClass(plotOf(lineChart(sized(sample))).marks, name).filter(({ kind }) =>
    kind === "path"
  );
  return mark?.kind === "path" ? mark.d : "";
}

Deno.test("lineChart() breaks the line at a null", () => {
  assert.equal(pathOf(simple([1, 2, null, 3, 4])).match(/M/g)?.length, 2);
  assert.equal(pathOf(simple([1, 2, 3, 4])).match(/M/g)?.length, 1);
});

Deno.test("lineChart() shows a value between two gaps as a dot", () => {
  const picture = plotOf(lineChart(sized(simple([1, null, 5, null, 2, 3]))));
  assert.equal(withClass(picture.marks, "chart-dot").length, 2);
});

Deno.test("lineChart() fills areas down to zero", () => {
  const picture = plotOf(lineChart(sized(simple([100, 101, 102], { area: true }))));
  const [area] = withClass(picture.marks, "chart-area");
  assert.ok(area?.kind === "path");
  const lowest = Math.max(...[...area.d.matchAll(/,([-\d.]+)/g)].map(([, y]) => Number(y)));
  assert.ok(Math.abs(lowest - (picture.plot.y + picture.plot.height)) < 0.1);
});

Deno.test("lineChart() has no vertical overshoot in smooth lines", () => {
  const d = pathOf(simple([0, 0, 10, 10, 0], { style: "smooth" }));
  const flat = pathOf(simple([0, 0, 10, 10, 0]));
  const range = (text: string) => {
    const all = [...text.matchAll(/[-\d.]+,([-\d.]+)/g)].map(([, y]) => Number(y));
    return [Math.min(...all), Math.max(...all)];
  };
  assert.deepEqual(range(d), range(flat));
});

Deno.test("lineChart() holds a value until the next in steps", () => {
  const d = pathOf(simple([1, 2], { style: "step" }));
  const [first, second] = [...d.matchAll(/([-\d.]+),([-\d.]+)/g)].map(([, , y]) => y);
  assert.equal(first, second, d);
});

Deno.test("lineChart() orders points by x whatever the order of rows", () => {
  const sample = simple([1, 2, 3]);
  const shuffled = { ...sample, rows: [sample.rows[2]!, sample.rows[0]!, sample.rows[1]!] };
  assert.equal(pathOf(shuffled), pathOf(sample));
});

Deno.test("lineChart() places times by the clock: a longer pause is a longer way", () => {
  const sample = { ...simple([]), columns: [column("t", "datetime"), column("v", "float64")] };
  const at = (minute: number) => new Date(Date.UTC(2026, 0, 1, 0, minute)).toISOString();
  const picture = plotOf(lineChart(sized({ ...sample, rows: [[at(0), 1], [at(10), 2], [at(40), 3]] })));
  const [a, b, c] = picture.hits.map(({ x }) => x);
  assert.ok(Math.abs((c! - b!) / (b! - a!) - 3) < 0.01);
});

Deno.test("lineChart() keeps a series' colour when rows come in another order", () => {
  const classes = (sample: Sample) =>
    plotOf(lineChart(sized(sample))).hits[0]!.entries.map(({ label, series }) => `${label} ${series}`).sort();
  assert.deepEqual(classes({ ...lines, rows: [...lines.rows].reverse() }), classes(lines));
});

Deno.test("lineChart() names the latest exact value of each line", () => {
  const picture = plotOf(lineChart(sized(lines)));
  const labels = withClass(picture.marks, "chart-last").map((mark) => mark.kind === "text" ? mark.text : "");
  const last = lines.rows.filter((row) => row[1] === "AAPL").at(-1)![2];
  assert.equal(labels.length, 3);
  assert.ok(labels.includes(String(last)));
});

Deno.test("lineChart() includes zero only where an area stands on it", () => {
  const zeroLines = (sample: Sample) =>
    withClass(plotOf(lineChart(sized(sample))).marks, "chart-zero").filter((mark) =>
      mark.kind === "line" && mark.y1 === mark.y2
    ).length;
  assert.equal(zeroLines(simple([100, 101])), 0);
  assert.equal(zeroLines(simple([100, 101], { area: true })), 1);
  assert.equal(zeroLines(areaLine), 1);
});

Deno.test("lineChart() draws straight lines for a style it does not know, even one named like a method", () => {
  const straight = pathOf(simple([1, 2, 3]));
  for (const style of ["wavy", "toString"]) assert.equal(pathOf(simple([1, 2, 3], { style })), straight);
});

import assert from "node:assert/strict";
import { scatterPlot } from "@/lib/charts/scatter_plot/mod.ts";
import type { Mark } from "@/lib/charts/types.ts";
import { column, type Sample, scatter } from "@/tests/components/charts/samples.ts";
import { plotOf, sized, withClass } from "@/tests/lib/charts/support.ts";

const cloud = (rows: Sample["rows"], config: Sample["config"]): Sample => ({
  chart: "scatter_plot",
  config: { x: "x", y: "y", ...config },
  columns: [column("x", "float64"), column("y", "float64"), column("third", "float64")],
  rows,
});

const circles = (marks: readonly Mark[]) =>
  withClass(marks, "chart-point").flatMap((mark) => mark.kind === "circle" ? [mark] : []);

Deno.test("scatterPlot() gives a size its area: four times the value is twice the radius", () => {
  const sample = cloud([[1, 1, 100], [2, 2, 25], [3, 3, null]], { size: "third" });
  assert.deepEqual(circles(plotOf(scatterPlot(sized(sample))).marks).map(({ r }) => r), [14, 7, 1.5]);
});

Deno.test("scatterPlot() leaves out rows without a place and says how many points there are", () => {
  const picture = plotOf(scatterPlot(sized(cloud([[1, 1], [null, 2], [3, "x"], [4, 5]], {}))));
  assert.equal(picture.hits.length, 2);
  assert.match(picture.summary, /^Scatter plot of y against x, 2 points\. x from 1 to 4, y from 1 to 5\.$/);
});

Deno.test("scatterPlot() keeps a group's colour when rows come in another order", () => {
  const sample = scatter(9);
  const series = (rows: Sample["rows"]) =>
    new Map(
      plotOf(scatterPlot(sized({ ...sample, rows }))).hits.map((
        { title, dots },
      ) => [title!.value, dots[0]!.series]),
    );
  assert.deepEqual(
    [...series([...sample.rows].reverse())].sort(),
    [...series(sample.rows)].sort(),
  );
});

Deno.test("scatterPlot() draws every one of many points, in paths", () => {
  const rows = Array.from({ length: 900 }, (_, index) => [index, index % 7, 0]);
  const paths = withClass(plotOf(scatterPlot(sized(cloud(rows, {})))).marks, "chart-point");
  assert.ok(paths.length <= 24);
  const starts = paths.flatMap((mark) => mark.kind === "path" ? [...mark.d.matchAll(/M/g)] : []);
  assert.equal(starts.length, 900);
});

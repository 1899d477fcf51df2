import { deepEqual, equal } from "node:assert/strict";
import { plotChart, type PlotLayout } from "@/lib/charts/plot_chart.ts";
import type { ChartInput } from "@/lib/charts/types.ts";

/** One row of so many whole numbers. */
function chartInput(width: number): ChartInput {
  const columns = Array.from(
    { length: width },
    (_, at) => ({ name: `c${at}`, type: "int64" as const, nullable: false }),
  );
  return {
    columns,
    rows: [columns.map((_, at) => at)],
    config: {},
    truncated: false,
    width: 400,
    height: 300,
  };
}

/** A chart that notes what its parts are handed. */
function noting() {
  const handed: unknown[] = [];
  let reads = 0;
  const geometry = plotChart({
    leastColumns: 2,
    read: ({ rows }: ChartInput) => {
      reads++;
      return { count: rows.length };
    },
    warning: (read) => {
      handed.push(read);
      return "Something is amiss";
    },
    layout: (input, read): PlotLayout => {
      handed.push(read);
      return { input, plot: { x: 0, y: 0, width: input.width, height: input.height }, hitAxis: "x" };
    },
    marks: () => [],
    hits: () => [],
    summary: () => "A chart.",
  });
  return { geometry, handed, reads: () => reads };
}

Deno.test("plotChart() reads the rows once and hands the same to the warning and the layout", () => {
  const { geometry, handed, reads } = noting();
  const picture = geometry(chartInput(2));
  equal(picture.kind, "plot");
  equal(reads(), 1);
  equal(handed.length, 2);
  equal(handed[0], handed[1]);
  deepEqual(handed[0], { count: 1 });
});

Deno.test("plotChart() reads nothing where columns or rows are missing", () => {
  const { geometry, reads } = noting();
  equal(geometry(chartInput(1)).kind, "empty");
  equal(geometry({ ...chartInput(2), rows: [] }).kind, "empty");
  equal(reads(), 0);
});

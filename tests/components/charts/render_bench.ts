/** Run with `deno bench`: how long the server takes to draw. */
import { renderChart } from "@/components/charts/render.tsx";
import { areaLine, candles, column, plainScatter, type Sample } from "./samples.ts";

/** A line of `count` points, drawn to markup at a dashboard tile's size. */
function renderLine(count: number): string {
  const rows = Array.from({ length: count }, (_, index) => [
    new Date(Date.UTC(2026, 0, 1) + index * 60_000).toISOString(),
    Math.sin(index / 40) * 100,
  ]);
  const sample: Sample = {
    ...areaLine,
    config: { x: "time", y: ["value"] },
    columns: [column("time", "datetime"), column("value", "float64")],
    rows,
  };
  return renderChart({ ...sample, width: 640, height: 300 });
}

Deno.bench("line of 1,000 points", () => void renderLine(1000));
Deno.bench("1,000 candles", () => void renderChart({ ...candles(1000), width: 640, height: 300 }));
Deno.bench(
  "scatter of 1,000 points",
  () => void renderChart({ ...plainScatter(1000), width: 640, height: 300 }),
);

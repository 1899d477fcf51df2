import type { Column } from "@/compiler/schema/types.ts";
import { renderChart } from "@/components/charts/render.tsx";
import { draw } from "@/lib/charts/registry.ts";
import { type Figure, median, ms } from "./figures.ts";

const POINTS = 1000;
const START = Date.UTC(2026, 0, 5, 14, 30);

const time = (index: number) => new Date(START + index * 60_000).toISOString();
const column = (name: string, type: Column["type"]): Column => ({ name, type, nullable: false });
const wave = (index: number, shift: number) => (180 + Math.sin(index / 40 + shift) * 10).toFixed(4);

const INPUTS = [{
  chart: "line_chart",
  targetMs: 1.5,
  config: { x: "time", y: ["price"] },
  columns: [column("time", "datetime"), column("price", "decimal")],
  rows: Array.from({ length: POINTS }, (_, index) => [time(index), wave(index, 0)]),
}, {
  chart: "candlestick",
  targetMs: 3,
  config: {},
  columns: [
    column("time", "datetime"),
    ...["open", "high", "low", "close"].map((name) => column(name, "decimal")),
    column("volume", "int64"),
  ],
  rows: Array.from(
    { length: POINTS },
    (
      _,
      index,
    ) => [time(index), wave(index, 0), wave(index, 0.5), wave(index, -0.5), wave(index, 0.1), "12000"],
  ),
}] as const;

function timed(run: () => unknown): readonly number[] {
  const samples: number[] = [];
  for (let round = 0; round < 200; round++) {
    const started = performance.now();
    run();
    if (round >= 50) samples.push(performance.now() - started);
  }
  return samples;
}

/** A tile's picture from rows to markup, with the table for screen readers that goes with it. */
export function benchCharts(): Figure[] {
  return INPUTS.map(({ chart, targetMs, ...input }) => {
    const sized = { ...input, width: 640, height: 300 };
    const samples = timed(() => renderChart({ chart, ...sized }));
    const rendered = median(samples);
    return {
      what: `${chart} of ${POINTS.toLocaleString("en-US")} rows`,
      measured: ms(rendered),
      // On a busy machine the fastest run says what the work itself takes.
      beside: `fastest ${ms(Math.min(...samples))}, geometry alone ${
        ms(median(timed(() => draw(chart, sized))))
      }`,
      target: `< ${targetMs} ms`,
      met: rendered < targetMs,
    };
  });
}

import assert from "node:assert/strict";
import { readCandles } from "@/lib/charts/candlestick/candles.ts";
import { candlestick } from "@/lib/charts/candlestick/mod.ts";
import { candles } from "@/tests/components/charts/samples.ts";
import { plotOf, sized, withClass } from "@/tests/lib/charts/support.ts";

const at = (day: number, hour: number) => new Date(Date.UTC(2026, 10, day, hour)).toISOString();

const two = {
  ...candles(0),
  rows: [
    [at(19, 14), "100", "112", "98", "110", "5"],
    [at(20, 14), "110", "111", "95", "100", "10"],
  ],
};

Deno.test("candlestick() draws the body from open to close and the wick to high and low", () => {
  const picture = plotOf(candlestick(sized(two)));
  const up = withClass(picture.marks, "chart-up");
  const body = up.find(({ className }) => className.includes("chart-body"));
  const wick = up.find(({ className }) => className.includes("chart-wick"));
  assert.ok(body?.kind === "path" && wick?.kind === "path");
  const [, top, bottom] = /M[-\d.]+,([-\d.]+)h[-\d.]+V([-\d.]+)/.exec(body.d)!.map(Number);
  const [, high, , , low] = /M[-\d.]+,([-\d.]+)V([-\d.]+)M[-\d.]+,([-\d.]+)V([-\d.]+)/.exec(wick.d)!.map(
    Number,
  );
  const pixels = (bottom! - top!) / 10;
  assert.ok(Math.abs((top! - high!) / pixels - 2) < 0.02, "112 is 2 above the close");
  assert.ok(Math.abs((low! - bottom!) / pixels - 2) < 0.02, "98 is 2 below the open");
});

Deno.test("candlestick() tells up from down by class, so that one is hollow and one filled", () => {
  const bodies = withClass(plotOf(candlestick(sized(two))).marks, "chart-body").map(({ className }) =>
    className
  );
  assert.deepEqual(bodies.sort(), ["chart-body chart-down", "chart-body chart-up"]);
});

Deno.test("candlestick() gives closed hours no room", () => {
  const picture = plotOf(candlestick(sized(candles(156))));
  const gaps = picture.hits.slice(1).map(({ x }, index) => x - picture.hits[index]!.x);
  assert.ok(Math.max(...gaps) - Math.min(...gaps) < 0.05, "the night takes as much as five minutes");
});

Deno.test("candlestick() sorts by time and leaves out rows without a price", () => {
  const rows = [two.rows[1]!, [at(18, 1), "1", null, "1", "1", "1"], two.rows[0]!];
  const read = readCandles(sized({ ...two, rows }));
  assert.deepEqual(read.map(({ open }) => open), [100, 110]);
});

Deno.test("candlestick() starts volume bars at zero", () => {
  const picture = plotOf(candlestick(sized(two)));
  const heights = withClass(picture.marks, "chart-volume").map((mark) =>
    mark.kind === "path" ? Math.abs(Number(/v([-\d.]+)/.exec(mark.d)![1])) : 0
  );
  assert.equal(heights.length, 2);
  assert.ok(Math.abs(heights[1]! / heights[0]! - 2) < 0.05, "10 is twice 5");
});

Deno.test("candlestick() says so when it merges rows", () => {
  const dense = plotOf(candlestick(sized(candles(2000))));
  assert.match(dense.note ?? "", /merges \d+ rows/);
  assert.ok(dense.hits.length <= dense.plot.width / 3 + 1);
  assert.equal(plotOf(candlestick(sized(candles(100)))).note, undefined);
});

const several = (repeats: number) => ({
  ...candles(0),
  rows: [
    ...candles(1000).rows,
    ...candles(repeats).rows.map(([time]) => [time, "46", "47", "45", "46.5", "1"]),
  ],
});

Deno.test("candlestick() says that times repeat, whatever its size and kind of rendering", () => {
  const picture = plotOf(candlestick(sized(several(228))));
  assert.match(picture.note ?? "", /^228 times repeat: filter to one symbol$/);
  assert.match(picture.summary, /228 times repeat: filter to one symbol\.$/);
  const [line] = withClass(picture.marks, "chart-warning");
  assert.ok(line?.kind === "text" && line.y <= picture.height && /228 times repeat/.test(line.text));
  assert.match(plotOf(candlestick(sized(several(1)))).note ?? "", /^1 time repeats/);
  assert.match(plotOf(candlestick(sized(several(228), 300, 60))).summary, /228 times repeat/);
  assert.equal(withClass(plotOf(candlestick(sized(candles(100)))).marks, "chart-warning").length, 0);
});

Deno.test("candlestick() merges no candles and names no last price where times repeat", () => {
  const picture = plotOf(candlestick(sized(several(228))));
  assert.equal(picture.hits.length, 1228);
  assert.doesNotMatch(picture.summary, /last close/);
  assert.equal(withClass(picture.marks, "chart-tag").length, 0);
  assert.ok(!picture.marks.some((mark) => mark.kind === "text" && /^C \d/.test(mark.text)));
});

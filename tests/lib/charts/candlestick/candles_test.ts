import assert from "node:assert/strict";
import { mergeCandles, readCandles } from "@/lib/charts/candlestick/candles.ts";
import { candles } from "@/tests/components/charts/samples.ts";
import { sized } from "@/tests/lib/charts/support.ts";

Deno.test("mergeCandles() keeps first open, extremes, last close and the sum of volumes", () => {
  const all = readCandles(sized(candles(10)));
  const [merged] = mergeCandles(all.slice(0, 4), 4);
  assert.equal(merged!.open, all[0]!.open);
  assert.equal(merged!.close, all[3]!.close);
  assert.equal(merged!.high, Math.max(...all.slice(0, 4).map(({ high }) => high)));
  assert.equal(merged!.low, Math.min(...all.slice(0, 4).map(({ low }) => low)));
  assert.equal(merged!.volume, all.slice(0, 4).reduce((sum, { volume }) => sum + volume!, 0));
});

import assert from "node:assert/strict";
import fc from "fast-check";
import { tickFormat } from "@/lib/charts/shared/format/tick.ts";

Deno.test("tickFormat() never writes two ticks alike and says where each stands", () => {
  fc.assert(fc.property(
    fc.double({ min: -1e12, max: 1e12, noNaN: true }),
    fc.integer({ min: -6, max: 9 }),
    fc.constantFrom(1, 2, 5, 2.5),
    (start, power, mantissa) => {
      const step = mantissa * 10 ** power;
      if (Math.abs(start) / step > 1e11) return;
      const first = Math.round(start / step) * step;
      const ticks = [0, 1, 2, 3].map((index) => first + index * step);
      const write = tickFormat(ticks);
      const labels = ticks.map(write);
      assert.equal(new Set(labels).size, 4, labels.join(" "));
      labels.forEach((label, index) => {
        const unit = { K: 1e3, M: 1e6, B: 1e9, T: 1e12 }[label.at(-1)!] ?? 1;
        const value = Number(label.replaceAll(",", "").replace(/[KMBT]$/, "")) * unit;
        assert.ok(Math.abs(value - ticks[index]!) <= step * 0.01, `${label} for ${ticks[index]}`);
      });
    },
  ));
});

Deno.test("tickFormat() is compact only where nothing is lost by it", () => {
  assert.deepEqual([0, 500_000, 1_000_000].map(tickFormat([0, 500_000, 1_000_000])), ["0", "0.5M", "1.0M"]);
  const close = [1_200_000, 1_200_010];
  assert.deepEqual(close.map(tickFormat(close)), ["1,200,000", "1,200,010"]);
  const prices = [187.25, 187.5];
  assert.deepEqual(prices.map(tickFormat(prices)), ["187.25", "187.50"]);
});

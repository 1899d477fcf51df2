import assert from "node:assert/strict";
import fc from "fast-check";
import { fitLine, trendLine, trendSums } from "@/lib/charts/scatter_plot/trend.ts";

Deno.test("fitLine() finds the line that points lie on, times in milliseconds too", () => {
  for (const start of [0, Date.UTC(2026, 0, 5)]) {
    const points = [0, 1, 2, 5].map((step) => ({ x: start + step, y: 3 + 2 * step }));
    const fit = fitLine(trendSums(points))!;
    assert.ok(Math.abs(fit.slope - 2) < 1e-9);
    assert.ok(Math.abs(fit.intercept + fit.slope * start - 3) < 1e-2);
    assert.equal(fit.rSquared, 1);
  }
});

Deno.test("fitLine() has no line through one point, nor through points above each other", () => {
  assert.equal(fitLine(trendSums([{ x: 1, y: 1 }])), null);
  assert.equal(fitLine(trendSums([{ x: 1, y: 1 }, { x: 1, y: 5 }])), null);
  const above = [1, 5, 2, 7, 3].map((y) => ({ x: 0.1, y }));
  assert.equal(fitLine(trendSums(above)), null, "their mean is rounded, and they do not vary by that");
});

Deno.test("trendLine() runs from the first point to the last as far as it stays between the values", () => {
  const value = fc.integer({ min: -1000, max: 1000 });
  fc.assert(fc.property(
    fc.array(fc.record({ x: value, y: value }), { minLength: 2, maxLength: 30 }),
    fc.tuple(value, value).filter(([a, b]) => a !== b),
    (points, limits) => {
      const [bottom, top] = [Math.min(...limits), Math.max(...limits)];
      const trend = trendLine(points, [bottom, top]);
      if (!trend) return;
      const xs = points.map(({ x }) => x);
      for (const { x, y } of trend.ends) {
        assert.ok(x >= Math.min(...xs) && x <= Math.max(...xs));
        assert.ok(y >= bottom - 1e-3 && y <= top + 1e-3);
        assert.ok(Math.abs(trend.intercept + trend.slope * x - y) < 1e-6);
      }
    },
  ));
  const rising = [{ x: 0, y: 0 }, { x: 10, y: 10 }];
  assert.deepEqual(trendLine(rising, [2, 6])!.ends.map(({ x }) => x), [2, 6]);
  assert.deepEqual(trendLine(rising, [-5, 50])!.ends.map(({ x }) => x), [0, 10]);
  assert.equal(trendLine(rising, [20, 30]), null);
});

Deno.test("trendLine() runs where all points say, not only those of a sample", () => {
  const all = Array.from({ length: 100 }, (_, x) => ({ x, y: x < 10 ? 10 - x : x }));
  const sample = all.slice(0, 10);
  assert.ok(trendLine(sample, [0, 10])!.slope < 0);
  const trend = trendLine(sample, [0, 10], trendSums(all))!;
  assert.ok(trend.slope > 0);
  assert.equal(trend.rSquared, fitLine(trendSums(all))!.rSquared);
});

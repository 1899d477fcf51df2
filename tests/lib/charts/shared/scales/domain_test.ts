import assert from "node:assert/strict";
import fc from "fast-check";
import { roomyDomain, zeroDomain } from "@/lib/charts/shared/scales/domain.ts";
import { linearScale } from "@/lib/charts/shared/scales/scale.ts";

Deno.test("domains hold all values; zeroDomain() holds zero, roomyDomain() never crosses it for room", () => {
  const value = fc.double({ min: -1e15, max: 1e15, noNaN: true });
  fc.assert(fc.property(value, value, (a, b) => {
    const [low, high] = [Math.min(a, b), Math.max(a, b)];
    for (const domain of [roomyDomain(low, high), zeroDomain(low, high)]) {
      assert.ok(domain[0] <= low && domain[1] >= high && domain[0] < domain[1]);
    }
    const zero = zeroDomain(low, high);
    assert.ok(zero[0] <= 0 && zero[1] >= 0);
    if (low >= 0) assert.equal(Math.min(0, zero[0], roomyDomain(low, high)[0]), 0);
  }));
  for (const least of [5e-324, 2.47e-322, -2.47e-322, 1e-291]) {
    for (
      const domain of [roomyDomain(least, least), roomyDomain(0, Math.abs(least)), zeroDomain(least, least)]
    ) {
      assert.ok(domain[0] < domain[1]);
      assert.ok(linearScale(domain, [100, 0], 5).ticks.every(Number.isFinite));
    }
  }
  assert.deepEqual(zeroDomain(50, 100)[0], 0);
});

import assert from "node:assert/strict";
import fc from "fast-check";
import { linearScale } from "@/lib/charts/shared/scales/scale.ts";

Deno.test("linearScale() has at least two ticks and maps ends to ends", () => {
  fc.assert(fc.property(
    fc.double({ min: -1e9, max: 1e9, noNaN: true }),
    fc.double({ min: 1e-6, max: 1e9, noNaN: true }),
    (low, width) => {
      if (low + width === low) return;
      const scale = linearScale([low, low + width], [100, 0], 2);
      assert.ok(scale.ticks.length >= 2);
      assert.ok(Math.abs(scale(low) - 100) < 1e-6 && Math.abs(scale(low + width)) < 1e-6);
    },
  ));
});

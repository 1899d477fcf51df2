import assert from "node:assert/strict";
import { usualWidth } from "@/lib/server/widgets/width.ts";
import { chartSize } from "@/lib/tiles/grid.ts";

Deno.test("a chart is reduced to the width at which its tile draws it", () => {
  for (let w = 1; w <= 24; w++) {
    const layout = { x: 0, y: 0, w, h: 4 };
    assert.equal(usualWidth(layout), chartSize(layout).width, `${w} columns`);
  }
});

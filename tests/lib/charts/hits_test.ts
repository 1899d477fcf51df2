import assert from "node:assert/strict";
import { hitAfterKey, hitUnderPointer } from "@/lib/charts/hits.ts";
import { draw } from "@/lib/charts/registry.ts";
import { bars, scatter } from "@/tests/components/charts/samples.ts";
import { plotOf, sized } from "./support.ts";

Deno.test("hitUnderPointer() finds the closest along the axis, and a point within reach", () => {
  const plot = plotOf(draw("bar_chart", sized(bars)));
  plot.hits.forEach((hit, index) => assert.equal(hitUnderPointer(plot, hit.x + 3, plot.plot.y + 5), index));
  assert.equal(hitUnderPointer(plot, plot.plot.x - 40, 50), null);
  const cloud = plotOf(draw("scatter_plot", sized(scatter(40))));
  cloud.hits.forEach((hit) => {
    const found = hitUnderPointer(cloud, hit.x, hit.y)!;
    assert.ok(Math.hypot(cloud.hits[found]!.x - hit.x, cloud.hits[found]!.y - hit.y) < 0.01);
  });
});

Deno.test("hitAfterKey() stops at the ends and starts at the nearer one", () => {
  const plot = plotOf(draw("bar_chart", sized(bars)));
  assert.equal(hitAfterKey(plot, null, "ArrowRight"), 0);
  assert.equal(hitAfterKey(plot, null, "ArrowLeft"), 9);
  assert.equal(hitAfterKey(plot, 9, "ArrowRight"), 9);
  assert.equal(hitAfterKey(plot, 0, "ArrowLeft"), 0);
  assert.equal(hitAfterKey(plot, 4, "Escape"), null);
  assert.equal(hitAfterKey(plot, 4, "a"), undefined);
});

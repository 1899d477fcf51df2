import assert from "node:assert/strict";
import { reducePoints } from "@/lib/charts/line_chart/reduce.ts";

Deno.test("reducePoints() keeps every pixel column's extremes and all gaps", () => {
  const points = Array.from({ length: 5000 }, (_, index) => ({
    x: index / 10,
    y: index === 2345 ? 999 : index === 3456 ? null : Math.sin(index),
  }));
  const kept = reducePoints(points, 1000);
  assert.ok(kept.length < 2500);
  assert.ok(kept.some(({ y }) => y === 999));
  assert.ok(kept.some(({ y }) => y === null));
  for (let pixel = 0; pixel < 500; pixel += 37) {
    const inside = (list: readonly { x: number; y: number | null }[]) =>
      list.filter(({ x }) => Math.floor(x) === pixel).map(({ y }) => y ?? 0);
    assert.equal(Math.max(...inside(kept)), Math.max(...inside(points)));
    assert.equal(Math.min(...inside(kept)), Math.min(...inside(points)));
  }
});

import { deepEqual, equal } from "node:assert/strict";
import { isSame, type StepName, stepOfKey, stepped, STEPS } from "@/lib/tiles/arrangement.ts";
import { onGrid } from "@/lib/grid/grid.ts";

Deno.test("arrow keys move a tile, with Shift they resize it", () => {
  const layout = { x: 2, y: 1, w: 4, h: 3 };
  deepEqual(stepped(layout, stepOfKey("ArrowRight", false)!), { ...layout, x: 3 });
  deepEqual(stepped(layout, stepOfKey("ArrowRight", true)!), { ...layout, w: 5 });
  deepEqual(stepped(layout, stepOfKey("ArrowUp", true)!), { ...layout, h: 2 });
  equal(stepOfKey("Enter", false), null);
  equal(stepOfKey("constructor", false), null);
});

Deno.test("no step leaves the grid", () => {
  const corners = [{ x: 0, y: 0, w: 1, h: 1 }, { x: 0, y: 0, w: 12, h: 24 }, { x: 11, y: 199, w: 1, h: 1 }];
  for (const layout of corners) {
    for (const name of Object.keys(STEPS) as StepName[]) {
      const next = stepped(layout, name);
      deepEqual(onGrid(next), next, `${name} from ${JSON.stringify(layout)}`);
    }
  }
});

Deno.test("isSame() compares places whatever their order", () => {
  const a = { id: "a", layout: { x: 0, y: 0, w: 1, h: 1 } };
  const b = { id: "b", layout: { x: 1, y: 0, w: 1, h: 1 } };
  equal(isSame([a, b], [b, a]), true);
  equal(isSame([a, b], [a, { ...b, layout: { ...b.layout, h: 2 } }]), false);
  equal(isSame([a], [a, b]), false);
});

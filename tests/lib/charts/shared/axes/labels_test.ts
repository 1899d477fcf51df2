import assert from "node:assert/strict";
import fc from "fast-check";
import { spread } from "@/lib/charts/shared/axes/labels.ts";
import { textWidth } from "@/lib/charts/shared/text.ts";
import type { TextMark } from "@/lib/charts/types.ts";
import { overlaps, textBox } from "@/tests/lib/charts/support.ts";

function assertApart(marks: readonly TextMark[]): void {
  const boxes = marks.map(textBox);
  boxes.forEach((box, index) =>
    assert.ok(!boxes.slice(index + 1).some((other) => overlaps(box, other)), box.text)
  );
}

Deno.test("spread() drops labels that would touch and keeps the rest inside", () => {
  fc.assert(fc.property(
    fc.array(fc.tuple(fc.integer({ min: 0, max: 400 }), fc.string({ minLength: 1, maxLength: 12 }))),
    (list) => {
      const labels = list.toSorted(([a], [b]) => a - b).map(([x, text]) => ({ x, text }));
      const marks = spread(labels, 20, 400);
      assertApart(marks);
      for (const { left, right } of marks.map(textBox)) assert.ok(left >= -0.1 && right <= 400.1);
    },
  ));
});

Deno.test("spread() leaves a gap between neighbours and takes the next as soon as there is one", () => {
  const text = "12:30";
  const width = textWidth(text);
  const shown = (distance: number) =>
    spread([{ x: 100, text }, { x: 100 + width + distance, text }], 20, 400).length;
  assert.deepEqual([0, 7.9, 8.1].map(shown), [1, 1, 2]);
});

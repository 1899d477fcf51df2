import assert from "node:assert/strict";
import fc from "fast-check";
import { lastLabels } from "@/lib/charts/line_chart/last_labels.ts";
import type { LinePoint } from "@/lib/charts/line_chart/points.ts";
import type { TextMark } from "@/lib/charts/types.ts";
import { overlaps, textBox } from "@/tests/lib/charts/support.ts";

function assertApart(marks: readonly TextMark[]): void {
  const boxes = marks.map(textBox);
  boxes.forEach((box, index) =>
    assert.ok(!boxes.slice(index + 1).some((other) => overlaps(box, other)), box.text)
  );
}

Deno.test("lastLabels() moves colliding labels apart, within the plot", () => {
  const plot = { x: 0, y: 10, width: 300, height: 150 };
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 10, max: 160 }), { minLength: 1, maxLength: 8 }), (ends) => {
      const lists = ends.map((y): LinePoint[] => [{
        at: 0,
        x: 300,
        y,
        point: { series: 0, x: 0, y: 5, raw: 5 },
      }]);
      const texts = lastLabels(lists, plot, [0, 5, 10]).filter((mark): mark is TextMark =>
        mark.kind === "text"
      );
      assert.equal(texts.length, ends.length);
      assertApart(texts);
      for (const { y } of texts) assert.ok(y - 4 >= plot.y - 0.1 && y - 4 <= plot.y + plot.height + 0.1);
    }),
  );
});

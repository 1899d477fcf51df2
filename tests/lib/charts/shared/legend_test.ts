import assert from "node:assert/strict";
import { legend } from "@/lib/charts/shared/legend.ts";
import type { TextMark } from "@/lib/charts/types.ts";
import { overlaps, textBox } from "@/tests/lib/charts/support.ts";

function assertApart(marks: readonly TextMark[]): void {
  const boxes = marks.map(textBox);
  boxes.forEach((box, index) =>
    assert.ok(!boxes.slice(index + 1).some((other) => overlaps(box, other)), box.text)
  );
}

Deno.test("legend() says how many names it had no room for", () => {
  const names = Array.from({ length: 30 }, (_, index) => `series ${index}`);
  const { marks, height } = legend(names, { width: 300, rows: 2 });
  const texts = marks.filter((mark): mark is TextMark => mark.kind === "text");
  assertApart(texts);
  assert.equal(texts.at(-1)!.text, `+${30 - (texts.length - 1)} more`);
  for (const box of texts.map(textBox)) assert.ok(box.right <= 300);
  assert.equal(height, 36);
});

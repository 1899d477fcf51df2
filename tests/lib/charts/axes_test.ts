import assert from "node:assert/strict";
import fc from "fast-check";
import { spread } from "@/lib/charts/axes.ts";
import { lastLabels } from "@/lib/charts/last_labels.ts";
import { legend } from "@/lib/charts/legend.ts";
import type { LinePoint } from "@/lib/charts/line_chart.ts";
import { linearScale, roomyDomain, zeroDomain } from "@/lib/charts/scale.ts";
import { cleanLabel, fitText, textWidth } from "@/lib/charts/text.ts";
import type { TextMark } from "@/lib/charts/types.ts";
import { overlaps, textBox } from "./support.ts";

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

Deno.test("legend() says how many names it had no room for", () => {
  const names = Array.from({ length: 30 }, (_, index) => `series ${index}`);
  const { marks, height } = legend(names, { width: 300, rows: 2 });
  const texts = marks.filter((mark): mark is TextMark => mark.kind === "text");
  assertApart(texts);
  assert.equal(texts.at(-1)!.text, `+${30 - (texts.length - 1)} more`);
  for (const box of texts.map(textBox)) assert.ok(box.right <= 300);
  assert.equal(height, 36);
});

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

Deno.test("fitText() fits, and cuts between letters, not inside them", () => {
  fc.assert(
    fc.property(
      fc.string({ unit: "grapheme", maxLength: 60 }),
      fc.integer({ min: 20, max: 200 }),
      (text, width) => {
        assert.ok(textWidth(fitText(text, width)) <= width + 0.01);
      },
    ),
  );
  assert.equal(fitText("👩‍👩‍👧‍👦👩‍👩‍👧‍👦👩‍👩‍👧‍👦👩‍👩‍👧‍👦", 44), "👩‍👩‍👧‍👦👩‍👩‍👧‍👦…");
  assert.equal(fitText("short", 100), "short");
});

Deno.test("cleanLabel() leaves one well-formed line without direction overrides", () => {
  assert.equal(cleanLabel("a\nb\u0000\u202Ec\uD800"), "a b c\uFFFD");
});

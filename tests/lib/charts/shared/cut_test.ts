/** What is missing is said in the picture, in its table, and to those who see neither. */
import assert from "node:assert/strict";
import { draw } from "@/lib/charts/registry.ts";
import { cutWords } from "@/lib/charts/shared/cut.ts";
import { gridOf } from "@/lib/charts/shared/grid.ts";
import type { ChartInput, Reduced } from "@/lib/charts/types.ts";
import { bars, candles, lines, type Sample, scatter } from "@/tests/components/charts/samples.ts";
import { plotOf, sized, withClass } from "@/tests/lib/charts/support.ts";

const CASES: readonly (readonly [Pick<ChartInput, "truncated" | "kept" | "reduced">, RegExp])[] = [
  [{ truncated: true }, /^First [\d,]+ rows; there are more$/],
  [{ truncated: true, kept: "newest" }, /^Newest [\d,]+ rows; there are more$/],
  [{ truncated: true, kept: "largest" }, /^Largest [\d,]+ rows; there are more$/],
  [{ reduced: { method: "m4", of: 48_210 } }, /^[\d,]+ of 48,210 rows: those that this width can show$/],
  [
    { reduced: { method: "m4", of: 48_210, pixels: 250, asked: 636 } },
    /^[\d,]+ of 48,210 rows: in the detail of 250 of 636 pixels$/,
  ],
  [{ reduced: { method: "sample", of: 48_210 } }, /^A sample of [\d,]+ of 48,210 rows$/],
  [
    { reduced: { method: "candles", of: 48_210, bucket: "30 minutes" } },
    /^48,210 rows in candles of 30 minutes$/,
  ],
  [{ truncated: true, kept: "newest", reduced: { method: "m4", of: 48_210 } }, /can show\. Newest/],
];

const SAMPLES: readonly Sample[] = [bars, lines, candles(100), scatter(200)];

for (const sample of SAMPLES) {
  for (const [cut, words] of CASES) {
    Deno.test(`a ${sample.chart} says ${words.source}`, () => {
      const input = { ...sized(sample), ...cut };
      assert.match(cutWords(input)!, words);
      const picture = plotOf(draw(sample.chart, input));
      const last = withClass(picture.marks, "chart-note").at(-1);
      assert.ok(last?.kind === "text");
      assert.match(last.full ?? last.text, words);
      assert.match(picture.note!.slice(-cutWords(input)!.length), words);
      assert.ok(picture.summary.endsWith(`${cutWords(input)}.`));
      assert.ok(picture.plot.y + picture.plot.height < last.y - 8, "below everything else");
      const grid = gridOf(input);
      assert.match(grid.note, words);
      assert.ok(grid.summary.includes(cutWords(input)!));
      assert.match(gridOf(input, 3).note, /^First 3 rows; there are more\. /, "a part says both");
    });
  }
}

Deno.test("cutWords() says nothing of rows that are all there", () => {
  const whole = (reduced?: Reduced) => cutWords({ ...sized(lines), truncated: false, reduced });
  assert.equal(whole(), null);
  assert.equal(whole({ method: "m4" }), null);
  assert.equal(whole({ method: "sample", of: lines.rows.length }), null);
});

/** Pictures of every kind, at many sizes and with unkind data: nothing overlaps, nothing leaves the frame, no NaN. */
import assert from "node:assert/strict";
import fc from "fast-check";
import { TYPE_NAMES } from "@/compiler/mod.ts";
import { charts, draw } from "@/lib/charts/registry.ts";
import type { ChartInput } from "@/lib/charts/types.ts";
import { candles, column, plainScatter, type Sample, samples } from "@/tests/components/charts/samples.ts";
import { levelTexts, numbersOf, overlaps, sized } from "./support.ts";

const SIZES = [[1200, 600], [640, 300], [420, 260], [320, 200], [240, 160], [190, 110]] as const;

function check(input: ChartInput, chart: string, name: string): void {
  const picture = draw(chart, input);
  if (picture.kind !== "plot") return;
  assert.ok(numbersOf(picture).every(Number.isFinite), `${name} has a number that is none`);
  assert.ok(!JSON.stringify(picture.marks).includes("NaN"), `${name} has NaN in a path`);
  const texts = levelTexts(picture);
  for (const text of texts) {
    assert.ok(text.left >= -1 && text.right <= input.width + 1, `${name}: "${text.text}" leaves the picture`);
    assert.ok(text.bottom <= input.height + 3, `${name}: "${text.text}" is below the picture`);
  }
  texts.forEach((text, index) => {
    const other = texts.slice(index + 1).find((later) => overlaps(text, later));
    assert.ok(!other, `${name}: "${text.text}" runs into "${other?.text}"`);
  });
}

for (
  const [name, sample] of Object.entries({ ...samples, dense: candles(3000), cloud: plainScatter(5000) })
) {
  Deno.test(`labels of ${name} neither overlap nor leave the picture at any size`, () => {
    for (const [width, height] of SIZES) {
      check(
        sized(sample, width, height),
        sample.chart,
        `${name} ${width}×${height}`,
      );
    }
  });
}

const extremes: Record<string, readonly unknown[]> = {
  huge: [1.7e308, -1.7e308, 0],
  tiny: [1e-300, 2e-300, 0],
  same: [5, 5, 5],
  zero: [0, 0, 0],
  one: [42],
  close: ["1000000000000.000001", "1000000000000.000002", "1000000000000.000003"],
  mixed: [1e-9, 1e9, null],
};

for (const [name, values] of Object.entries(extremes)) {
  Deno.test(`every plot draws ${name} values sanely`, () => {
    for (const chart of ["bar_chart", "line_chart", "scatter_plot"]) {
      const sample: Sample = {
        chart,
        config: { x: "i", y: ["v"] },
        columns: [column("i", "int64"), column("v", "float64")],
        rows: values.map((value, index) => [String(index), value]),
      };
      for (const [width, height] of SIZES) {
        check(sized(sample, width, height), chart, `${chart} ${name} ${width}×${height}`);
      }
    }
  });
}

const anything = fc.oneof(
  fc.constant(null),
  fc.double(),
  fc.string({ unit: "binary" }),
  fc.integer().map(String),
  fc.date({ noInvalidDate: true }).map((date) => date.toISOString()),
  fc.boolean(),
);

Deno.test("draw() never throws and never draws NaN, whatever the rows hold", () => {
  fc.assert(
    fc.property(
      fc.constantFrom(...Object.keys(charts), "filter"),
      fc.array(fc.constantFrom(...TYPE_NAMES), { maxLength: 6 }),
      fc.array(fc.array(anything, { maxLength: 6 }), { maxLength: 12 }),
      fc.record({
        color: fc.option(fc.constant("c"), { nil: undefined }),
        size: fc.option(fc.constant("s"), { nil: undefined }),
        stacked: fc.boolean(),
        trend: fc.boolean(),
        area: fc.boolean(),
        function: fc.option(fc.constant("sum"), { nil: undefined }),
        orientation: fc.constantFrom("vertical", "horizontal"),
        style: fc.constantFrom("linear", "step", "smooth", "nonsense"),
        thresholds: anything,
      }),
      (chart, kinds, rows, config) => {
        const columns = kinds.map((type, index) => column(`c${index}`, type));
        const picture = draw(chart, {
          config: { ...config, y: ["c1"] },
          columns,
          rows,
          width: 300,
          height: 180,
        });
        if (picture.kind === "plot") {
          assert.ok(numbersOf(picture).every(Number.isFinite));
          assert.ok(!JSON.stringify(picture.marks).includes("NaN"));
        }
      },
    ),
    { numRuns: 600 },
  );
});

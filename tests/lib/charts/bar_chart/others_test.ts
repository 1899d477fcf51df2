/** The bar of all that have none of their own is seen, named and read. */
import assert from "node:assert/strict";
import { draw } from "@/lib/charts/registry.ts";
import { gridOf } from "@/lib/charts/shared/grid.ts";
import type { ChartInput, Config, Row } from "@/lib/charts/types.ts";
import { levelTexts, overlaps, plotOf, rectangles, withClass } from "@/tests/lib/charts/support.ts";

const text = { name: "trade", type: "string", nullable: false } as const;
const colour = { name: "desk", type: "string", nullable: false } as const;
const amount = { name: "quantity", type: "int64", nullable: false } as const;

const names = (count: number) =>
  Array.from({ length: count }, (_, at) => `TRD-${String(at).padStart(6, "0")}`);

/** 127 of 50,000 trades, and the others. */
const rows: readonly Row[] = [
  ...names(127).map((name, at): Row => [name, String(900 - at)]),
  ["49873 others", "5021733"],
];

function bars(config: Config = {}): ChartInput {
  return {
    config: { x: "trade", y: ["quantity"], function: "sum", ...config },
    columns: [text, amount],
    rows,
    width: 700,
    height: 300,
    reduced: { method: "others", categories: { shown: 127, of: 50_000 } },
  };
}

const NOTE = "Largest 127 of 50,000 categories, the others together";

Deno.test("the others' bar is the last, as wide as any, and looks like no other", () => {
  const { marks } = plotOf(draw("bar_chart", bars()));
  const others = rectangles(marks, "chart-others");
  assert.equal(others.length, 1);
  const all = rectangles(marks, "chart-bar");
  assert.equal(all.length, rows.length);
  assert.equal(others[0]!.x, Math.max(...all.map(({ x }) => x)));
  assert.ok(all.every(({ width }) => width >= 3), `${all[0]!.width} pixels`);
});

for (const orientation of ["vertical", "horizontal"]) {
  Deno.test(`the others have their name below or beside ${orientation} bars, and no name lies on it`, () => {
    const height = orientation === "vertical" ? 300 : 800;
    const picture = plotOf(draw("bar_chart", { ...bars({ orientation }), height }));
    const ticks = levelTexts({ ...picture, marks: withClass(picture.marks, "chart-tick") });
    const own = ticks.find(({ text }) => text === "49873 others");
    assert.ok(own, ticks.map(({ text }) => text).join());
    assert.deepEqual(ticks.filter((tick) => tick !== own && overlaps(tick, own)), []);
    assert.ok(own.right <= 700 && own.left >= 0);
  });
}

Deno.test("how many categories have a bar is said in the picture, its description and its table", () => {
  const picture = plotOf(draw("bar_chart", bars()));
  assert.equal(picture.note, NOTE);
  const lines = withClass(picture.marks, "chart-note").map((mark) => mark.kind === "text" ? mark.text : "");
  assert.deepEqual(lines, [NOTE]);
  assert.match(picture.summary, /127 categories and 49873 others as one/);
  assert.ok(picture.summary.endsWith(`${NOTE}.`));
  const part = gridOf(bars(), 100);
  assert.deepEqual(part.rows.at(-1)?.cells.map(({ text }) => text), ["49873 others", "5,021,733"]);
  assert.equal(part.rows.length, 100);
  assert.equal(part.note, `First 100 rows, the others among them; there are more. ${NOTE}`);
});

Deno.test("colours that were drawn as one stand behind all others, in a colour of no other", () => {
  const input: ChartInput = {
    ...bars({ color: "desk" }),
    columns: [text, colour, amount],
    rows: ["AAPL", "IBM"].flatMap((x) => [...names(15), "9 others"].map((name): Row => [x, name, "5"])),
    reduced: { method: "others", categories: { shown: 2, of: 2 }, series: { shown: 15, of: 24 } },
  };
  const picture = plotOf(draw("bar_chart", input));
  assert.equal(picture.note, "Largest 15 of 24 colours, the others together");
  const own = withClass(picture.marks, "chart-series-others").filter(({ kind }) => kind === "path");
  assert.equal(own.length, 1);
  const [first] = withClass(picture.marks, "chart-legend");
  assert.ok(first?.kind === "text" && first.text === "9 others", "the legend names them first");
  const right = (name: string) => Math.max(...rectangles(picture.marks, name).map(({ x }) => x));
  assert.equal(right("chart-series-others"), right("chart-bar"));
});

Deno.test("bars that lie on each other are said to", () => {
  const many = names(6_587).map((name, at): Row => [name, String(at)]);
  const { reduced: _all, ...input } = bars({ function: undefined });
  const picture = plotOf(draw("bar_chart", { ...input, rows: many }));
  assert.equal(picture.note, "6,587 bars overlap: there is room for 640");
  assert.ok(rectangles(picture.marks, "chart-bar").every(({ width }) => width >= 1), "each is a pixel wide");
  const few = plotOf(draw("bar_chart", { ...input, rows: many.slice(0, 600) }));
  assert.equal(few.note, undefined);
});

import { deepEqual, equal, ok } from "node:assert/strict";
import { GRID, gridClasses, onGrid } from "@/lib/grid/grid.ts";

const SHEETS = ["columns", "rows_from_0", "rows_from_67", "rows_from_134", "heights"];
const STYLES = (await Promise.all(
  SHEETS.map((name) => Deno.readTextFile(new URL(`../../../static/grid/${name}.css`, import.meta.url))),
)).join("\n");

Deno.test("onGrid() brings any stored layout into the grid", () => {
  deepEqual(onGrid({ x: 10, y: -3, w: 6, h: 4 }), { x: 6, y: 0, w: 6, h: 4 });
  deepEqual(onGrid({ x: 2, y: 9_999, w: 24, h: 100 }), { x: 0, y: GRID.maxRow, w: 12, h: GRID.maxHeight });
  deepEqual(onGrid({ x: NaN, y: Infinity, w: 0, h: 2.9 }), { x: 0, y: 0, w: 1, h: 2 });
});

Deno.test("gridClasses() only names classes that the style sheet has", () => {
  const layouts = Array.from({ length: GRID.maxRow + 1 }, (_, y) => ({
    x: y % GRID.columns,
    y,
    w: 1 + y % GRID.columns,
    h: 1 + y % GRID.maxHeight,
  }));
  for (const layout of layouts) {
    for (const name of gridClasses(layout).split(" ")) ok(STYLES.includes(`.${name} {`), name);
  }
});

Deno.test("the style sheet's rows are as high as the grid says", () => {
  const height = /grid-auto-rows: (\d+)px/.exec(STYLES)?.[1];
  equal(Number(height), GRID.rowHeight);
});

Deno.test("gridClasses() leaves the row to the browser where the style sheet has none", () => {
  ok(!gridClasses({ x: 0, y: GRID.maxRow + 1, w: 6, h: 4 }).includes("grid-y"));
});

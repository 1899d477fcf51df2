import { deepEqual, equal, ok } from "node:assert/strict";
import fc from "fast-check";
import { GRID, onGrid, readingOrder } from "@/lib/grid/grid.ts";
import { belowAll, freePlace, overlaps, untangled } from "@/lib/grid/places.ts";

const area = (lowest = 60) =>
  fc.record({
    x: fc.integer({ min: 0, max: 11 }),
    y: fc.integer({ min: 0, max: lowest }),
    w: fc.integer({ min: 1, max: 12 }),
    h: fc.integer({ min: 1, max: 24 }),
  });
type Area = Parameters<typeof overlaps>[0];

const tilesOf = (layouts: readonly Area[]) => layouts.map((layout, at) => ({ id: `t${at}`, layout }));
const tangle = fc.array(area(230), { maxLength: 30 }).map(tilesOf);

/** Tiles that lie apart, as a dashboard keeps them. */
const apart = fc.array(area(40).map(onGrid), { maxLength: 20 }).map((wanted) => {
  const taken: Area[] = [];
  for (const one of wanted) taken.push(freePlace(taken, one) ?? one);
  return tilesOf(taken);
});

/** Cell by cell, as a page would draw them. */
function cellsOf({ x, y, w, h }: Area): readonly string[] {
  return Array.from({ length: w * h }, (_, at) => `${x + at % w},${y + Math.floor(at / w)}`);
}
const shareCells = (a: Area, b: Area) => cellsOf(a).some((cell) => cellsOf(b).includes(cell));

function requireApart(layouts: readonly Area[]): void {
  const cells = layouts.flatMap(cellsOf);
  equal(new Set(cells).size, cells.length, JSON.stringify(layouts));
}

Deno.test("overlaps() says whether two places share a cell", () => {
  fc.assert(fc.property(area(12), area(12), (a, b) => overlaps(a, b) === shareCells(a, b)));
});

Deno.test("untangled() leaves no two tiles on each other, and loses none", () => {
  fc.assert(fc.property(tangle, (tiles) => {
    const done = untangled(tiles);
    requireApart(done.map(({ layout }) => layout));
    deepEqual(done.map(({ id }) => id).toSorted(), tiles.map(({ id }) => id).toSorted());
  }));
});

Deno.test("untangled() keeps columns and sizes, moves down alone, and keeps who stands above whom", () => {
  fc.assert(fc.property(tangle, (tiles) => {
    const before = tiles.toSorted(readingOrder).map((tile) => ({ ...tile, layout: onGrid(tile.layout) }));
    const after = new Map(untangled(tiles).map(({ id, layout }) => [id, layout]));
    before.forEach(({ id, layout }, at) => {
      const now = after.get(id)!;
      deepEqual({ ...now, y: 0 }, { ...layout, y: 0 });
      ok(now.y >= layout.y);
      for (const later of before.slice(at + 1)) {
        const share = overlaps({ ...layout, y: 0 }, { ...later.layout, y: 0 });
        if (share) ok(now.y < after.get(later.id)!.y, `${id} above ${later.id}`);
      }
    });
  }));
});

Deno.test("untangled() is done after one time, and leaves tiles alone that lie apart", () => {
  fc.assert(fc.property(tangle, (tiles) => deepEqual(untangled(untangled(tiles)), untangled(tiles))));
  fc.assert(fc.property(apart, (tiles) => deepEqual(untangled(tiles), tiles.toSorted(readingOrder))));
});

Deno.test("freePlace() gives the place itself, else the first free one below, else any", () => {
  fc.assert(fc.property(apart, area(50).map(onGrid), (tiles, wanted) => {
    const taken = tiles.map(({ layout }) => layout);
    const place = freePlace(taken, wanted)!;
    requireApart([...taken, place]);
    deepEqual({ ...place, y: 0 }, { ...wanted, y: 0 });
    for (let y = wanted.y; y < place.y; y++) {
      ok(taken.some((other) => overlaps(other, { ...wanted, y })), `row ${y} is free`);
    }
  }));
});

Deno.test("freePlace() looks on the whole grid when nothing is free below, and finds nothing on a full one", () => {
  const left = Array.from({ length: 200 }, (_, y) => ({ x: 0, y, w: 6, h: 1 }));
  const wanted = { x: 0, y: 10, w: 6, h: 4 };
  deepEqual(freePlace(left, wanted), { x: 6, y: 0, w: 6, h: 4 });
  deepEqual(freePlace(left, { ...wanted, y: belowAll(left) }), { x: 6, y: 0, w: 6, h: 4 });
  const all = Array.from({ length: GRID.maxRow + 1 }, (_, y) => ({ x: 0, y, w: GRID.columns, h: 1 }));
  equal(freePlace(all, wanted), null);
});

/** Where tiles may stand: no two of them on the same cells. The server and the editor decide it by these functions. */
import { type Area, GRID, onGrid, readingOrder } from "./grid.ts";

interface Tile {
  readonly id: string;
  readonly layout: Area;
}

/**
 * The tiles without overlaps, from top to bottom: each keeps its place, or moves down just below those that stand
 * before it in its columns. Tiles that already lie apart stay where they are.
 */
export function untangled<T extends Tile>(tiles: readonly T[]): readonly T[] {
  const placed: T[] = [];
  for (const tile of tiles.toSorted(readingOrder)) {
    const layout = onGrid(tile.layout);
    const above = placed.filter((other) => sharesColumns(other.layout, layout));
    const y = Math.max(layout.y, ...above.map((other) => bottomOf(other.layout)));
    placed.push({ ...tile, layout: { ...layout, y } });
  }
  return placed.toSorted(readingOrder);
}

/** The place itself, else the first free one below it, else the first on the grid; null when the grid is full. */
export function freePlace(taken: readonly Area[], wanted: Area): Area | null {
  const below = firstFree(taken, wanted, wanted.y);
  if (below !== null) return below;
  const everywhere = Array.from({ length: GRID.columns - wanted.w + 1 }, (_, x) => ({ ...wanted, x }))
    .flatMap((place) => firstFree(taken, place, 0) ?? []);
  return everywhere.toSorted((a, b) => a.y - b.y || a.x - b.x)[0] ?? null;
}

/** Below everything else, where a tile goes that has no place of its own. */
export function belowAll(taken: readonly Area[]): number {
  return Math.max(0, ...taken.map(bottomOf));
}

export function overlaps(a: Area, b: Area): boolean {
  return sharesColumns(a, b) && a.y < bottomOf(b) && b.y < bottomOf(a);
}

/** Goes down in the place's own columns, from row to row at which something ends. */
function firstFree(taken: readonly Area[], wanted: Area, from: number): Area | null {
  let place = { ...wanted, y: from };
  while (place.y <= GRID.maxRow) {
    const inTheWay = taken.filter((other) => overlaps(other, place));
    if (inTheWay.length === 0) return place;
    place = { ...place, y: Math.min(...inTheWay.map(bottomOf)) };
  }
  return null;
}

const sharesColumns = (a: Area, b: Area): boolean => a.x < b.x + b.w && b.x < a.x + a.w;

const bottomOf = ({ y, h }: Area): number => y + h;

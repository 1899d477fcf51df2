/** A place and size, in cells. */
export interface Area {
  readonly x: number;
  readonly y: number;
  readonly w: number;
  readonly h: number;
}

/** The dashboard's grid, the same when drawn on the server and while it is being edited. Pixels. */
export const GRID = {
  columns: 12,
  rowHeight: 72,
  gap: 8,
  maxRow: 199,
  maxHeight: 24,
  headHeight: 36,
} as const;

/** A layout that the grid can show: whole numbers within its bounds, whatever was stored. */
export function onGrid({ x, y, w, h }: Area): Area {
  const width = clamp(w, 1, GRID.columns);
  return {
    w: width,
    h: clamp(h, 1, GRID.maxHeight),
    x: clamp(x, 0, GRID.columns - width),
    y: clamp(y, 0, GRID.maxRow),
  };
}

/** Classes of static/grid/ for a place. Below its last row the browser finds a free row itself. */
export function gridClasses(layout: Area): string {
  const { x, w, h } = onGrid(layout);
  const row = layout.y <= GRID.maxRow ? ` grid-y-${onGrid(layout).y}` : "";
  return `grid-x-${x} grid-w-${w}${row} grid-h-${h}`;
}

/** From top to bottom, then left to right: the order of reading, and of tiles on a narrow screen. */
export function readingOrder(a: { readonly layout: Area }, b: { readonly layout: Area }): number {
  return a.layout.y - b.layout.y || a.layout.x - b.layout.x;
}

export interface PictureSize {
  readonly width: number;
  readonly height: number;
}

/** The side of a picture along which its values stand, in pixels: the height for lying bars, else the width. */
export function sideOf(config: Readonly<Record<string, unknown>>, { width, height }: PictureSize): number {
  return config.orientation === "horizontal" ? height : width;
}

/** Size of a tile's chart on a page of usual width, in pixels; the browser refines it. */
export function chartSize(layout: Area): PictureSize {
  const { w, h } = onGrid(layout);
  return { width: w * 110 - 24, height: h * GRID.rowHeight - GRID.gap - GRID.headHeight - 10 };
}

function clamp(value: number, low: number, high: number): number {
  return Number.isFinite(value) ? Math.min(high, Math.max(low, Math.trunc(value))) : low;
}

/** Which hit a pointer means, and where an arrow key leads. */
import type { Hit, PlotPicture } from "./types.ts";

/** The pointer may leave the plot by this many pixels, and a point may be this far away. */
const MARGIN = 12;
const REACH = 32;

/** Index of the hit at a place of the picture, or null when the pointer is away from the plot or from every point. */
export function hitUnderPointer({ hits, hitAxis, plot }: PlotPicture, x: number, y: number): number | null {
  if (hits.length === 0) return null;
  if (x < plot.x - MARGIN || x > plot.x + plot.width + MARGIN) return null;
  if (y < plot.y - MARGIN || y > plot.y + plot.height + MARGIN) return null;
  return hitAxis === "both" ? pointWithinReach(hits, x, y) : hitAlong(hits, hitAxis, hitAxis === "x" ? x : y);
}

function pointWithinReach(hits: readonly Hit[], x: number, y: number): number | null {
  let best: number | null = null;
  let distance = REACH ** 2;
  hits.forEach((hit, index) => {
    const away = (hit.x - x) ** 2 + (hit.y - y) ** 2;
    if (away > distance) return;
    distance = away;
    best = index;
  });
  return best;
}

/** Hits along an axis ascend, so halving finds the place. */
function hitAlong(hits: readonly Hit[], axis: "x" | "y", place: number): number {
  let low = 0;
  let high = hits.length - 1;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (hits[middle]![axis] < place) low = middle + 1;
    else high = middle;
  }
  return low > 0 && place - hits[low - 1]![axis] < hits[low]![axis] - place ? low - 1 : low;
}

/** The order in which arrow keys visit the hits: from left to right, or top to bottom. */
function visitOrder({ hits, hitAxis }: PlotPicture): readonly number[] {
  const order = hits.map((_, index) => index);
  return hitAxis === "both"
    ? order.sort((a, b) => hits[a]!.x - hits[b]!.x || hits[a]!.y - hits[b]!.y)
    : order;
}

/** The hit that a key leads to from `current`, null for none; undefined for keys that mean nothing here. */
export function hitAfterKey(
  picture: PlotPicture,
  current: number | null,
  key: string,
): number | null | undefined {
  const order = visitOrder(picture);
  if (order.length === 0) return undefined;
  const at = current === null ? -1 : order.indexOf(current);
  switch (key) {
    case "ArrowRight":
    case "ArrowDown":
      return order[Math.min(at + 1, order.length - 1)]!;
    case "ArrowLeft":
    case "ArrowUp":
      return order[at === -1 ? order.length - 1 : Math.max(at - 1, 0)]!;
    case "Home":
      return order[0]!;
    case "End":
      return order.at(-1)!;
    case "Escape":
      return current === null ? undefined : null;
    default:
      return undefined;
  }
}

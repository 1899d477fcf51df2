/** Which hit a pointer means, and where an arrow key leads. */
import type { PlotPicture } from "@/lib/charts/types.ts";

const REACH = 32;

/** Index of the hit at a place of the picture, or null when the pointer is away from the plot or from every point. */
export function nearestHit({ hits, hitAxis, plot }: PlotPicture, x: number, y: number): number | null {
  if (hits.length === 0) return null;
  const margin = 12;
  if (x < plot.x - margin || x > plot.x + plot.width + margin) return null;
  if (y < plot.y - margin || y > plot.y + plot.height + margin) return null;
  if (hitAxis !== "both") return nearestAlong(hits, hitAxis, hitAxis === "x" ? x : y);
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
function nearestAlong(hits: PlotPicture["hits"], axis: "x" | "y", place: number): number {
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
export function visitOrder({ hits, hitAxis }: PlotPicture): readonly number[] {
  const order = hits.map((_, index) => index);
  return hitAxis === "both"
    ? order.sort((a, b) => hits[a]!.x - hits[b]!.x || hits[a]!.y - hits[b]!.y)
    : order;
}

/** The hit that a key leads to from `current`; undefined for keys that mean nothing here. */
export function moveByKey(
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

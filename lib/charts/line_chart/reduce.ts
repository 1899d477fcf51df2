/** Fewer points, the same picture: of every pixel column the first, lowest, highest and last point remain. */

interface XY {
  readonly x: number;
  readonly y: number | null;
}

/** `points` ascend in x, in pixels. A null (a gap) is kept, and the pixel column starts afresh behind it. */
export function reducePoints<Point extends XY>(points: readonly Point[], limit: number): readonly Point[] {
  if (points.length <= limit) return points;
  const kept: Point[] = [];
  let start = 0;
  for (let index = 1; index <= points.length; index++) {
    const ends = index === points.length || points[index]!.y === null || points[start]!.y === null ||
      Math.floor(points[index]!.x) !== Math.floor(points[start]!.x);
    if (!ends) continue;
    keepColumn(points, start, index - 1, kept);
    start = index;
  }
  return kept;
}

function keepColumn<Point extends XY>(
  points: readonly Point[],
  first: number,
  last: number,
  kept: Point[],
): void {
  let low = first;
  let high = first;
  for (let index = first + 1; index <= last; index++) {
    const y = points[index]!.y;
    if (y === null) continue;
    if (y < points[low]!.y!) low = index;
    if (y > points[high]!.y!) high = index;
  }
  for (const index of [...new Set([first, low, high, last])].sort((a, b) => a - b)) kept.push(points[index]!);
}

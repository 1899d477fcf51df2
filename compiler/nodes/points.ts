/** Fewer points of a scatter plot: so many, drawn at random, as have room. */
import type { Relation } from "../ir/relation.ts";
import type { BuildScope } from "./define.ts";
import { sampleRows } from "./drawn_rows.ts";
import { withFacts } from "./facts.ts";
import type { Axes } from "./lowering.ts";
import { pointFacts } from "./trend.ts";

/** Points for each pixel of width; more would only lie on top of each other. */
const POINTS_PER_PIXEL = 4;

/** Returns a sample, and said of all points how many there are; of a trend its sums too. */
export function samplePoints(points: Relation, trend: Axes | undefined, scope: BuildScope): Relation {
  if (!scope.isTarget || scope.pixels === undefined) return points;
  const pixels = Math.ceil(scope.pixels);
  // The caller asks for a row more than it shows, to know whether there are more.
  const rows = Math.max(1, Math.min(pixels * POINTS_PER_PIXEL, (scope.limit ?? Infinity) - 1));
  scope.reduced({ method: "sample", pixels, rows });
  if (!scope.wantsFacts) return sampleRows(points, rows, 0, scope);
  const known = pointFacts(points, trend, scope);
  return withFacts(sampleRows(known.relation, rows, 0, scope), known.facts, scope);
}

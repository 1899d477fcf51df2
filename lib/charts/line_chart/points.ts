import type { SeriesPoint } from "../shared/rows/series.ts";

/** A point of a line, in pixels; `y` is null where the line has a gap. */
export interface LinePoint {
  /** Position on the horizontal axis in units of the data. */
  readonly at: number;
  readonly x: number;
  readonly y: number | null;
  readonly point: SeriesPoint;
}

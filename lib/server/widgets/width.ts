import type { Layout } from "./schema.ts";

const COLUMN = 110;
const PADDING = 24;
const COLUMNS = 12;

/** A chart's width on a page of usual width, in pixels: as `chartSize` of the tiles has it. */
export function usualWidth({ w }: Layout): number {
  return Math.min(Math.max(1, Math.trunc(w)), COLUMNS) * COLUMN - PADDING;
}

import type { AppConfig } from "@/lib/server/config.ts";

/** Ten series in a picture 1,250 pixels wide need as many, and so many still fit into the cache of results. */
const TIMES_A_PAGE = 5;

/**
 * How many rows a line may have that was reduced to its picture. A series has up to four rows for each pixel, so that the
 * limit of plain rows would make the line of many series far coarser than its picture.
 */
export function mostOfLine({ page }: Pick<AppConfig, "page">): number {
  return page.rows * TIMES_A_PAGE;
}

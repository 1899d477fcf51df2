/** A cross-tab of rows that name each cell's row and column, with totals where the rows hold them. */
import { emptyPicture, missingInput } from "../shared/empty.ts";
import type { Geometry } from "../types.ts";
import { bodyRows, gridColumns, headGroups } from "./cells.ts";
import { layout, readChannels } from "./layout.ts";
import { note, summary } from "./words.ts";

export const pivotTable: Geometry = (input) => {
  const missing = missingInput(input);
  if (missing) return missing;
  const channels = readChannels(input);
  if (!channels) return emptyPicture("Nothing to draw", "The result has no value column.");
  const table = layout(input, channels);
  return {
    kind: "grid",
    groups: headGroups(table),
    columns: gridColumns(table),
    rows: bodyRows(table),
    note: note(table),
    truncated: input.truncated === true,
    summary: summary(table),
  };
};

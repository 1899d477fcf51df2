/** A result's rows as cells. */
import { cellWriter, gridColumn } from "../shared/cells.ts";
import type { ChartInput, GridPicture } from "../types.ts";
import { note, summary } from "./words.ts";

/** Any result as a grid; also the twin of every drawn chart. `most` caps the rows, and the note says so. */
export function gridOf(input: ChartInput, most = Infinity): GridPicture {
  const { columns } = input;
  const rows = input.rows.slice(0, most);
  const truncated = rows.length < input.rows.length || input.truncated === true;
  const writers = columns.map((column, index) => cellWriter(column, rows.map((row) => row[index])));
  return {
    kind: "grid",
    groups: [],
    columns: columns.map(gridColumn),
    rows: rows.map((row) => ({ cells: writers.map((write, index) => write(row[index])) })),
    note: note(rows.length, truncated),
    truncated,
    summary: summary(columns, rows.length, truncated),
  };
}

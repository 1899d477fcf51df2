/** A data grid: the rows in their order, figures right-aligned and written alike down a column. */
import { cellWriter, gridColumn, rowNote } from "./cells.ts";
import type { ChartInput, Geometry, GridPicture } from "./types.ts";
import { unfit } from "./values.ts";

export const tableView: Geometry = (input) => unfit(input) ?? gridOf(input);

/** Any result as a grid; also the twin of every drawn chart. `most` caps the rows, and the note says so. */
export function gridOf(input: ChartInput, most = Infinity): GridPicture {
  const { columns } = input;
  const rows = input.rows.slice(0, most);
  const cut = rows.length < input.rows.length || input.truncated === true;
  const writers = columns.map((column, index) => cellWriter(column, rows.map((row) => row[index])));
  const note = rowNote(rows.length, cut);
  return {
    kind: "grid",
    groups: [],
    columns: columns.map(gridColumn),
    rows: rows.map((row) => ({ cells: writers.map((write, index) => write(row[index])) })),
    note,
    truncated: cut,
    summary: `Table of ${columns.map(({ name }) => name).join(", ")}. ${note}.`,
  };
}

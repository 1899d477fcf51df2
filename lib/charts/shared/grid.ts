/** Any result as a table: what the table shows, and what stands beside every drawn chart for those who do not see it. */
import type { Column } from "@/compiler/schema/types.ts";
import type { ChartInput, GridPicture } from "../types.ts";
import { cellWriter, gridColumn } from "./cells.ts";
import { countNoun } from "./words.ts";

/** The rows in their order, figures right-aligned and written alike down a column. `most` caps the rows. */
export function gridOf(input: ChartInput, most = Infinity): GridPicture {
  const { columns } = input;
  const rows = input.rows.slice(0, most);
  const truncated = rows.length < input.rows.length || input.truncated === true;
  const writers = columns.map((column, index) => cellWriter(column, rows.map((row) => row[index])));
  const note = rowNote(rows.length, truncated);
  return {
    kind: "grid",
    groups: [],
    columns: columns.map(gridColumn),
    rows: rows.map((row) => ({ cells: writers.map((write, index) => write(row[index])) })),
    note,
    truncated,
    summary: summary(columns, note),
  };
}

function rowNote(count: number, truncated: boolean): string {
  return truncated ? `First ${countNoun(count, "row")}; there are more` : countNoun(count, "row");
}

function summary(columns: readonly Column[], note: string): string {
  return `Table of ${columns.map(({ name }) => name).join(", ")}. ${note}.`;
}

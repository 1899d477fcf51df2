/** Any result as a table: what the table shows, and what stands beside every drawn chart for those who do not see it. */
import type { Column } from "@/compiler/schema/types.ts";
import type { ChartInput, GridPicture } from "../types.ts";
import { cellWriter, gridColumn } from "./cells.ts";
import { nameOf } from "./format/value.ts";
import { cutWords, othersName } from "./cut.ts";
import { countNoun } from "./words.ts";

/** The rows in their order, figures right-aligned and written alike down a column. `most` caps the rows. */
export function gridOf(input: ChartInput, most = Infinity): GridPicture {
  const { columns } = input;
  const rows = partOf(input, most);
  const isPart = rows.length < input.rows.length;
  const truncated = isPart || input.truncated === true;
  const writers = columns.map((column, index) => cellWriter(column, rows.map((row) => row[index])));
  // What a part leaves out comes first; how the whole came about is said of the whole.
  const note = [isPart ? rowNote(rows.length, input) : null, cutWords(input)].filter(Boolean).join(". ") ||
    countNoun(rows.length, "row");
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

/** The first rows; those of all that were put together stand at the end, and count among them. */
function partOf({ rows, reduced }: ChartInput, most: number): ChartInput["rows"] {
  const others = othersName(reduced?.categories);
  if (rows.length <= most) return rows;
  const last = others === undefined ? [] : rows.filter(([x]) => x === others).slice(0, most);
  return [...rows.slice(0, most - last.length), ...last];
}

function rowNote(count: number, { reduced }: ChartInput): string {
  const others = othersName(reduced?.categories) === undefined ? "" : ", the others among them";
  return `First ${countNoun(count, "row")}${others}; there are more`;
}

function summary(columns: readonly Column[], note: string): string {
  return `Table of ${columns.map(nameOf).join(", ")}. ${note}.`;
}

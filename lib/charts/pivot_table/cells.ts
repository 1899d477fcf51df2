/** The cross-tab's cells, its headings and its totals. */
import type { Column } from "@/compiler/schema/types.ts";
import { cellWriter, gridColumn } from "../shared/cells.ts";
import { NULL_TEXT } from "../shared/format/number.ts";
import { labelOf, nameOf } from "../shared/format/value.ts";
import { isNumeric } from "../shared/rows/values.ts";
import type { GridCell, GridColumn, GridPicture } from "../types.ts";
import { type Key, keyOf, type PivotLayout, TOTAL } from "./layout.ts";

type GridRow = GridPicture["rows"][number];

/** A row for each key, and the totals below. */
export function bodyRows(table: PivotLayout): readonly GridRow[] {
  const { input, channels, rowKeys, headKeys, hasRowTotals, hasHeadTotals, valueAt } = table;
  const write = cellWriter(input.columns[channels.value]!, input.rows.map((row) => row[channels.value]));
  const headings = channels.rows.map((column, index) =>
    column.type === "string"
      ? textWriter(column)
      : cellWriter(column, rowKeys.map(({ values }) => values[index]))
  );
  const heads = hasRowTotals ? [...headKeys, TOTAL] : headKeys;
  const valuesOf = (row: Key) => heads.map((head) => write(valueAt(row, head)));
  const rows = rowKeys.map((key) => ({
    cells: [...key.values.map((value, index) => heading(headings[index]!(value))), ...valuesOf(key)],
  }));
  if (!hasHeadTotals) return rows;
  const names = channels.rows.map((_, index) => ({ text: index === 0 ? "Total" : "" }));
  return [...rows, { total: true, cells: [...names, ...valuesOf(TOTAL)] }];
}

/** A heading tells its group from every other, so a text is named and not only written. */
function textWriter(column: Column): (value: unknown) => GridCell {
  const write = cellWriter(column, []);
  return (value) => {
    const cell = write(value);
    return cell.empty || cell.full !== undefined ? cell : { ...cell, text: labelOf(column, value) };
  };
}

/** A missing dimension is a group of its own, and looks like every other null. */
function heading(cell: GridCell): GridCell {
  return cell.empty ? { text: NULL_TEXT, empty: true } : cell;
}

export function gridColumns({ input, channels, headKeys, hasRowTotals }: PivotLayout): readonly GridColumn[] {
  const value = input.columns[channels.value]!;
  const align = isNumeric(value) ? "end" : "start";
  const innermost = channels.heads.at(-1);
  return [
    ...channels.rows.map((column): GridColumn => ({ ...gridColumn(column), align: "start", heading: true })),
    ...headKeys.map(({ values }): GridColumn => ({
      name: innermost ? labelOf(innermost, values.at(-1)) : nameOf(value),
      align,
    })),
    ...(hasRowTotals ? [{ name: "Total", align, total: true } as const] : []),
  ];
}

/** The header lines above: names of the dimensions, then every column dimension but the innermost, spanned. */
export function headGroups(
  { channels, headKeys, hasRowTotals }: PivotLayout,
): readonly (readonly GridCell[])[] {
  const { rows, heads } = channels;
  if (heads.length === 0) return [];
  const before: GridCell[] = rows.length > 0 ? [{ text: "", span: rows.length }] : [];
  const after: GridCell[] = hasRowTotals ? [{ text: "" }] : [];
  const title = { text: heads.map(nameOf).join(" / "), span: headKeys.length };
  const outer = heads.slice(0, -1).map((column, depth) => {
    const paths = headKeys.map(({ values }) => values.slice(0, depth + 1));
    return spans(paths, (path) => labelOf(column, path[depth]));
  });
  return [[title], ...outer].map((line) => [...before, ...line, ...after]);
}

/** One cell for each run of equal paths. */
function spans(
  paths: readonly (readonly unknown[])[],
  label: (path: readonly unknown[]) => string,
): GridCell[] {
  const cells: GridCell[] = [];
  let last: string | undefined;
  for (const path of paths) {
    const { id } = keyOf(path);
    const previous = cells.at(-1);
    if (previous && id === last) cells[cells.length - 1] = { ...previous, span: (previous.span ?? 1) + 1 };
    else cells.push({ text: label(path), span: 1 });
    last = id;
  }
  return cells;
}

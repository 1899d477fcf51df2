/** A cross-tab from long form: row dimensions, column dimensions, the value and, with totals, what each line totals. */
import type { Column } from "@/compiler/schema/types.ts";
import { cellWriter, countNoun, gridColumn } from "./cells.ts";
import { NULL_TEXT } from "./format.ts";
import { cleanLabel } from "./text.ts";
import type { ChartInput, Geometry, GridCell, GridColumn, GridPicture, Row } from "./types.ts";
import { empty, isNumeric, labelOf, listOption, toPosition, unfit } from "./values.ts";

interface Shape {
  readonly rowColumns: readonly Column[];
  readonly headColumns: readonly Column[];
  readonly value: number;
  readonly total?: number;
}

const SEPARATOR = "\u0000";

export const pivotTable: Geometry = (input) => {
  const lack = unfit(input);
  if (lack) return lack;
  const shape = shapeOf(input);
  return shape ? crossTab(input, shape) : empty("Nothing to draw", "The result has no value column.");
};

function shapeOf({ config, columns }: ChartInput): Shape | null {
  const rowCount = listOption(config, "rows").length;
  const headCount = listOption(config, "columns").length;
  const value = rowCount + headCount;
  if (columns.length <= value) return null;
  return {
    rowColumns: columns.slice(0, rowCount),
    headColumns: columns.slice(rowCount, value),
    value,
    total: columns.length > value + 1 ? value + 1 : undefined,
  };
}

interface Key {
  readonly id: string;
  readonly values: readonly unknown[];
}

function keyOf(values: readonly unknown[]): Key {
  return { id: values.map((value) => value === null ? "" : `=${String(value)}`).join(SEPARATOR), values };
}

function crossTab(input: ChartInput, shape: Shape): GridPicture {
  const split = shape.rowColumns.length;
  const kind = (row: Row) => shape.total === undefined ? "cell" : String(row[shape.total]);
  const rowKey = (row: Row) => keyOf(row.slice(0, split));
  const headKey = (row: Row) => keyOf(row.slice(split, shape.value));
  const cells = new Map<string, unknown>();
  const rowTotals = new Map<string, unknown>();
  const headTotals = new Map<string, unknown>();
  let grand: unknown;
  const rowKeys = new Map<string, Key>();
  const headKeys = new Map<string, Key>();
  for (const row of input.rows) {
    const value = row[shape.value];
    switch (kind(row)) {
      case "row":
        rowTotals.set(rowKey(row).id, value);
        break;
      case "column":
        headTotals.set(headKey(row).id, value);
        break;
      case "grand":
        grand = value;
        break;
      default: {
        const [left, top] = [rowKey(row), headKey(row)];
        rowKeys.set(left.id, left);
        headKeys.set(top.id, top);
        cells.set(left.id + SEPARATOR + SEPARATOR + top.id, value);
      }
    }
  }
  const lefts = [...rowKeys.values()].sort(byValues(shape.rowColumns));
  const tops = [...headKeys.values()].sort(byValues(shape.headColumns));
  const valueColumn = input.columns[shape.value]!;
  const write = cellWriter(valueColumn, input.rows.map((row) => row[shape.value]));
  const headings = shape.rowColumns.map((column, index) =>
    cellWriter(column, lefts.map(({ values }) => values[index]))
  );
  const acrossTotal = rowTotals.size > 0 && shape.headColumns.length > 0;
  const downTotal = (headTotals.size > 0 || grand !== undefined) && split > 0;
  const body = lefts.map(({ id, values }) => ({
    cells: [
      ...values.map((value, index) => heading(headings[index]!(value))),
      ...tops.map((top) => write(cells.get(id + SEPARATOR + SEPARATOR + top.id))),
      ...(acrossTotal ? [write(rowTotals.get(id))] : []),
    ],
  }));
  const totals = {
    total: true,
    cells: [
      ...shape.rowColumns.map((_, index) => ({ text: index === 0 ? "Total" : "" })),
      ...tops.map((top) =>
        write(headTotals.get(top.id) ?? (shape.headColumns.length === 0 ? grand : undefined))
      ),
      ...(acrossTotal ? [write(grand)] : []),
    ],
  };
  const note = `${countNoun(lefts.length, "row")} × ${countNoun(tops.length, "column")}` +
    (input.truncated ? ", cut short: add a filter to see the rest" : "");
  return {
    kind: "grid",
    groups: headGroups(shape, tops, acrossTotal),
    columns: gridColumns(shape, valueColumn, tops, acrossTotal),
    rows: downTotal ? [...body, totals] : body,
    note,
    truncated: input.truncated === true,
    summary: `Cross-tab of ${cleanLabel(valueColumn.name)} by ${names(shape.rowColumns)} and ${
      names(shape.headColumns)
    }. ${note}.`,
  };
}

function names(columns: readonly Column[]): string {
  return columns.map(({ name }) => cleanLabel(name)).join(", ") || "nothing";
}

/** A missing dimension is a group of its own, and looks like every other null. */
function heading(cell: GridCell): GridCell {
  return cell.empty ? { text: NULL_TEXT, empty: true } : cell;
}

function gridColumns(shape: Shape, value: Column, tops: readonly Key[], acrossTotal: boolean): GridColumn[] {
  const align = isNumeric(value) ? "end" : "start";
  const innermost = shape.headColumns.at(-1);
  return [
    ...shape.rowColumns.map((column): GridColumn => ({
      ...gridColumn(column),
      align: "start",
      heading: true,
    })),
    ...tops.map(({ values }): GridColumn => ({
      name: innermost ? labelOf(innermost, values.at(-1)) : cleanLabel(value.name),
      align,
    })),
    ...(acrossTotal ? [{ name: "Total", align, total: true } as const] : []),
  ];
}

/** The header lines above: names of the dimensions, then every column dimension but the innermost, spanned. */
function headGroups(shape: Shape, tops: readonly Key[], acrossTotal: boolean): GridCell[][] {
  if (shape.headColumns.length === 0) return [];
  const before: GridCell[] = shape.rowColumns.length > 0 ? [{ text: "", span: shape.rowColumns.length }] : [];
  const after: GridCell[] = acrossTotal ? [{ text: "" }] : [];
  const title = {
    text: shape.headColumns.map(({ name }) => cleanLabel(name)).join(" / "),
    span: tops.length,
  };
  const lines = [[...before, title, ...after]];
  for (let depth = 0; depth < shape.headColumns.length - 1; depth++) {
    const line: GridCell[] = [];
    let last: string | undefined;
    for (const { values } of tops) {
      const id = keyOf(values.slice(0, depth + 1)).id;
      const previous = line.at(-1);
      if (id === last && previous) line[line.length - 1] = { ...previous, span: (previous.span ?? 1) + 1 };
      else line.push({ text: labelOf(shape.headColumns[depth], values[depth]), span: 1 });
      last = id;
    }
    lines.push([...before, ...line, ...after]);
  }
  return lines;
}

/** Numbers and times by value, texts by their characters, nulls last. */
function byValues(columns: readonly Column[]): (a: Key, b: Key) => number {
  return (a, b) => {
    for (let index = 0; index < columns.length; index++) {
      const [left, right] = [a.values[index], b.values[index]];
      if (left === right) continue;
      if (left === null || left === undefined) return 1;
      if (right === null || right === undefined) return -1;
      const order = (toPosition(columns[index], left) ?? NaN) - (toPosition(columns[index], right) ?? NaN);
      if (order) return order;
      if (String(left) !== String(right)) return String(left) < String(right) ? -1 : 1;
    }
    return 0;
  };
}

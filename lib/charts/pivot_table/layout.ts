/** Which value belongs to which row and column of the cross-tab, and in which order these stand. */
import type { Column } from "@/compiler/schema/types.ts";
import { identityOf } from "../shared/format/value.ts";
import { listOption } from "../shared/rows/options.ts";
import { toPosition } from "../shared/rows/values.ts";
import type { ChartInput } from "../types.ts";

/** Columns come as the row dimensions, the column dimensions, the value and, with totals, what each line totals. */
interface Channels {
  readonly rows: readonly Column[];
  readonly heads: readonly Column[];
  /** Positions of the columns in each row. */
  readonly value: number;
  readonly total?: number;
}

/** Null when the result has no column of values. */
export function readChannels({ config, columns }: ChartInput): Channels | null {
  const rowCount = listOption(config, "rows").length;
  const value = rowCount + listOption(config, "columns").length;
  if (columns.length <= value) return null;
  return {
    rows: columns.slice(0, rowCount),
    heads: columns.slice(rowCount, value),
    value,
    total: columns.length > value + 1 ? value + 1 : undefined,
  };
}

/** The values of the dimensions that name a row or a column of the cross-tab. */
export interface Key {
  readonly id: string;
  readonly values: readonly unknown[];
}

export function keyOf(values: readonly unknown[]): Key {
  return { id: JSON.stringify(values.map(identityOf)), values };
}

/** Names the row below all others, and the column behind them. */
export const TOTAL: Key = { id: "total", values: [] };

export interface PivotLayout {
  readonly input: ChartInput;
  readonly channels: Channels;
  readonly rowKeys: readonly Key[];
  readonly headKeys: readonly Key[];
  /** Whether there is a column of totals at the end, and a row of totals at the bottom. */
  readonly hasRowTotals: boolean;
  readonly hasHeadTotals: boolean;
  /** Undefined where no row fills a place. */
  readonly valueAt: (row: Key, head: Key) => unknown;
}

export function layout(input: ChartInput, channels: Channels): PivotLayout {
  const { rows, heads, value, total } = channels;
  const values = new Map<string, unknown>();
  const rowKeys = new Map<string, Key>();
  const headKeys = new Map<string, Key>();
  const kinds = new Set<string>();
  const place = (row: Key, head: Key) => `${row.id} ${head.id}`;
  for (const row of input.rows) {
    const kind = total === undefined ? "cell" : String(row[total]);
    kinds.add(kind);
    const ofAllRows = rows.length > 0 && (kind === "column" || kind === "grand");
    const ofAllHeads = heads.length > 0 && (kind === "row" || kind === "grand");
    const rowKey = ofAllRows ? TOTAL : keyOf(row.slice(0, rows.length));
    const headKey = ofAllHeads ? TOTAL : keyOf(row.slice(rows.length, value));
    values.set(place(rowKey, headKey), row[value]);
    if (ofAllRows || ofAllHeads) continue;
    rowKeys.set(rowKey.id, rowKey);
    headKeys.set(headKey.id, headKey);
  }
  return {
    input,
    channels,
    rowKeys: [...rowKeys.values()].sort(byValues(rows)),
    headKeys: [...headKeys.values()].sort(byValues(heads)),
    hasRowTotals: heads.length > 0 && kinds.has("row"),
    hasHeadTotals: rows.length > 0 && (kinds.has("column") || kinds.has("grand")),
    valueAt: (row, head) => values.get(place(row, head)),
  };
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

/** Rows as points, by the columns that say where a point stands, how large it is and which colour it has. */
import { labelOf } from "../shared/format/value.ts";
import { textOption } from "../shared/rows/options.ts";
import { toNumber, toPosition } from "../shared/rows/values.ts";
import type { ChartInput } from "../types.ts";

/** Positions of the columns behind the two of the axes. */
export interface Channels {
  readonly size?: number;
  readonly color?: number;
}

export interface ScatterPoint {
  readonly x: number;
  readonly y: number;
  readonly size: number | null;
  /** Position among the groups. */
  readonly group: number;
  readonly row: number;
}

/** Columns come as x, y, then size if any, then colour if any. */
export function readChannels({ config, columns }: ChartInput): Channels {
  const size = textOption(config, "size") !== undefined && columns.length > 2 ? 2 : undefined;
  const next = size === undefined ? 2 : 3;
  const color = textOption(config, "color") !== undefined && columns.length > next ? next : undefined;
  return { size, color };
}

/** Names of the colours, sorted, so that a group keeps its colour when rows come in another order. */
export function readGroups({ columns, rows }: ChartInput, { color }: Channels): readonly string[] {
  if (color === undefined) return [];
  return [...new Set(rows.map((row) => labelOf(columns[color], row[color])))].sort();
}

/** A row without a place on both axes makes no point. */
export function readPoints(
  { columns, rows }: ChartInput,
  { size, color }: Channels,
  groups: readonly string[],
): readonly ScatterPoint[] {
  const groupAt = new Map(groups.map((label, index) => [label, index]));
  return rows.flatMap((row, index): ScatterPoint[] => {
    const x = toPosition(columns[0], row[0]);
    const y = toPosition(columns[1], row[1]);
    if (x === null || y === null) return [];
    return [{
      x,
      y,
      size: size === undefined ? null : toNumber(row[size]),
      group: color === undefined ? 0 : groupAt.get(labelOf(columns[color], row[color]))!,
      row: index,
    }];
  });
}

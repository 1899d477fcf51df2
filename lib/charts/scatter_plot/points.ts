/** Rows as points, by the columns that say where a point stands, how large it is and which colour it has. */
import type { Groups } from "../shared/rows/groups.ts";
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
  /** Index of its group in the layout's `groups`. */
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

/** A row without a place on both axes makes no point. */
export function readPoints(
  { columns, rows }: ChartInput,
  { size, color }: Channels,
  groups: Groups | null,
): readonly ScatterPoint[] {
  return rows.flatMap((row, index): ScatterPoint[] => {
    const x = toPosition(columns[0], row[0]);
    const y = toPosition(columns[1], row[1]);
    if (x === null || y === null) return [];
    return [{
      x,
      y,
      size: size === undefined ? null : toNumber(row[size]),
      group: color === undefined || groups === null ? 0 : groups.of(row[color]),
      row: index,
    }];
  });
}

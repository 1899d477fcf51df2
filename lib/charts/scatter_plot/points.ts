/** Rows as points, by the columns that say where a point stands, how large it is and which colour it has. */
import { type Groups, groupsOf } from "../shared/rows/groups.ts";
import { textOption } from "../shared/rows/options.ts";
import { toNumber, toPosition } from "../shared/rows/values.ts";
import type { ChartInput } from "../types.ts";

/** Positions of the columns behind the two of the axes. */
interface Channels {
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
function readChannels({ config, columns }: ChartInput): Channels {
  const size = textOption(config, "size") !== undefined && columns.length > 2 ? 2 : undefined;
  const next = size === undefined ? 2 : 3;
  const color = textOption(config, "color") !== undefined && columns.length > next ? next : undefined;
  return { size, color };
}

/** A row without a place on both axes makes no point. */
function readPoints(
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

/** What the columns mean, the names of the groups and the points, all from the rows. */
export interface ReadScatter {
  readonly channels: Channels;
  readonly groups: readonly string[];
  readonly points: readonly ScatterPoint[];
}

export function readScatter(input: ChartInput): ReadScatter {
  const channels = readChannels(input);
  const coloured = channels.color === undefined ? null : groupsOf(input, channels.color);
  return { channels, groups: coloured?.labels ?? [], points: readPoints(input, channels, coloured) };
}

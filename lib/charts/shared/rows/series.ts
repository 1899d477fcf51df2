/** Rows of a bar or line chart, sorted into series: one per y column, or per colour value, or per pair of both. */
import type { ChartInput } from "../../types.ts";
import { OTHERS } from "../colours.ts";
import { othersName } from "../cut.ts";
import { nameOf } from "../format/value.ts";
import { aggregateName } from "../words.ts";
import { groupsOf } from "./groups.ts";
import { listOption, textOption } from "./options.ts";
import { toNumber } from "./values.ts";

interface Series {
  readonly label: string;
  /** Index of the column that holds its y values. */
  readonly column: number;
}

export interface SeriesPoint {
  readonly series: number;
  readonly x: unknown;
  readonly y: number | null;
  readonly raw: unknown;
}

export interface SeriesTable {
  readonly series: readonly Series[];
  /** The points in the order of the rows they come from. */
  readonly points: readonly SeriesPoint[];
  readonly yNames: readonly string[];
  readonly colorName?: string;
  /** From this series on they are of the colours that were drawn as one; undefined where each is for itself. */
  readonly others?: number;
}

/** The number of a series' colour. */
export function colourAt({ others }: SeriesTable, series: number): number {
  return others !== undefined && series >= others ? OTHERS : series;
}

/** Columns come as x, then colour if any, then y's. */
export function readSeries(input: ChartInput): SeriesTable {
  const { columns, rows, config } = input;
  const wanted = listOption(config, "y").length || 1;
  const hasColor = textOption(config, "color") !== undefined && columns.length > Math.max(2, wanted);
  const firstY = hasColor ? 2 : 1;
  const yColumns = columns.map((_, index) => index).slice(firstY);
  const last = othersName(input.reduced?.series);
  const groups = hasColor ? groupsOf(input, 1, last) : null;
  const labels = groups?.labels ?? [undefined];
  const series = labels.flatMap((group) =>
    yColumns.map((column): Series => ({ column, label: seriesLabel(input, group, column, yColumns.length) }))
  );
  const points = rows.flatMap((row) => {
    const group = groups?.of(row[1]) ?? 0;
    return yColumns.map((column, index): SeriesPoint => ({
      series: group * yColumns.length + index,
      x: row[0],
      y: toNumber(row[column]),
      raw: row[column],
    }));
  });
  return {
    series,
    points,
    yNames: yColumns.map((column) => yName(input, column)),
    ...(hasColor && last !== undefined && rows.some((row) => row[1] === last)
      ? { others: series.length - yColumns.length }
      : {}),
    colorName: hasColor ? nameOf(columns[1]!) : undefined,
  };
}

function yName({ columns, config }: ChartInput, column: number): string {
  return aggregateName(config.function, nameOf(columns[column]!));
}

function seriesLabel(input: ChartInput, group: string | undefined, column: number, columns: number): string {
  const name = yName(input, column);
  if (group === undefined) return name;
  return columns > 1 ? `${group} · ${name}` : group;
}

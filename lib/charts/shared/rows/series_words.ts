/** What is said of the series of a bar or line chart. */
import type { Column } from "@/compiler/schema/types.ts";
import type { HitEntry } from "../../types.ts";
import { formatNumber } from "../format/number.ts";
import { nameOf } from "../format/value.ts";
import { colourAt, type SeriesPoint, type SeriesTable } from "./series.ts";

const MOST_NAMES = 6;

type Value = Pick<SeriesPoint, "y" | "raw">;

/**
 * "Bar chart of quantity by day, coloured by side. 5 categories. 2 series: buy, sell. Values from 1 to 90." `scope` is
 * the sentence about the horizontal axis.
 */
export function seriesSummary(
  kind: string,
  table: SeriesTable,
  x: Column,
  scope: string,
  values: readonly Value[],
): string {
  const colour = table.colorName ? `, coloured by ${table.colorName}` : "";
  const title = `${kind} chart of ${table.yNames.join(", ")} by ${nameOf(x)}${colour}.`;
  return [title, scope, seriesNames(table), valueRange(values)].filter(Boolean).join(" ");
}

function seriesNames({ series }: SeriesTable): string {
  if (series.length === 1) return "";
  const names = series.slice(0, MOST_NAMES).map(({ label }) => label).join(", ");
  const more = series.length > MOST_NAMES ? ` and ${series.length - MOST_NAMES} more` : "";
  return `${series.length} series: ${names}${more}.`;
}

interface Extreme {
  readonly y: number;
  readonly raw: unknown;
}

/** Lowest and highest value as the store wrote them. */
function valueRange(values: readonly Value[]): string {
  let low: Extreme | null = null;
  let high: Extreme | null = null;
  for (const { y, raw } of values) {
    if (y === null) continue;
    if (!low || y < low.y) low = { y, raw };
    if (!high || y > high.y) high = { y, raw };
  }
  return low && high ? `Values from ${formatNumber(low.raw)} to ${formatNumber(high.raw)}.` : "";
}

/** A series' line in a tooltip. A lone series needs no colour to be told apart. */
export function seriesEntry(table: SeriesTable, at: number, value: unknown): HitEntry {
  const { series } = table;
  const { label, column } = series[at]!;
  return { label, column, value, series: series.length > 1 ? colourAt(table, at) : undefined };
}

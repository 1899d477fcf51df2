/** Where candles, volumes and the axis of prices stand. */
import { TICK_GAP } from "../shared/axes/labels.ts";
import { type AxisLines, timeAxisHeight, timeAxisLines } from "../shared/axes/time_axis.ts";
import { valueAxisWidth } from "../shared/axes/value_axis.ts";
import { noNumbers } from "../shared/empty.ts";
import { shortValue } from "../shared/format/tick.ts";
import { type Domain, extent, roomyDomain } from "../shared/scales/domain.ts";
import {
  type BandScale,
  bandScale,
  type LinearScale,
  linearScale,
  round,
  tickCount,
} from "../shared/scales/scale.ts";
import { textWidth } from "../shared/text.ts";
import type { PlotLayout } from "../plot_chart.ts";
import type { Box, ChartInput, EmptyPicture, Row } from "../types.ts";
import { type Candle, mergeCandles, repeatedTimes } from "./candles.ts";

/** The columns' positions; volume may be missing. */
export const OPEN = 1;
export const CLOSE = 4;
export const VOLUME = 5;

/** The narrowest slot in pixels; with more rows than slots, neighbours share one. */
const NARROWEST = 3;
/** Candles that the store has merged to the width already may be a little narrower. */
const NARROWEST_MERGED = 2;
/** So few candles do not fill the plot; their slots are as wide as if there were these many. */
const FEWEST_SLOTS = 12;
const VOLUME_GAP = 10;
const VOLUME_SHARE = 0.2;

export interface CandleLayout extends PlotLayout {
  /** The last row in order of time. */
  readonly lastRow: Row;
  /** One for each row that has a time and its prices. */
  readonly all: readonly Candle[];
  /** As drawn: each stands for `merged` rows. */
  readonly candles: readonly Candle[];
  readonly merged: number;
  /** False where times repeat: then no row is the last one. */
  readonly isOneSeries: boolean;
  readonly slots: BandScale;
  /** The lowest low and the highest high. */
  readonly range: Domain;
  readonly price: LinearScale;
  /** Where candles are drawn; `plot` holds the volumes below them too. */
  readonly priceBox: Box;
  readonly volumeBox: Box | null;
  readonly hasHeading: boolean;
  readonly timeLines: AxisLines;
}

export function layout(input: ChartInput, all: readonly Candle[]): CandleLayout | EmptyPicture {
  if (all.length === 0) return noNumbers(input.columns.slice(OPEN, CLOSE + 1).map(({ name }) => name));
  const { width, height } = input;
  const hasHeading = height >= 110;
  const timeLines = timeAxisLines(height);
  const top = hasHeading ? 24 : 8;
  const inner = Math.max(20, height - top - timeAxisHeight(timeLines));
  const volumeHeight = hasVolume(input, all) ? Math.round(inner * VOLUME_SHARE) : null;
  const priceHeight = volumeHeight === null ? inner : inner - volumeHeight - VOLUME_GAP;
  const range = extent(all.flatMap(({ low, high }) => [low, high]))!;
  const price = linearScale(roomyDomain(...range), [top + priceHeight, top], tickCount(priceHeight, 28));
  const lastRow = input.rows[all.at(-1)!.last]!;
  const tag = textWidth(shortValue(lastRow[CLOSE], price.ticks)) + 4;
  const right = Math.max(valueAxisWidth(price), tag) + TICK_GAP + 2;
  const plot: Box = { x: 2, y: top, width: Math.max(10, round(width - right - 2)), height: inner };
  const isOneSeries = repeatedTimes(all) === 0;
  // Neighbours at one moment are no neighbours in time: merged, they would be a candle that never was.
  const narrowest = input.reduced?.method === "candles" ? NARROWEST_MERGED : NARROWEST;
  const merged = isOneSeries ? Math.ceil(all.length / Math.max(1, Math.floor(plot.width / narrowest))) : 1;
  const candles = mergeCandles(all, merged);
  return {
    input,
    plot,
    hitAxis: "x",
    note: merged > 1 ? `Each candle merges ${merged} rows` : undefined,
    lastRow,
    all,
    candles,
    merged,
    isOneSeries,
    slots: bandScale(Math.max(candles.length, FEWEST_SLOTS), [plot.x, plot.x + plot.width], 0.3),
    range,
    price,
    priceBox: { ...plot, height: priceHeight },
    volumeBox: volumeHeight === null
      ? null
      : { ...plot, y: top + priceHeight + VOLUME_GAP, height: volumeHeight },
    hasHeading,
    timeLines,
  };
}

function hasVolume({ columns, height }: ChartInput, candles: readonly Candle[]): boolean {
  return columns.length > VOLUME && height >= 140 && candles.some(({ volume }) => volume !== null);
}

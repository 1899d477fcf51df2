/** What a candlestick chart says: of itself, above its plot, and of each candle. */
import { formatCompact, formatNumber } from "../shared/format/number.ts";
import { shortValue } from "../shared/format/tick.ts";
import { labelOf } from "../shared/format/value.ts";
import { round } from "../shared/scales/scale.ts";
import { nounFor } from "../shared/words.ts";
import type { Hit, Row } from "../types.ts";
import { type Candle, repeatedTimes } from "./candles.ts";
import { type CandleLayout, CLOSE, OPEN, VOLUME } from "./layout.ts";

/** What each column of the rows holds, in their order. */
const NAMES = ["Time", "Open", "High", "Low", "Close", "Volume"];

/** A missing price or time makes no candle, so only what is drawn can repeat. */
export function warning(candles: readonly Candle[]): string | null {
  const count = repeatedTimes(candles);
  return count === 0
    ? null
    : `${formatNumber(count)} ${nounFor(count, "time repeats", "times repeat")}: filter to one symbol`;
}

export function summary({ input, all, lastRow, range: [low, high], isOneSeries }: CandleLayout): string {
  const firstTime = labelOf(input.columns[0], input.rows[all[0]!.first]![0]);
  const lastTime = labelOf(input.columns[0], lastRow[0]);
  return `Candlestick chart, ${all.length} ${
    nounFor(all.length, "candle")
  } from ${firstTime} to ${lastTime}. ` +
    `Low ${formatNumber(low)}, high ${formatNumber(high)}` +
    `${isOneSeries ? `, last close ${formatNumber(lastRow[CLOSE])}` : ""}.`;
}

/** "O 187.42", "H 188.01" … of the last row. */
export function headingWords({ lastRow, price }: CandleLayout): readonly string[] {
  return lastRow.slice(OPEN, VOLUME + 1).map((value, index) => {
    const column = OPEN + index;
    const text = column === VOLUME ? formatCompact(value) : shortValue(value, price.ticks);
    return `${NAMES[column]![0]} ${text}`;
  });
}

/** A candle is read as its own row, as the store wrote it, or as the figures of the rows it merges. */
export function hits({ input, plot, candles, merged, slots, price }: CandleLayout): readonly Hit[] {
  const columns = input.columns.slice(OPEN, VOLUME + 1).map((_, index) => OPEN + index);
  return candles.map((candle, slot) => {
    const row = input.rows[candle.first]!;
    const values = merged > 1 ? figuresOf(candle) : row;
    const x = plot.x + slot * slots.step;
    return {
      x: round(x + slots.step / 2),
      y: round(price(candle.high)),
      band: { x: round(x), y: plot.y, width: round(slots.step), height: plot.height },
      title: { column: 0, value: row[0] },
      entries: columns.map((column) => ({ label: NAMES[column]!, column, value: values[column] })),
      dots: [],
    };
  });
}

/** By position of the columns, as a row has them. */
function figuresOf({ time, open, high, low, close, volume }: Candle): Row {
  return [time, open, high, low, close, volume];
}

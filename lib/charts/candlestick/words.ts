/** What a candlestick chart says: of itself, above its plot, and of each candle. */
import { formatCompact, formatNumber } from "../shared/format/number.ts";
import { shortValue } from "../shared/format/tick.ts";
import { labelOf } from "../shared/format/value.ts";
import { extent } from "../shared/scales/domain.ts";
import { round } from "../shared/scales/scale.ts";
import { nounFor } from "../shared/words.ts";
import type { Hit } from "../types.ts";
import type { Candle } from "./candles.ts";
import { type CandleLayout, CLOSE, OPEN, VOLUME } from "./layout.ts";

const NAMES = ["Open", "High", "Low", "Close", "Volume"];

export function summary({ input, all, lastRow }: CandleLayout): string {
  const [low, high] = extent(all.flatMap((candle) => [candle.low, candle.high]))!;
  const firstTime = labelOf(input.columns[0], input.rows[all[0]!.first]![0]);
  const lastTime = labelOf(input.columns[0], lastRow[0]);
  return `Candlestick chart, ${all.length} ${
    nounFor(all.length, "candle")
  } from ${firstTime} to ${lastTime}. ` +
    `Low ${formatNumber(low)}, high ${formatNumber(high)}, last close ${formatNumber(lastRow[CLOSE])}.`;
}

/** "O 187.42", "H 188.01" … of the last row. */
export function headingWords({ lastRow, price }: CandleLayout): readonly string[] {
  return lastRow.slice(OPEN, VOLUME + 1).map((value, index) => {
    const text = OPEN + index === VOLUME ? formatCompact(value) : shortValue(value, price.ticks);
    return `${NAMES[index]![0]} ${text}`;
  });
}

export function hits(layout: CandleLayout): readonly Hit[] {
  const { plot, candles, slots, price } = layout;
  return candles.map((candle, index) => {
    const x = plot.x + index * slots.step;
    return {
      x: round(x + slots.step / 2),
      y: round(price(candle.high)),
      band: { x: round(x), y: plot.y, width: round(slots.step), height: plot.height },
      ...reading(layout, candle),
      dots: [],
    };
  });
}

/** A candle's own row as the store wrote it, or the figures of the rows it merges. */
function reading({ input, merged }: CandleLayout, candle: Candle): Pick<Hit, "title" | "entries"> {
  const row = input.rows[candle.first]!;
  const values = merged > 1
    ? [candle.open, candle.high, candle.low, candle.close, candle.volume]
    : row.slice(OPEN, VOLUME + 1);
  return {
    title: { column: 0, value: row[0] },
    entries: input.columns.slice(OPEN, VOLUME + 1).map((_, index) => ({
      label: NAMES[index]!,
      column: OPEN + index,
      value: values[index],
    })),
  };
}

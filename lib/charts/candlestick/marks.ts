/** Candles, volumes, and the last price as a tag on the axis. */
import { TICK_GAP } from "../shared/axes/labels.ts";
import { slotPlaces, timeAxis } from "../shared/axes/time_axis.ts";
import { valueAxis } from "../shared/axes/value_axis.ts";
import { formatCompact } from "../shared/format/number.ts";
import { shortValue } from "../shared/format/tick.ts";
import { baseline, lineAcross, pathMarks, textMark } from "../shared/marks.ts";
import { bandCentre, round } from "../shared/scales/scale.ts";
import { textWidth } from "../shared/text.ts";
import type { Box, Mark } from "../types.ts";
import { type Side, sideOf } from "./candles.ts";
import { type CandleLayout, CLOSE } from "./layout.ts";
import { headingWords } from "./words.ts";

const WIDEST_BODY = 16;
/** A body lower than this would not show as one: the candle gets a dash. */
const LOWEST_BODY = 0.75;
const TIME_SPACING = 72;
const HEADING_LINE = 12;

export function marks(layout: CandleLayout): readonly Mark[] {
  const { input, plot, candles, slots, volumeBox, timeLines } = layout;
  const times = candles.map(({ time }) => time);
  const places = slotPlaces(times, (slot) => bandCentre(slots, slot), plot.width, TIME_SPACING);
  return [
    ...(layout.hasHeading ? headingMarks(layout) : []),
    ...priceAxis(layout),
    ...candleMarks(layout),
    ...(volumeBox ? volumeMarks(layout, volumeBox) : []),
    baseline(plot),
    ...timeAxis(places, plot, input.width, timeLines),
    ...(layout.isOneSeries ? lastTag(layout) : []),
  ];
}

/** The last row in figures, as terminals have it, above the plot, as far as there is room. */
function headingMarks(layout: CandleLayout): Mark[] {
  const { input: { width }, note } = layout;
  const figures: Mark[] = [];
  let x = 2;
  for (const text of layout.isOneSeries ? headingWords(layout) : []) {
    const length = textWidth(text);
    if (x + length > width - 4) break;
    figures.push(textMark(round(x), HEADING_LINE, text, "chart-legend"));
    x += length + 10;
  }
  if (!note || x + textWidth(note) >= width) return figures;
  return [...figures, textMark(width - 2, HEADING_LINE, note, "chart-note", { anchor: "end" })];
}

/** Prices that the last price's tag would cover are left out. */
function priceAxis({ all, price, priceBox, isOneSeries }: CandleLayout): Mark[] {
  if (!isOneSeries) return valueAxis(price, priceBox, "right");
  const tag = price(all.at(-1)!.close);
  return valueAxis(price, priceBox, "right")
    .filter((mark) => mark.kind !== "text" || Math.abs(mark.y - 4 - tag) > 14);
}

/** One path for each side, whatever the count. */
type Paths = Record<Side, string>;

function sideMarks(paths: Paths, className: string, side: Side): Mark[] {
  return pathMarks(paths[side], `${className} chart-${side}`);
}

function candleMarks({ candles, slots, price }: CandleLayout): Mark[] {
  const wicks: Paths = { up: "", down: "" };
  const bodies: Paths = { up: "", down: "" };
  const width = Math.min(slots.bandwidth, WIDEST_BODY);
  candles.forEach((candle, index) => {
    const side = sideOf(candle);
    const centre = bandCentre(slots, index);
    const top = price(Math.max(candle.open, candle.close));
    const bottom = price(Math.min(candle.open, candle.close));
    const [high, low] = [price(candle.high), price(candle.low)];
    // The wick stops at the body, which is hollow when the price rose.
    wicks[side] += wickPath(round(centre), high, Math.min(top, low), bottom, low);
    bodies[side] += bodyPath(round(centre - width / 2), width, top, bottom);
  });
  return (["up", "down"] as const).flatMap((side) => [
    ...sideMarks(wicks, "chart-wick", side),
    ...sideMarks(bodies, "chart-body", side),
  ]);
}

function wickPath(x: number, high: number, top: number, bottom: number, low: number): string {
  return `M${x},${round(high)}V${round(top)}M${x},${round(bottom)}V${round(low)}`;
}

function bodyPath(x: number, width: number, top: number, bottom: number): string {
  if (bottom - top < LOWEST_BODY) return `M${x},${round((top + bottom) / 2)}h${round(width)}`;
  return `M${x},${round(top)}h${round(width)}V${round(bottom)}h${round(-width)}z`;
}

function volumeMarks({ candles, slots }: CandleLayout, box: Box): Mark[] {
  const most = Math.max(...candles.map(({ volume }) => volume ?? 0));
  const paths: Paths = { up: "", down: "" };
  const bottom = round(box.y + box.height);
  const width = Math.min(slots.bandwidth, WIDEST_BODY);
  candles.forEach((candle, index) => {
    if (!candle.volume || candle.volume < 0) return;
    const height = Math.max(1, candle.volume / most * box.height);
    const x = round(bandCentre(slots, index) - width / 2);
    paths[sideOf(candle)] += `M${x},${bottom}v${round(-height)}h${round(width)}V${bottom}z`;
  });
  return [
    lineAcross(box, box.y, "chart-grid"),
    textMark(box.x + box.width + TICK_GAP, box.y + 9, formatCompact(most), "chart-tick"),
    ...sideMarks(paths, "chart-volume", "up"),
    ...sideMarks(paths, "chart-volume", "down"),
  ];
}

function lastTag({ all, lastRow, price, priceBox }: CandleLayout): Mark[] {
  const candle = all.at(-1)!;
  const side = sideOf(candle);
  const y = round(price(candle.close));
  const x = priceBox.x + priceBox.width;
  const text = shortValue(lastRow[CLOSE], price.ticks);
  const width = round(textWidth(text) + 8);
  return [
    lineAcross(priceBox, y, `chart-last-line chart-${side}`),
    { kind: "rect", x: x + 2, y: y - 8, width, height: 16, className: `chart-tag chart-${side}` },
    textMark(x + TICK_GAP, y + 4, text, "chart-tag-text"),
  ];
}

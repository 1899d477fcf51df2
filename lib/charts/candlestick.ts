/**
 * Candles stand in slots in order of time, so closed hours take no room. Up candles are hollow and down candles filled:
 * the difference shows without colour too.
 */
import { TICK_GAP, tickLabels, timeAxis, timeAxisHeight, valueAxis, widest } from "./axes.ts";
import { type Candle, isUp, mergeCandles, readCandles } from "./candles.ts";
import { formatCompact, formatNumber } from "./format.ts";
import { shortValue } from "./last_labels.ts";
import {
  type BandScale,
  bandScale,
  extent,
  type LinearScale,
  linearScale,
  roomyDomain,
  round,
  tickCount,
} from "./scale.ts";
import { textWidth } from "./text.ts";
import { ordinalTimeTicks, timeLabel } from "./time_ticks.ts";
import type { Box, ChartInput, Geometry, Hit, Mark } from "./types.ts";
import { labelOf, noValues, unfit } from "./values.ts";

const SLOT = 3;
const NAMES = ["Open", "High", "Low", "Close", "Volume"];

export const candlestick: Geometry = (input) => {
  const lack = unfit(input, 5);
  if (lack) return lack;
  const all = readCandles(input);
  if (all.length === 0) return noValues(input.columns.slice(1, 5).map(({ name }) => name));
  const { width, height } = input;
  const lines = height < 160 ? 1 : 2;
  const hasVolume = input.columns.length > 5 && height >= 140 && all.some(({ volume }) => volume !== null);
  const top = height < 110 ? 8 : 24;
  const inner = Math.max(20, height - top - timeAxisHeight(lines));
  const volumeHeight = hasVolume ? Math.round(inner * 0.2) : 0;
  const priceHeight = inner - volumeHeight - (hasVolume ? 10 : 0);
  const [low, high] = extent(all.flatMap((candle) => [candle.low, candle.high]))!;
  const price = linearScale(roomyDomain(low, high), [top + priceHeight, top], tickCount(priceHeight, 28));
  const lastClose = input.rows[all.at(-1)!.last]![4];
  const right = Math.max(widest(tickLabels(price)), textWidth(shortValue(lastClose, price.ticks)) + 4) +
    TICK_GAP + 2;
  const plot: Box = { x: 2, y: top, width: Math.max(10, round(width - right - 2)), height: priceHeight };
  const size = Math.ceil(all.length / Math.max(1, Math.floor(plot.width / SLOT)));
  const candles = mergeCandles(all, size);
  const slots = bandScale(Math.max(candles.length, 12), [plot.x, plot.x + plot.width], 0.3);
  const volumeBox: Box = { ...plot, y: top + priceHeight + 10, height: volumeHeight };
  const whole: Box = { ...plot, height: inner };
  const note = size > 1 ? `Each candle merges ${size} rows` : undefined;
  return {
    kind: "plot",
    width,
    height,
    plot: whole,
    hitAxis: "x",
    note,
    marks: [
      ...heading(input, all, note, price.ticks),
      ...valueAxis(price, plot, "right").filter((mark) =>
        mark.kind !== "text" || clearOfTag(mark.y, price(all.at(-1)!.close))
      ),
      ...candleMarks(candles, slots, price),
      ...(hasVolume ? volumeMarks(candles, slots, volumeBox) : []),
      {
        kind: "line",
        x1: plot.x,
        x2: plot.x + plot.width,
        y1: top + inner,
        y2: top + inner,
        className: "chart-axis",
      },
      ...times(candles, slots, whole, width, lines),
      ...lastTag(all.at(-1)!, lastClose, price, plot),
    ],
    hits: candles.map((candle, index) => hitOf(input, candle, index, slots, price, whole, size)),
    summary: `Candlestick chart, ${all.length} ${all.length === 1 ? "candle" : "candles"} from ` +
      `${labelOf(input.columns[0], input.rows[all[0]!.first]![0])} to ${
        labelOf(input.columns[0], input.rows[all.at(-1)!.last]![0])
      }. ` +
      `Low ${formatNumber(low)}, high ${formatNumber(high)}, last close ${formatNumber(lastClose)}.`,
  };
};

/** The last row in figures, as terminals have it, above the plot. */
function heading(
  input: ChartInput,
  all: readonly Candle[],
  note: string | undefined,
  ticks: readonly number[],
): Mark[] {
  if (input.height < 110) return [];
  const row = input.rows[all.at(-1)!.last]!;
  const marks: Mark[] = [];
  let x = 2;
  for (let index = 0; index < Math.min(5, row.length - 1); index++) {
    const text = `${NAMES[index]![0]} ${
      index === 4 ? formatCompact(row[5]) : shortValue(row[index + 1], ticks)
    }`;
    const width = textWidth(text);
    if (x + width > input.width - 4) break;
    marks.push({ kind: "text", x: round(x), y: 12, text, className: "chart-legend" });
    x += width + 10;
  }
  if (note && x + textWidth(note) < input.width) {
    marks.push({
      kind: "text",
      x: input.width - 2,
      y: 12,
      text: note,
      className: "chart-note",
      anchor: "end",
    });
  }
  return marks;
}

function clearOfTag(labelY: number, tagY: number): boolean {
  return Math.abs(labelY - 4 - tagY) > 14;
}

/** Four paths whatever the count: wicks and bodies, up and down. */
function candleMarks(candles: readonly Candle[], slots: BandScale, price: LinearScale): Mark[] {
  const wick = { up: "", down: "" };
  const body = { up: "", down: "" };
  const bodyWidth = Math.min(slots.bandwidth, 16);
  candles.forEach((candle, index) => {
    const side = isUp(candle) ? "up" : "down";
    const centre = slots(index) + slots.bandwidth / 2;
    const [top, bottom] = [
      price(Math.max(candle.open, candle.close)),
      price(Math.min(candle.open, candle.close)),
    ];
    const [high, low] = [price(candle.high), price(candle.low)];
    // The wick stops at the body, which is hollow when the price rose.
    wick[side] += `M${round(centre)},${round(high)}V${round(Math.min(top, low))}M${round(centre)},${
      round(bottom)
    }V${round(low)}`;
    const left = round(centre - bodyWidth / 2);
    body[side] += bottom - top < 0.75
      ? `M${left},${round((top + bottom) / 2)}h${round(bodyWidth)}`
      : `M${left},${round(top)}h${round(bodyWidth)}V${round(bottom)}h${round(-bodyWidth)}z`;
  });
  return (["up", "down"] as const).flatMap((side): Mark[] =>
    body[side] === "" ? [] : [
      { kind: "path", d: wick[side], className: `chart-wick chart-${side}` },
      { kind: "path", d: body[side], className: `chart-body chart-${side}` },
    ]
  );
}

function volumeMarks(candles: readonly Candle[], slots: BandScale, box: Box): Mark[] {
  const most = Math.max(...candles.map(({ volume }) => volume ?? 0));
  const paths = { up: "", down: "" };
  const bottom = box.y + box.height;
  const width = Math.min(slots.bandwidth, 16);
  candles.forEach((candle, index) => {
    if (!candle.volume || candle.volume < 0) return;
    const barHeight = Math.max(1, candle.volume / most * box.height);
    const x = slots(index) + slots.bandwidth / 2 - width / 2;
    paths[isUp(candle) ? "up" : "down"] += `M${round(x)},${round(bottom)}v${round(-barHeight)}h${
      round(width)
    }V${round(bottom)}z`;
  });
  const scale = {
    kind: "line",
    x1: box.x,
    x2: box.x + box.width,
    y1: box.y,
    y2: box.y,
    className: "chart-grid",
  } as const;
  return [
    scale,
    {
      kind: "text",
      x: box.x + box.width + TICK_GAP,
      y: box.y + 9,
      text: formatCompact(most),
      className: "chart-tick",
    },
    ...(["up", "down"] as const).flatMap((side): Mark[] =>
      paths[side] === "" ? [] : [{ kind: "path", d: paths[side], className: `chart-volume chart-${side}` }]
    ),
  ];
}

function times(candles: readonly Candle[], slots: BandScale, plot: Box, width: number, lines: 1 | 2): Mark[] {
  const { level, indexes } = ordinalTimeTicks(candles.map(({ time }) => time), Math.max(2, plot.width / 72));
  const places = indexes.map((index) => ({
    x: slots(index) + slots.bandwidth / 2,
    ...timeLabel(candles[index]!.time, level),
  }));
  return timeAxis(places, plot, width, lines);
}

function lastTag(candle: Candle, close: unknown, price: LinearScale, plot: Box): Mark[] {
  const y = round(price(candle.close));
  const side = isUp(candle) ? "up" : "down";
  const x = plot.x + plot.width;
  const text = shortValue(close, price.ticks);
  return [
    { kind: "line", x1: plot.x, x2: x, y1: y, y2: y, className: `chart-last-line chart-${side}` },
    {
      kind: "rect",
      x: x + 2,
      y: y - 8,
      width: round(textWidth(text) + 8),
      height: 16,
      className: `chart-tag chart-${side}`,
    },
    { kind: "text", x: x + TICK_GAP, y: y + 4, text, className: "chart-tag-text" },
  ];
}

function hitOf(
  input: ChartInput,
  candle: Candle,
  index: number,
  slots: BandScale,
  price: LinearScale,
  plot: Box,
  size: number,
): Hit {
  const row = input.rows[candle.first]!;
  const merged = [candle.open, candle.high, candle.low, candle.close, candle.volume];
  const x = plot.x + index * slots.step;
  return {
    x: round(x + slots.step / 2),
    y: round(price(candle.high)),
    band: { x: round(x), y: plot.y, width: round(slots.step), height: plot.height },
    title: { column: 0, value: row[0] },
    entries: input.columns.slice(1, 6).map((_, offset) => ({
      label: NAMES[offset]!,
      column: offset + 1,
      value: size > 1 ? merged[offset] : row[offset + 1],
    })),
    dots: [],
  };
}

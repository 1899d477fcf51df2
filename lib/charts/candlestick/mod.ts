/**
 * Candles stand in slots in order of time, so closed hours take no room. Up candles are hollow and down candles filled:
 * the difference shows without colour too.
 */
import { plotChart } from "../plot_chart.ts";
import { readCandles } from "./candles.ts";
import { CLOSE, layout } from "./layout.ts";
import { marks } from "./marks.ts";
import { hits, summary, warning } from "./words.ts";

export const candlestick = plotChart({
  leastColumns: CLOSE + 1,
  read: readCandles,
  warning,
  layout,
  marks,
  hits,
  summary,
});

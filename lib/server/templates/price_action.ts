import { chain, type Template } from "./types.ts";

/** Ticks become hourly candles in one GROUP BY. */
export const priceAction = (symbol: string): Template => ({
  id: "price-action",
  name: `Price Action: ${symbol}`,
  description: "Hourly candles and volume, built from raw trades in one statement.",
  graph: chain([
    {
      id: "trades",
      type: "data_source",
      label: "Trades",
      config: { database: "flowforge", table: "raw_trades" },
    },
    {
      id: "symbol",
      type: "filter",
      label: `${symbol}, last 3 days`,
      config: {
        logic: "and",
        conditions: [
          { column: "symbol", operator: "=", value: symbol },
          { column: "event_time", operator: "last_n", value: { size: 3, unit: "day" } },
        ],
      },
    },
    {
      id: "hourly",
      type: "group_by",
      label: "Hourly bars",
      config: {
        keys: [{ column: "event_time", bucket: { size: 1, unit: "hour" }, as: "hour" }],
        metrics: [
          {
            function: "first",
            column: "price",
            order_by: [{ column: "event_time", direction: "asc" }],
            as: "open",
          },
          { function: "max", column: "price", as: "high" },
          { function: "min", column: "price", as: "low" },
          {
            function: "last",
            column: "price",
            order_by: [{ column: "event_time", direction: "asc" }],
            as: "close",
          },
          { function: "sum", column: "quantity", as: "volume" },
        ],
      },
    },
  ], [
    {
      id: "candles",
      type: "candlestick",
      label: "Candles",
      config: { time: "hour", open: "open", high: "high", low: "low", close: "close", volume: "volume" },
    },
  ]),
  pins: [{ nodeId: "candles", title: `${symbol} hourly`, layout: { x: 0, y: 0, w: 8, h: 6 } }],
});

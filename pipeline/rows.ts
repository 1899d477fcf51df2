/** How market events become rows of the stores: column names once, values in the form the writers take. */
import type { Quote, Trade } from "./market/model.ts";
import { type Position, unrealizedPnl } from "./market/positions.ts";
import type { JsonValue } from "@/lib/server/stores/types.ts";

type RowOf = readonly JsonValue[];

/** ClickHouse's own form of a UTC time with milliseconds. */
const clickhouseTime = (timeMs: number) => new Date(timeMs).toISOString().replace("T", " ").slice(0, 23);
const isoTime = (timeMs: number) => new Date(timeMs).toISOString();

export const TRADE_COLUMNS = ["trade_id", "event_time", "symbol", "side", "quantity", "price"];
export const QUOTE_COLUMNS = ["symbol", "event_time", "bid", "ask", "bid_size", "ask_size"];
export const LIVE_QUOTE_COLUMNS = [...QUOTE_COLUMNS, "mid", "spread_bps"];
export const LIVE_POSITION_COLUMNS = [
  "symbol",
  "quantity",
  "average_price",
  "mark_price",
  "market_value",
  "updated_at",
];
export const LIVE_PNL_COLUMNS = ["symbol", "realized_pnl", "unrealized_pnl", "total_pnl", "updated_at"];

/** Trade ids count up from one, padded with zeros so that sorting them as text sorts them by time. */
const tradeId = (number: number) => `T${String(number).padStart(10, "0")}`;

export const tradeRow = (trade: Trade, number: number): RowOf => [
  tradeId(number),
  clickhouseTime(trade.timeMs),
  trade.symbol,
  trade.side,
  trade.quantity.toFixed(4),
  trade.price.toFixed(6),
];

export const quoteRow = (quote: Quote): RowOf => [
  quote.symbol,
  clickhouseTime(quote.timeMs),
  quote.bid.toFixed(6),
  quote.ask.toFixed(6),
  quote.bidSize.toFixed(4),
  quote.askSize.toFixed(4),
];

export function liveQuoteRow(quote: Quote): RowOf {
  const mid = (quote.bid + quote.ask) / 2;
  return [
    quote.symbol,
    isoTime(quote.timeMs),
    quote.bid.toFixed(6),
    quote.ask.toFixed(6),
    quote.bidSize.toFixed(4),
    quote.askSize.toFixed(4),
    mid.toFixed(6),
    (quote.ask - quote.bid) / mid * 10_000,
  ];
}

export const livePositionRow = (position: Position, timeMs: number): RowOf => [
  position.symbol,
  position.quantity.toFixed(4),
  position.averagePrice.toFixed(6),
  position.markPrice.toFixed(6),
  (position.quantity * position.markPrice).toFixed(2),
  isoTime(timeMs),
];

export const livePnlRow = (position: Position, timeMs: number): RowOf => [
  position.symbol,
  position.realizedPnl.toFixed(2),
  unrealizedPnl(position).toFixed(2),
  (position.realizedPnl + unrealizedPnl(position)).toFixed(2),
  isoTime(timeMs),
];

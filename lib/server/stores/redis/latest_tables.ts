/**
 * What Redis holds the latest of, as tables of `latest`: a hash under `latest:<name>:<symbol>` for each row, a field for
 * each column but the symbol. Redis keeps texts, so the types stand here. A line here is a table.
 */
import type { CatalogColumn } from "@/compiler/schema/types.ts";

export interface LatestTable {
  readonly table: string;
  /** The field that says when the row was true. */
  readonly time: string;
  readonly columns: readonly CatalogColumn[];
}

const text = (name: string): CatalogColumn => ({ name, type: "string", nullable: false });
/** Any field may be missing, or hold what is no such value. */
const decimal = (name: string, scale: number): CatalogColumn => ({
  name,
  type: "decimal",
  nullable: true,
  precision: 18,
  scale,
});
const whole = (name: string): CatalogColumn => ({ name, type: "int64", nullable: true });
const float = (name: string): CatalogColumn => ({ name, type: "float64", nullable: true });
const moment = (name: string): CatalogColumn => ({ name, type: "datetime", nullable: true });

export const DATABASE = "latest";
export const SYMBOL = "symbol";

export const LATEST_TABLES: readonly LatestTable[] = [
  {
    table: "vwap",
    time: "bucket",
    columns: [
      text(SYMBOL),
      moment("bucket"),
      decimal("vwap", 6),
      decimal("close", 6),
      decimal("volume", 4),
      whole("trade_count"),
    ],
  },
  {
    table: "position",
    time: "updated_at",
    columns: [
      text(SYMBOL),
      decimal("quantity", 4),
      decimal("average_price", 6),
      decimal("mark_price", 6),
      decimal("market_value", 2),
      decimal("realized_pnl", 2),
      decimal("unrealized_pnl", 2),
      moment("updated_at"),
    ],
  },
  {
    table: "quote",
    time: "event_time",
    columns: [
      text(SYMBOL),
      moment("event_time"),
      decimal("bid", 6),
      decimal("ask", 6),
      decimal("bid_size", 4),
      decimal("ask_size", 4),
      decimal("mid", 6),
      float("spread_bps"),
    ],
  },
  {
    table: "volatility",
    time: "bucket",
    columns: [text(SYMBOL), moment("bucket"), float("volatility_1h"), float("volatility_24h")],
  },
];

export const keyPrefix = (table: string) => `${DATABASE}:${table}:`;

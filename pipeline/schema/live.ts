/** The live views' tables in the embedded live store; with Materialize the same names are its maintained views. */
export const LIVE_SCHEMA: readonly string[] = [
  `CREATE TABLE IF NOT EXISTS live_quotes (
     symbol text PRIMARY KEY, event_time timestamptz NOT NULL, bid numeric(18, 6) NOT NULL, ask numeric(18, 6) NOT NULL,
     bid_size numeric(18, 4) NOT NULL, ask_size numeric(18, 4) NOT NULL, mid numeric(18, 6) NOT NULL,
     spread_bps double precision NOT NULL)`,
  `CREATE TABLE IF NOT EXISTS live_positions (
     symbol text PRIMARY KEY, quantity numeric(18, 4) NOT NULL, average_price numeric(18, 6) NOT NULL,
     mark_price numeric(18, 6) NOT NULL, market_value numeric(18, 2) NOT NULL, updated_at timestamptz NOT NULL)`,
  `CREATE TABLE IF NOT EXISTS live_pnl (
     symbol text PRIMARY KEY, realized_pnl numeric(18, 2) NOT NULL, unrealized_pnl numeric(18, 2) NOT NULL,
     total_pnl numeric(18, 2) NOT NULL, updated_at timestamptz NOT NULL)`,
];

/** What Redis holds the latest of: a hash for each symbol, as the app's look-up tables read it. */
import type { JsonValue, KeyValueStore, SqlWriter } from "@/lib/server/stores/types.ts";
import type { Quote } from "./market/model.ts";
import { type Position, unrealizedPnl } from "./market/positions.ts";
import * as rows from "./rows.ts";
import type { Writers } from "./seed.ts";

type Hashes = Pick<KeyValueStore, "setHash">;

/** A symbol that is traded no more goes after this time. */
const KEPT_MS = 7 * 86_400_000;

const POSITION_COLUMNS = [...rows.LIVE_POSITION_COLUMNS, "realized_pnl", "unrealized_pnl"];

const positionRow = (position: Position, timeMs: number) => [
  ...rows.livePositionRow(position, timeMs),
  position.realizedPnl.toFixed(2),
  unrealizedPnl(position).toFixed(2),
];

interface Stored {
  readonly name: string;
  readonly columns: readonly string[];
  readonly from: string;
}

/** Of these the row of a symbol with the latest bucket. */
const ROLLED: readonly Stored[] = [
  {
    name: "vwap",
    columns: ["symbol", "bucket", "vwap", "close", "volume", "trade_count"],
    from: "metrics.vwap_5min",
  },
  {
    name: "volatility",
    columns: ["symbol", "bucket", "volatility_1h", "volatility_24h"],
    from: "metrics.rolling_volatility",
  },
];

const LIVE: readonly Stored[] = [
  { name: "quote", columns: rows.LIVE_QUOTE_COLUMNS, from: "live_quotes" },
  {
    name: "position",
    columns: POSITION_COLUMNS,
    from:
      "(SELECT p.*, q.realized_pnl, q.unrealized_pnl FROM live_positions p JOIN live_pnl q USING (symbol))",
  },
];

/** Writes the given quotes and positions. */
export async function writeLatest(
  keyValue: Hashes,
  quotes: readonly Quote[],
  positions: readonly Position[],
  timeMs: number,
): Promise<void> {
  for (const quote of quotes) await set(keyValue, "quote", rows.LIVE_QUOTE_COLUMNS, rows.liveQuoteRow(quote));
  for (const position of positions) {
    await set(keyValue, "position", POSITION_COLUMNS, positionRow(position, timeMs));
  }
}

/** Writes the last row of each roll-up, as it stands. */
export async function writeLatestRolled(keyValue: Hashes, analytical: SqlWriter): Promise<void> {
  for (const { name, columns, from } of ROLLED) {
    const values = columns.map((column) => `toString(r.${column})`).join(", ");
    const last = await analytical.read(
      `SELECT ${values} FROM ${from} AS r ORDER BY r.bucket DESC LIMIT 1 BY r.symbol`,
    );
    for (const row of last) await set(keyValue, name, columns, row);
  }
}

/** Writes what the other stores hold, for a Redis that has nothing yet. */
export async function writeLatestStored({ analytical, live }: Writers, keyValue: Hashes): Promise<void> {
  for (const { name, columns, from } of LIVE) {
    const values = columns.map((column) => `l.${column}`).join(", ");
    for (const row of await live.read(`SELECT ${values} FROM ${from} AS l`)) {
      await set(keyValue, name, columns, row);
    }
  }
  await writeLatestRolled(keyValue, analytical);
}

/** A field for each column but the symbol; without the empty ones. */
async function set(
  keyValue: Hashes,
  name: string,
  columns: readonly string[],
  row: readonly JsonValue[],
): Promise<void> {
  const fields = columns.flatMap((column, at) => {
    const value = row[at];
    return column === "symbol" || value === null || value === undefined ? [] : [[column, String(value)]];
  });
  await keyValue.setHash(
    `latest:${name}:${row[columns.indexOf("symbol")]}`,
    Object.fromEntries(fields),
    KEPT_MS,
  );
}

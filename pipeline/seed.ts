import type { SqlWriter } from "@/lib/server/stores/types.ts";
import { history } from "./market/history.ts";
import { INSTRUMENTS } from "./market/instruments.ts";
import type { Quote } from "./market/model.ts";
import { applyTrade, flat, type Position } from "./market/positions.ts";
import * as rows from "./rows.ts";
import { CLICKHOUSE_SCHEMA, DATABASES } from "./schema/clickhouse.ts";
import { LIVE_SCHEMA } from "./schema/live.ts";

export interface Writers {
  readonly analytical: SqlWriter;
  readonly live: SqlWriter;
}

export interface SeedOptions {
  /** Exclusive end of the history in epoch milliseconds. */
  readonly untilMs: number;
  readonly seed?: number;
  readonly days?: number;
  readonly trades?: number;
  readonly quotes?: number;
  /** Called with a fraction in [0, 1] as days are written. */
  readonly onProgress?: (fraction: number) => void;
}

const SEED_NAME = "market";
const LIVE_TABLES = ["live_quotes", "live_positions", "live_pnl"] as const;

/** Whether an earlier seed ran to its end; a half-written one does not count. */
export async function sampleDataExists({ analytical }: Writers): Promise<boolean> {
  const found = await analytical.read(
    "SELECT count() FROM system.tables WHERE database = 'internal' AND name = 'finished_seeds'",
  );
  if (Number(found[0]?.[0] ?? 0) === 0) return false;
  const finished = await analytical.read("SELECT count() FROM internal.finished_seeds");
  return Number(finished[0]?.[0] ?? 0) > 0;
}

/**
 * Writes the sample market from nothing, replacing what a broken-off seed left: 50,000 trades and 100,000 quotes of ten
 * symbols over seven days unless told otherwise. The same seed and end give the same rows.
 */
export async function seedSampleData(writers: Writers, options: SeedOptions): Promise<void> {
  const { analytical, live } = writers;
  for (const database of [...DATABASES].reverse()) {
    await analytical.execute(`DROP DATABASE IF EXISTS ${database} SYNC`);
  }
  for (const statement of CLICKHOUSE_SCHEMA) await analytical.execute(statement);
  for (const table of LIVE_TABLES) await live.execute(`DROP TABLE IF EXISTS ${table}`);
  for (const statement of LIVE_SCHEMA) await live.execute(statement);

  await analytical.insert(
    "marts.dim_instruments",
    ["symbol", "name", "sector", "exchange", "currency"],
    INSTRUMENTS.map(({ symbol, name, sector, exchange }) => [symbol, name, sector, exchange, "USD"]),
  );
  const days = options.days ?? 7;
  const positions = new Map<string, Position>();
  const lastQuotes = new Map<string, Quote>();
  let written = 0;
  let day = 0;
  const daily = history({
    seed: options.seed ?? 20_260_101,
    untilMs: options.untilMs,
    days,
    trades: options.trades ?? 50_000,
    quotes: options.quotes ?? 100_000,
  });
  for (const { trades, quotes } of daily) {
    await analytical.insert(
      "flowforge.raw_trades",
      rows.TRADE_COLUMNS,
      trades.map((trade) => rows.tradeRow(trade, ++written)),
    );
    await analytical.insert("flowforge.raw_quotes", rows.QUOTE_COLUMNS, quotes.map(rows.quoteRow));
    for (const trade of trades) {
      positions.set(trade.symbol, applyTrade(positions.get(trade.symbol) ?? flat(trade.symbol), trade));
    }
    for (const quote of quotes) lastQuotes.set(quote.symbol, quote);
    options.onProgress?.(++day / days);
  }
  await writeLive(live, [...lastQuotes.values()], [...positions.values()], options.untilMs);
  await analytical.insert("internal.finished_seeds", ["name", "finished_at"], [[
    SEED_NAME,
    "2000-01-01 00:00:00.000",
  ]]);
}

/** Brings the live tables to the given quotes and positions. */
export async function writeLive(
  live: SqlWriter,
  quotes: readonly Quote[],
  positions: readonly Position[],
  timeMs: number,
): Promise<void> {
  const key = ["symbol"];
  if (quotes.length > 0) {
    await live.upsert("live_quotes", key, rows.LIVE_QUOTE_COLUMNS, quotes.map(rows.liveQuoteRow));
  }
  if (positions.length === 0) return;
  const at = (row: typeof rows.livePositionRow) => positions.map((position) => row(position, timeMs));
  await live.upsert("live_positions", key, rows.LIVE_POSITION_COLUMNS, at(rows.livePositionRow));
  await live.upsert("live_pnl", key, rows.LIVE_PNL_COLUMNS, at(rows.livePnlRow));
}

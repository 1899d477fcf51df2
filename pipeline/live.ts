import type { KeyValueStore } from "@/lib/server/stores/types.ts";
import { writeLatest, writeLatestRolled } from "./latest.ts";
import { createMarket, type Quote, type Trade } from "./market/model.ts";
import { applyTrade, flat, type Position } from "./market/positions.ts";
import { seededRandom } from "./market/random.ts";
import { rateAt } from "./market/schedule.ts";
import * as rows from "./rows.ts";
import { writeLive, type Writers } from "./seed.ts";

export interface LiveOptions {
  readonly now: () => number;
  readonly seed: number;
  /** Milliseconds between writes. */
  readonly intervalMs?: number;
  readonly tradesPerDay?: number;
  readonly quotesPerDay?: number;
  /** Called with the error of a failed write; the generator goes on with the next tick. */
  readonly onError?: (error: unknown) => void;
}

/** The last rows of the roll-ups are asked for so often at most: a deviation looks at a day. */
const ROLLED_MS = 10_000;

export interface LiveMarket {
  stop(): Promise<void>;
}

/** Keeps trades and quotes coming from where the stored data ends, until stopped. */
export async function startLive(
  writers: Writers,
  keyValue: KeyValueStore,
  options: LiveOptions,
): Promise<LiveMarket> {
  const state = await resume(writers);
  const random = seededRandom(options.seed);
  const market = createMarket(random, options.now(), state.prices);
  const intervalMs = options.intervalMs ?? 1000;
  let previous = options.now();
  let rolledAt = -Infinity;
  let owedTrades = 0;
  let owedQuotes = 0;

  async function tick(): Promise<void> {
    const now = options.now();
    const elapsed = Math.min(Math.max(0, now - previous), 60_000) / 1000;
    owedTrades += rateAt(now, options.tradesPerDay ?? 120_000) * elapsed;
    owedQuotes += rateAt(now, options.quotesPerDay ?? 360_000) * elapsed;
    const at = (index: number, count: number) =>
      Math.floor(previous + (now - previous) * (index + 1) / count);
    const tradeCount = Math.floor(owedTrades);
    const quoteCount = Math.floor(owedQuotes);
    owedTrades -= tradeCount;
    owedQuotes -= quoteCount;
    const trades = Array.from({ length: tradeCount }, (_, index) => market.trade(at(index, tradeCount)));
    const quotes = Array.from({ length: quoteCount }, (_, index) => market.quote(at(index, quoteCount)));
    previous = now;
    await write(trades, quotes, now);
  }

  async function write(trades: readonly Trade[], quotes: readonly Quote[], now: number): Promise<void> {
    const { analytical, live } = writers;
    if (trades.length > 0) {
      const numbered = trades.map((trade) => rows.tradeRow(trade, ++state.tradeCount));
      await analytical.insert("flowforge.raw_trades", rows.TRADE_COLUMNS, numbered);
    }
    if (quotes.length > 0) {
      await analytical.insert("flowforge.raw_quotes", rows.QUOTE_COLUMNS, quotes.map(rows.quoteRow));
    }
    const touched = new Set<string>();
    for (const trade of trades) {
      touched.add(trade.symbol);
      state.positions.set(
        trade.symbol,
        applyTrade(state.positions.get(trade.symbol) ?? flat(trade.symbol), trade),
      );
    }
    const positions = [...touched].map((symbol) => state.positions.get(symbol)!);
    const lastQuotes = [...new Map(quotes.map((quote) => [quote.symbol, quote])).values()];
    await writeLive(live, lastQuotes, positions, now);
    await writeLatest(keyValue, lastQuotes, positions, now);
    if (now - rolledAt < ROLLED_MS) return;
    rolledAt = now;
    await writeLatestRolled(keyValue, analytical);
  }

  let stopped = false;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let running: Promise<void> = Promise.resolve();
  const schedule = () => {
    timer = setTimeout(() => {
      running = tick().catch((error) => options.onError?.(error)).finally(() => {
        if (!stopped) schedule();
      });
    }, intervalMs);
  };
  schedule();
  return {
    async stop() {
      stopped = true;
      clearTimeout(timer);
      await running;
    },
  };
}

interface Resumed {
  readonly prices: Map<string, number>;
  readonly positions: Map<string, Position>;
  tradeCount: number;
}

async function resume({ analytical, live }: Writers): Promise<Resumed> {
  const last = await analytical.read(
    "SELECT symbol, toString(argMax(price, (event_time, trade_id))) FROM flowforge.raw_trades GROUP BY symbol",
  );
  const [highest] = await analytical.read(
    "SELECT toInt64OrZero(substring(max(trade_id), 2)) FROM flowforge.raw_trades",
  );
  const positions = await live.read(
    `SELECT p.symbol, p.quantity::text, p.average_price::text, p.mark_price::text, q.realized_pnl::text
     FROM live_positions p JOIN live_pnl q ON q.symbol = p.symbol`,
  );
  return {
    prices: new Map(last.map(([symbol, price]) => [String(symbol), Number(price)])),
    positions: new Map(positions.map(([symbol, quantity, averagePrice, markPrice, realizedPnl]) => [
      String(symbol),
      {
        symbol: String(symbol),
        quantity: Number(quantity),
        averagePrice: Number(averagePrice),
        markPrice: Number(markPrice),
        realizedPnl: Number(realizedPnl),
      },
    ])),
    tradeCount: Number(highest?.[0] ?? 0),
  };
}

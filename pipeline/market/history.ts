import { createMarket, type Quote, type Trade } from "./model.ts";
import { seededRandom } from "./random.ts";
import { DAY_MS, dayTimes } from "./schedule.ts";

interface HistoryOptions {
  readonly seed: number;
  /** Exclusive end; the history covers the `days` times 24 hours before it. */
  readonly untilMs: number;
  readonly days: number;
  readonly trades: number;
  readonly quotes: number;
}

interface HistoryDay {
  readonly trades: readonly Trade[];
  readonly quotes: readonly Quote[];
}

/** A deterministic history, a day at a time, with exactly the asked-for numbers of trades and quotes. */
export function* history(options: HistoryOptions): Generator<HistoryDay> {
  const random = seededRandom(options.seed);
  const startMs = options.untilMs - options.days * DAY_MS;
  const market = createMarket(random, startMs);
  for (let day = 0; day < options.days; day++) {
    const share = (total: number) =>
      Math.floor(total * (day + 1) / options.days) - Math.floor(total * day / options.days);
    const dayStart = startMs + day * DAY_MS;
    const tradeTimes = dayTimes(random, dayStart, share(options.trades));
    const quoteTimes = dayTimes(random, dayStart, share(options.quotes));
    const trades: Trade[] = [];
    const quotes: Quote[] = [];
    while (trades.length < tradeTimes.length || quotes.length < quoteTimes.length) {
      const nextTrade = tradeTimes[trades.length] ?? Infinity;
      const nextQuote = quoteTimes[quotes.length] ?? Infinity;
      if (nextTrade <= nextQuote) trades.push(market.trade(nextTrade));
      else quotes.push(market.quote(nextQuote));
    }
    yield { trades, quotes };
  }
}

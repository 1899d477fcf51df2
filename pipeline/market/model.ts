/**
 * The simulated market: each log price is geometric Brownian motion pulled back to an anchor (an Ornstein–Uhlenbeck
 * process in the logarithm, stepped exactly), its volatility rises and falls, and the spread widens with it.
 */
import { type Instrument, INSTRUMENTS } from "./instruments.ts";
import type { Random } from "./random.ts";

const YEAR_SECONDS = 365 * 24 * 3600;
/** Half the distance to the anchor is made up in about two days. */
const PRICE_REVERSION_PER_SECOND = Math.LN2 / (2 * 24 * 3600);
const VOLATILITY_REVERSION_PER_SECOND = Math.LN2 / (3 * 3600);
const VOLATILITY_OF_VOLATILITY = 0.45;
const BASE_SPREAD_BPS = 1.6;
const TICK = 0.01;

export interface Trade {
  readonly timeMs: number;
  readonly symbol: string;
  readonly side: "buy" | "sell";
  readonly quantity: number;
  readonly price: number;
}

export interface Quote {
  readonly timeMs: number;
  readonly symbol: string;
  readonly bid: number;
  readonly ask: number;
  readonly bidSize: number;
  readonly askSize: number;
}

interface PriceState {
  readonly instrument: Instrument;
  readonly anchor: number;
  logPrice: number;
  /** Log of the ratio to the instrument's own volatility. */
  logStress: number;
  timeMs: number;
}

interface Market {
  /** One trade or quote of a symbol chosen by activity; times must not decrease. */
  trade(timeMs: number): Trade;
  quote(timeMs: number): Quote;
}

const roundToTick = (price: number) => Math.max(TICK, Math.round(price / TICK) * TICK);

/** A market whose prices stand at `startPrices` (the anchors where a symbol is missing) at `startMs`. */
export function createMarket(
  random: Random,
  startMs: number,
  startPrices: ReadonlyMap<string, number> = new Map(),
): Market {
  const states: PriceState[] = INSTRUMENTS.map((instrument) => ({
    instrument,
    anchor: Math.log(instrument.anchorPrice),
    logPrice: Math.log(startPrices.get(instrument.symbol) ?? instrument.anchorPrice),
    logStress: 0,
    timeMs: startMs,
  }));
  const totalActivity = INSTRUMENTS.reduce((sum, instrument) => sum + instrument.activity, 0);

  function chosen(): PriceState {
    let remaining = random.uniform() * totalActivity;
    for (const state of states) {
      remaining -= state.instrument.activity;
      if (remaining < 0) return state;
    }
    return states[states.length - 1]!;
  }

  function advance(state: PriceState, timeMs: number): { mid: number; halfSpread: number } {
    const seconds = Math.max(0, (timeMs - state.timeMs) / 1000);
    state.timeMs = timeMs;
    state.logStress = ornsteinUhlenbeck(
      state.logStress,
      0,
      VOLATILITY_REVERSION_PER_SECOND,
      VOLATILITY_OF_VOLATILITY * Math.sqrt(2 * VOLATILITY_REVERSION_PER_SECOND),
      seconds,
      random,
    );
    const stress = Math.exp(state.logStress);
    state.logPrice = ornsteinUhlenbeck(
      state.logPrice,
      state.anchor,
      PRICE_REVERSION_PER_SECOND,
      state.instrument.volatility * stress / Math.sqrt(YEAR_SECONDS),
      seconds,
      random,
    );
    const mid = Math.exp(state.logPrice);
    return { mid, halfSpread: Math.max(TICK / 2, mid * BASE_SPREAD_BPS * stress / 20_000) };
  }

  return {
    trade(timeMs) {
      const state = chosen();
      const { mid, halfSpread } = advance(state, timeMs);
      const side = random.uniform() < 0.5 ? "buy" : "sell";
      return {
        timeMs,
        symbol: state.instrument.symbol,
        side,
        quantity: size(random, 120),
        price: roundToTick(side === "buy" ? mid + halfSpread : mid - halfSpread),
      };
    },
    quote(timeMs) {
      const state = chosen();
      const { mid, halfSpread } = advance(state, timeMs);
      const bid = roundToTick(mid - halfSpread);
      return {
        timeMs,
        symbol: state.instrument.symbol,
        bid,
        ask: Math.max(bid + TICK, roundToTick(mid + halfSpread)),
        bidSize: size(random, 400),
        askSize: size(random, 400),
      };
    },
  };
}

function ornsteinUhlenbeck(
  value: number,
  mean: number,
  reversion: number,
  volatility: number,
  seconds: number,
  random: Random,
): number {
  const decay = Math.exp(-reversion * seconds);
  const deviation = volatility * Math.sqrt((1 - decay * decay) / (2 * reversion));
  return mean + (value - mean) * decay + deviation * random.normal();
}

/** Log-normal sizes; two in five are rounded to board lots of 100. */
function size(random: Random, median: number): number {
  const shares = Math.max(1, Math.round(median * Math.exp(random.normal() * 0.9)));
  return random.uniform() < 0.4 ? Math.max(100, Math.round(shares / 100) * 100) : shares;
}

import assert from "node:assert/strict";
import fc from "fast-check";
import { history } from "@/pipeline/market/history.ts";
import { applyTrade, flat, unrealizedPnl } from "@/pipeline/market/positions.ts";
import { DAY_MS } from "@/pipeline/market/schedule.ts";

const UNTIL = Date.UTC(2026, 10, 20);
const SEED = 20_261_121;

const days = (seed: number) => [...history({ seed, untilMs: UNTIL, days: 7, trades: 5_000, quotes: 10_000 })];

Deno.test("history() gives exactly the asked-for numbers, inside its days and in time order", () => {
  const all = days(7);
  assert.equal(all.length, 7);
  for (const [index, day] of all.entries()) {
    const start = UNTIL - (7 - index) * DAY_MS;
    for (const events of [day.trades, day.quotes]) {
      for (let at = 0; at < events.length; at++) {
        assert.ok(events[at]!.timeMs >= start && events[at]!.timeMs < start + DAY_MS);
        if (at > 0) assert.ok(events[at]!.timeMs >= events[at - 1]!.timeMs);
      }
    }
  }
  assert.equal(all.reduce((sum, day) => sum + day.trades.length, 0), 5_000);
  assert.equal(all.reduce((sum, day) => sum + day.quotes.length, 0), 10_000);
});

Deno.test("history() repeats itself for a seed and differs for another", () => {
  assert.deepEqual(days(7), days(7));
  assert.notDeepEqual(days(7)[0]!.trades[0], days(8)[0]!.trades[0]);
});

Deno.test("history() never crosses a quote, and stays near its anchors", () => {
  for (const { quotes, trades } of days(11)) {
    for (const quote of quotes) assert.ok(quote.ask > quote.bid && quote.bid > 0);
    for (const trade of trades) assert.ok(trade.price > 5 && trade.price < 2_000 && trade.quantity >= 1);
  }
});

Deno.test("history() trades most at the day's ends: a U", () => {
  const perSixth = new Array<number>(6).fill(0);
  for (const { trades } of days(3)) {
    for (const trade of trades) perSixth[Math.floor((trade.timeMs % DAY_MS) / (DAY_MS / 6))]!++;
  }
  const [first, , third, fourth, , sixth] = perSixth as [number, number, number, number, number, number];
  assert.ok(first > 2 * third && sixth > 2 * fourth, perSixth.join(" "));
});

Deno.test("applyTrade() keeps cash, cost and marks in balance for any sequence", () => {
  console.log(`seed: ${SEED}`);
  const trade = fc.record({
    side: fc.constantFrom("buy" as const, "sell" as const),
    quantity: fc.integer({ min: 1, max: 5_000 }),
    price: fc.integer({ min: 100, max: 100_000 }).map((cents) => cents / 100),
  });
  fc.assert(
    fc.property(fc.array(trade, { minLength: 1, maxLength: 40 }), (trades) => {
      let cash = 0;
      let position = flat("X");
      for (const each of trades) {
        cash += (each.side === "buy" ? -1 : 1) * each.quantity * each.price;
        position = applyTrade(position, each);
      }
      const equity = cash + position.quantity * position.markPrice;
      const pnl = position.realizedPnl + unrealizedPnl(position);
      assert.ok(Math.abs(equity - pnl) < 1e-6 * Math.max(1, Math.abs(cash)), `${equity} against ${pnl}`);
    }),
    { seed: SEED, numRuns: 500 },
  );
});

import assert from "node:assert/strict";
import {
  sampleDataExists,
  seedSampleData,
  startLive,
  writeLatestStored,
  type Writers,
} from "@/pipeline/mod.ts";
import type { Row, SqlWriter } from "@/lib/server/stores/types.ts";
import { waitUntil } from "../support/processes.ts";
import { openTestStores } from "../support/stores.ts";

const UNTIL = Date.UTC(2026, 10, 20, 12);
const SYMBOLS = ["AAPL", "AMZN", "BAC", "GOOGL", "GS", "JPM", "META", "MSFT", "NVDA", "TSLA"];

const count = async (writer: SqlWriter, from: string) =>
  Number((await writer.read(`SELECT count() FROM ${from}`))[0]![0]);

/** Sum of one column in its exact text, the same way for both sides of a comparison. */
const figures = (writer: SqlWriter, sql: string) => writer.read(sql).then((rows) => JSON.stringify(rows));

Deno.test("the sample market", async (t) => {
  const { stores, close } = await openTestStores();
  const writers: Writers = {
    analytical: stores.embedded.analytical!(),
    live: stores.embedded.live!(),
  };
  const { analytical, live } = writers;
  try {
    await t.step("is not there before the seed, nor after one that broke off", async () => {
      assert.equal(await sampleDataExists(writers), false);
      const broken = seedSampleData(writers, {
        untilMs: UNTIL,
        onProgress: () => {
          throw new Error("power cut");
        },
      });
      await assert.rejects(broken, /power cut/);
      assert.equal(await sampleDataExists(writers), false);
    });

    await t.step("has 50,000 trades and 100,000 quotes of ten symbols over seven days", async () => {
      const fractions: number[] = [];
      await seedSampleData(writers, { untilMs: UNTIL, onProgress: (fraction) => fractions.push(fraction) });
      assert.equal(await sampleDataExists(writers), true);
      assert.equal(await count(analytical, "flowforge.raw_trades"), 50_000);
      assert.equal(await count(analytical, "flowforge.raw_quotes"), 100_000);
      assert.equal(fractions.length, 7);
      assert.equal(fractions.at(-1), 1);
      const symbols = await analytical.read(
        "SELECT DISTINCT symbol FROM flowforge.raw_trades ORDER BY symbol",
      );
      assert.deepEqual(symbols.map(([symbol]) => symbol), SYMBOLS);
    });

    await t.step("has the documented types", async () => {
      const types = await analytical.read(
        "SELECT name, type FROM system.columns WHERE database = 'flowforge' AND table = 'raw_trades' ORDER BY position",
      );
      assert.deepEqual(types, [
        ["trade_id", "String"],
        ["event_time", "DateTime64(3, 'UTC')"],
        ["symbol", "String"],
        ["side", "Enum8('buy' = 1, 'sell' = 2)"],
        ["quantity", "Decimal(18, 4)"],
        ["price", "Decimal(18, 6)"],
      ]);
    });

    for (
      const [view, bucket] of [["hourly_rollup", "toStartOfHour"], ["daily_rollup", "toStartOfDay"]] as const
    ) {
      await t.step(`metrics.${view} equals the aggregate of the ticks`, async () => {
        const rolled = await figures(
          analytical,
          `SELECT toString(bucket), symbol, toString(open), toString(high), toString(low), toString(close),
             toString(volume), toString(trade_count) FROM metrics.${view} ORDER BY bucket, symbol`,
        );
        const ticks = await figures(
          analytical,
          `SELECT toString(CAST(${bucket}(event_time) AS DateTime64(3, 'UTC'))) AS b, symbol,
             toString(argMin(price, (event_time, trade_id))), toString(max(price)), toString(min(price)),
             toString(argMax(price, (event_time, trade_id))), toString(sum(quantity)), toString(count())
           FROM flowforge.raw_trades GROUP BY b, symbol ORDER BY b, symbol`,
        );
        assert.equal(rolled, ticks);
      });
    }

    await t.step("keeps one book: live positions equal the trades", async () => {
      const traded = await analytical.read(
        "SELECT symbol, toString(quantity), toString(mark_price) FROM flowforge.positions ORDER BY symbol",
      );
      const held = await live.read(
        "SELECT symbol, trim_scale(quantity)::text, trim_scale(mark_price)::text FROM live_positions ORDER BY symbol",
      );
      assert.deepEqual(held, traded);
      const [cash] = await analytical.read("SELECT toString(round(sum(total_pnl))) FROM flowforge.positions");
      const [book] = await live.read("SELECT round(sum(total_pnl))::text FROM live_pnl");
      // Ten symbols, each rounded to cents twice.
      assert.ok(Math.abs(Number(cash![0]) - Number(book![0])) <= 1, `${cash} against ${book}`);
    });

    await t.step("is in Redis as it is in the other stores", async () => {
      await writeLatestStored(writers, stores.keyValue);
      const same = async (name: string, fields: readonly string[], rows: readonly Row[]) => {
        assert.deepEqual(rows.map(([symbol]) => symbol), SYMBOLS);
        const hashes = await stores.keyValue.hashes(
          SYMBOLS.map((symbol) => `latest:${name}:${symbol}`),
          fields,
        );
        assert.deepEqual(hashes, rows.map((row) => row.slice(1)));
      };
      await same(
        "position",
        ["quantity", "realized_pnl"],
        await live.read(
          `SELECT p.symbol, trim_scale(p.quantity)::text, trim_scale(q.realized_pnl)::text FROM live_positions p
           JOIN live_pnl q USING (symbol) ORDER BY p.symbol`,
        ),
      );
      await same(
        "vwap",
        ["bucket", "vwap", "trade_count"],
        await analytical.read(
          `SELECT symbol, toString(max(bucket)), toString(argMax(vwap, bucket)), toString(argMax(trade_count, bucket))
           FROM metrics.vwap_5min GROUP BY symbol ORDER BY symbol`,
        ),
      );
    });

    await t.step("goes on from where it stopped, and stops when told", async () => {
      const before = await count(analytical, "flowforge.raw_trades");
      let now = UNTIL;
      const errors: unknown[] = [];
      const market = await startLive(writers, stores.keyValue, {
        now: () => now += 20_000,
        seed: 1,
        intervalMs: 5,
        onError: (error) => errors.push(error),
      });
      await waitUntil(
        "new trades",
        async () => await count(analytical, "flowforge.raw_trades") > before + 50,
      );
      await market.stop();
      assert.deepEqual(errors, []);
      const [ids] = await analytical.read(
        "SELECT toString(uniqExact(trade_id)), toString(count()) FROM flowforge.raw_trades",
      );
      assert.equal(ids![0], ids![1], "no trade id twice");
      const [jump] = await analytical.read(
        `SELECT toString(max(abs(after / before - 1))) FROM
           (SELECT symbol, toFloat64(argMax(price, event_time)) AS before FROM flowforge.raw_trades
            WHERE event_time < fromUnixTimestamp64Milli(${UNTIL}) GROUP BY symbol) AS a
           JOIN (SELECT symbol, toFloat64(argMin(price, event_time)) AS after FROM flowforge.raw_trades
            WHERE event_time >= fromUnixTimestamp64Milli(${UNTIL}) GROUP BY symbol) AS b USING (symbol)`,
      );
      assert.ok(Number(jump![0]) < 0.05, `a price jumped by ${jump![0]}`);
      const [key = ""] = await stores.keyValue.keys("latest:position:", 20);
      const [position] = await stores.keyValue.hashes([key], ["updated_at", "quantity"]);
      assert.ok(Array.isArray(position), "the position of a symbol that was traded");
      assert.ok(Date.parse(position[0]) > UNTIL);
      assert.ok((await stores.keyValue.keys("latest:vwap:", 20)).length > 0);
      const settled = await count(analytical, "flowforge.raw_trades");
      await new Promise((resolve) => setTimeout(resolve, 50));
      assert.equal(await count(analytical, "flowforge.raw_trades"), settled);
    });
  } finally {
    await analytical.close();
    await live.close();
    await close();
  }
});

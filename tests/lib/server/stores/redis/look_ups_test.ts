/** Look-ups against Redis itself: one round trip, and nothing that walks the keys where they are known. */
import assert from "node:assert/strict";
import type { HandedTable } from "@/compiler/schema/types.ts";
import { createLookUps } from "@/lib/server/stores/redis/look_ups.ts";
import { openRedis } from "@/lib/server/stores/redis/server.ts";
import { startRedis } from "@/tests/support/redis.ts";

const quote = (symbols: HandedTable["symbols"]): HandedTable => ({
  database: "latest",
  table: "quote",
  store: "redis",
  symbols,
  columns: [
    { name: "symbol", type: "string", nullable: false, param: "p1" },
    { name: "bid", type: "decimal", nullable: true, precision: 18, scale: 6, param: "p2" },
  ],
});

Deno.test("look-ups in Redis", async (t) => {
  const server = await startRedis();
  const store = await openRedis(server.url);
  let at = 0;
  const lookUps = createLookUps(store, () => at);
  const read = (symbols: HandedTable["symbols"], signal?: AbortSignal) =>
    lookUps.rows(quote(symbols), { profile: "widget", signal });
  try {
    await t.step(
      "a table that no key is of is not in the catalogue, and comes with its first key",
      async () => {
        assert.deepEqual(await lookUps.describe([]), []);
        await store.setHash("latest:quote:AAPL", { bid: "191.5", event_time: "2026-11-20T10:00:00Z" });
        await store.setHash("latest:quote:[A-Z]*", { bid: "1", event_time: "2026-11-20T11:00:00Z" });
        await store.setHash("latest:quotes:MSFT", { bid: "2" });
        at += 10_000;
        assert.deepEqual((await lookUps.describe([])).map(({ table }) => table), ["quote"]);
      },
    );

    await t.step(
      "rows come by their keys, in the order asked for, with the newest time among them",
      async () => {
        const { rows, newest, unreadable } = await read(["AAPL", "none", "[A-Z]*"]);
        assert.deepEqual(rows, [["AAPL", "191.5"], ["[A-Z]*", "1"]]);
        assert.equal(newest, "2026-11-20T11:00:00.000Z");
        assert.equal(unreadable, 0);
        assert.deepEqual((await read("all")).rows.map(([symbol]) => symbol), [
          "AAPL",
          "[A-Z]*",
        ]);
        assert.deepEqual((await read([])).rows, []);
      },
    );

    await t.step("many pages of symbols are all read", async () => {
      const symbols = Array.from({ length: 1_201 }, (_, index) => `S${index}`);
      for (const symbol of symbols) await store.setHash(`latest:quote:${symbol}`, { bid: "3" });
      assert.equal((await read(symbols)).rows.length, symbols.length);
      at += 10_000;
      assert.equal((await read("all")).rows.length, symbols.length + 2);
      const leaving = AbortSignal.abort();
      await assert.rejects(read(symbols, leaving), { name: "AbortError" });
    });

    await t.step(
      "a table stays in the catalogue when its keys have ended, and Redis away is said",
      async () => {
        await store.delete(...await store.keys("latest:quote:", 5_000));
        at += 10_000;
        assert.deepEqual((await lookUps.describe([])).map(({ table }) => table), ["quote"]);
        assert.deepEqual((await read("all")).rows, []);
        await server.stop();
        at += 10_000;
        await assert.rejects(read("all"), { code: "store_unavailable" });
        await assert.rejects(read(["AAPL"]), { code: "store_unavailable" });
      },
    );
  } finally {
    await store.close();
    await server.stop();
  }
});

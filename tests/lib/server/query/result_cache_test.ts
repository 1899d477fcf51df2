import assert from "node:assert/strict";
import { createLog } from "@/lib/server/log.ts";
import { createResultCache, resultKey } from "@/lib/server/query/result_cache.ts";
import { writeRows } from "@/lib/server/query/written_rows.ts";
import { openMemoryKeyValue } from "@/lib/server/stores/redis/memory.ts";

const base = {
  tenantId: "tenant-a",
  store: "clickhouse",
  sql: "SELECT symbol FROM trades WHERE symbol IN ({p1:Array(String)})",
  params: [{ name: "p1", type: "Array(String)", value: ["AAPL"] }],
};

Deno.test("the same question of the same tenant has one key", () => {
  assert.equal(resultKey(base), resultKey(structuredClone(base)));
  assert.match(resultKey(base), /^flowforge:result:[0-9a-f]{64}$/);
});

Deno.test("another tenant, store, statement or bound value is another key", () => {
  const others = [
    { ...base, tenantId: "tenant-b" },
    { ...base, store: "materialize" },
    { ...base, sql: `${base.sql} ` },
    { ...base, params: [{ ...base.params[0]!, value: ["AAPL", "MSFT"] }] },
    { ...base, params: [{ ...base.params[0]!, value: [] }] },
    { ...base, params: [{ ...base.params[0]!, type: "String" }] },
    { ...base, params: [] },
    // The same statement of whom more or fewer rows are kept.
    { ...base, shown: 20 },
    { ...base, shown: 21 },
    // Parts that run together must not meet in the middle.
    { ...base, tenantId: "tenant-aclick", store: "house" },
  ];
  const keys = new Set([base, ...others].map(resultKey));
  assert.equal(keys.size, others.length + 1);
});

Deno.test("an entry comes back as it was written, and anything less than whole is a miss", async () => {
  const keyValue = openMemoryKeyValue();
  const cache = createResultCache(keyValue, createLog("error", () => {}));
  const rows = writeRows([["AAPL\n", 1], ["MSFT", null]]);
  const as_of = "2026-01-02T03:04:05.678Z";
  await cache.set("whole", 2, { rows, truncated: true, as_of }, 60_000);
  const kept = await cache.get("whole", 2);
  assert.ok(kept);
  const { read, ...written } = kept.rows;
  assert.deepEqual(read(), rows.read());
  assert.deepEqual({ ...kept, rows: written }, {
    rows: { json: rows.json, digest: rows.digest, count: 2 },
    truncated: true,
    as_of,
  });

  assert.equal(await cache.get("whole", 2), kept, "what did not change is not read again");
  assert.equal(await cache.get("whole", 3), null, "another width");
  const text = await keyValue.get("whole") ?? "";
  for (
    const broken of [text.slice(0, -1), `${text.slice(0, -3)}]`, text.replace("\n", ""), text.slice(1), "\n"]
  ) {
    await keyValue.set("broken", broken);
    assert.equal(await cache.get("broken", 2), null, broken);
  }
});

Deno.test("the store alone says what an entry is, whatever was read of it before", async () => {
  const keyValue = openMemoryKeyValue();
  const cache = createResultCache(keyValue, createLog("error", () => {}));
  const as_of = "2026-01-02T03:04:05.678Z";
  const keep = (symbol: string) =>
    cache.set("key", 1, { rows: writeRows([[symbol]]), truncated: false, as_of }, 60_000);
  await keep("AAPL");
  assert.deepEqual((await cache.get("key", 1))?.rows.read(), [["AAPL"]]);
  await keep("MSFT");
  assert.deepEqual((await cache.get("key", 1))?.rows.read(), [["MSFT"]]);
  await keyValue.delete("key");
  assert.equal(await cache.get("key", 1), null);
});

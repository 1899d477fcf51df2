/** `stream()`: the rows as they come, no faster than they are read, and never a part in place of the whole. */
import assert from "node:assert/strict";
import { join } from "node:path";
import type { Column } from "@/compiler/schema/types.ts";
import { DOWNLOADS } from "@/lib/server/stores/admission.ts";
import { openClickHouseServer } from "@/lib/server/stores/clickhouse/server.ts";
import { openEmbeddedLive } from "@/lib/server/stores/live/embedded.ts";
import { openLiveServer } from "@/lib/server/stores/live/server.ts";
import { startPglite } from "@/lib/server/stores/pglite/server.ts";
import { connectPostgres } from "@/lib/server/stores/postgres/client.ts";
import type { Row, SqlStore } from "@/lib/server/stores/types.ts";
import { startPostgres } from "@/tests/support/postgres.ts";
import { waitUntil } from "@/tests/support/processes.ts";
import { type SendingClickHouse, startSendingClickHouse } from "@/tests/support/sending_clickhouse.ts";
import { copyPglite } from "@/tests/support/stores.ts";

const LIMIT = { rows: 1_000_000, timeoutMs: 30_000, memoryBytes: 100_000_000, rowsRead: 1_000_000_000 };
const LIMITS = { preview: LIMIT, widget: LIMIT, export: LIMIT };
const PATIENCE_MS = 30_000;
const N: readonly Column[] = [{ name: "n", type: "int64", nullable: true }];

let asked = 0;
/** Everybody who asks is a tenant of their own, unless said. */
const streamOf = (store: SqlStore, sql: string, signal?: AbortSignal, tenantId = `tenant ${++asked}`) =>
  store.stream({ sql, params: [], columns: N, profile: "export", asker: { tenantId }, signal })
    [Symbol.asyncIterator]();

async function readAll(parts: AsyncIterator<readonly Row[]>): Promise<Row[]> {
  const rows: Row[] = [];
  for (let next = await parts.next(); !next.done; next = await parts.next()) rows.push(...next.value);
  return rows;
}

const isCounted = (rows: readonly Row[]) => rows.every(([n], index) => n === String(index));

async function withClickHouse(
  work: (store: SqlStore, server: SendingClickHouse) => Promise<void>,
  timeoutMs = LIMIT.timeoutMs,
): Promise<void> {
  const server = startSendingClickHouse();
  const account = { url: server.url, database: "default", user: "default", password: "" };
  const store = openClickHouseServer(account, { ...LIMITS, export: { ...LIMIT, timeoutMs } });
  try {
    await work(store, server);
  } finally {
    await store.close();
    await server.close();
  }
}

Deno.test("ClickHouse: every row comes once and in order, under the limits of its profile", () =>
  withClickHouse(async (store, server) => {
    for (const rows of [0, 1, 5_000, 300_000]) {
      server.next({ rows, ending: "whole" });
      const read = await readAll(streamOf(store, "SELECT n"));
      assert.equal(read.length, rows);
      assert.ok(isCounted(read));
    }
    const { settings } = server.asked.at(-1)!;
    assert.equal(settings.get("wait_end_of_query"), null, "a stream begins before the end is known");
    assert.equal(settings.get("readonly"), "1");
    assert.equal(settings.get("max_execution_time"), "30");
    assert.equal(settings.get("http_send_timeout"), "30", "a reader may pause");
  }));

Deno.test("ClickHouse: nothing is read ahead of the reader", () =>
  withClickHouse(async (store, server) => {
    server.next({ rows: 50_000_000, ending: "whole" });
    const parts = streamOf(store, "SELECT n");
    let read = 0;
    for (let count = 0; count < 20; count++) read += (await parts.next()).value!.length;
    const sentBefore = server.sent();
    await new Promise((resolve) => setTimeout(resolve, 300));
    const ahead = server.sent() - read;
    // What buffers of the network hold is some megabytes; everything would be 400.
    assert.ok(ahead * 8 < 40_000_000, `${ahead} rows were sent ahead, ${sentBefore} before the pause`);
    await parts.return!();
  }));

for (const ending of ["error", "tagged error", "lost", "half a row"] as const) {
  for (const rows of [3, 200_000]) {
    Deno.test(`ClickHouse: a result of ${rows} rows that ends in "${ending}" is no result`, () =>
      withClickHouse(async (store, server) => {
        server.next({ rows, ending });
        const parts = streamOf(store, "SELECT n");
        const read: Row[] = [];
        await assert.rejects(async () => {
          for (let next = await parts.next(); !next.done; next = await parts.next()) read.push(...next.value);
        }, {
          code: ending === "half a row"
            ? "query_failed"
            : ending === "lost"
            ? "store_unavailable"
            : "query_memory",
        });
        assert.ok(read.length <= rows && isCounted(read), "no row is made of an error's text");
      }));
  }
}

Deno.test("ClickHouse: who stops reading, or is stopped, stops the statement and gives the place back", () =>
  withClickHouse(async (store, server) => {
    server.next({ rows: 50_000_000, ending: "whole" });
    for (let round = 0; round < 3 * DOWNLOADS; round++) {
      const leaving = new AbortController();
      const parts = streamOf(store, "SELECT n", leaving.signal);
      await parts.next();
      if (round % 2 === 0) await parts.return!();
      else {
        leaving.abort();
        await assert.rejects(readAll(parts), { name: "AbortError" });
      }
    }
    await waitUntil("the statements' end", () => server.open() === 0, PATIENCE_MS);
    assert.equal(server.asked.filter(({ sql }) => sql.startsWith("KILL QUERY")).length, 3 * DOWNLOADS);
  }));

Deno.test("ClickHouse: a stream that finds no place is refused at once, and queries do not notice", () =>
  withClickHouse(async (store, server) => {
    server.next({ rows: 50_000_000, ending: "whole" });
    const held = Array.from({ length: DOWNLOADS }, () => streamOf(store, "SELECT n"));
    for (const parts of held) await parts.next();
    await assert.rejects(streamOf(store, "SELECT n").next(), (error: { code: string; options: object }) => {
      assert.equal(error.code, "busy");
      assert.deepEqual(Object.keys(error.options), ["retryAfterMs"]);
      return true;
    });
    server.next({ rows: 2, ending: "whole" });
    for (const profile of ["preview", "widget", "export"] as const) {
      assert.equal((await store.query({ sql: "SELECT n", params: [], columns: N, profile })).length, 2);
    }
    await held[0]!.return!();
    assert.equal((await readAll(streamOf(store, "SELECT n"))).length, 2);
    for (const parts of held) await parts.return!();
  }));

Deno.test("ClickHouse: one tenant's downloads leave places to the others", () =>
  withClickHouse(async (store, server) => {
    server.next({ rows: 50_000_000, ending: "whole" });
    const of = (tenant: string) => streamOf(store, "SELECT n", undefined, tenant);
    const held = [of("a"), of("a")];
    for (const parts of held) await parts.next();
    await assert.rejects(of("a").next(), { code: "busy" });
    held.push(of("b"), of("c"));
    for (const parts of held.slice(2)) await parts.next();
    await held[0]!.return!();
    server.next({ rows: 2, ending: "whole" });
    assert.equal((await readAll(of("a"))).length, 2);
    for (const parts of held) await parts.return!();
  }));

Deno.test("ClickHouse: a reader that never comes back loses the place when the time is over", () =>
  withClickHouse(async (store, server) => {
    server.next({ rows: 50_000_000, ending: "whole" });
    const held = Array.from({ length: DOWNLOADS }, () => streamOf(store, "SELECT n"));
    for (const parts of held) await parts.next();
    await waitUntil("the time's end", () => server.open() === 0, PATIENCE_MS);
    server.next({ rows: 2, ending: "whole" });
    assert.equal((await readAll(streamOf(store, "SELECT n"))).length, 2);
    await assert.rejects(readAll(held[0]!), { code: "query_timeout" });
  }, 200));

const SERIES = "SELECT n::bigint - 1 AS n FROM generate_series(1, 300000) AS n";

Deno.test("live server: parts by a cursor, a place given back, and a lost connection is no end", async () => {
  const server = await startPostgres();
  const admin = connectPostgres({ url: server.url }, { maxConnections: 1 });
  const store = openLiveServer(server.url, LIMITS);
  const isIdle = async () => {
    const busy = await admin.unsafe(
      "SELECT count(*)::text FROM pg_stat_activity WHERE query LIKE '%generate_series%' AND state = 'active' " +
        "AND pid <> pg_backend_pid()",
    );
    return busy[0]!.count === "0";
  };
  try {
    const rows = await readAll(streamOf(store, SERIES));
    assert.equal(rows.length, 300_000);
    assert.ok(isCounted(rows));
    assert.deepEqual(await readAll(streamOf(store, "SELECT 1 AS n WHERE false")), []);
    await assert.rejects(
      readAll(streamOf(store, "SELECT 1 / (n - 5000) AS n FROM generate_series(1, 300000) AS n")),
      { code: "query_failed" },
    );

    for (let round = 0; round < 3 * DOWNLOADS; round++) {
      const leaving = new AbortController();
      const parts = streamOf(store, SERIES, leaving.signal);
      assert.equal((await parts.next()).value!.length, 1_000);
      if (round % 2 === 0) await parts.return!();
      else {
        leaving.abort();
        await assert.rejects(readAll(parts), { name: "AbortError" });
      }
    }
    while (!await isIdle()) await new Promise((resolve) => setTimeout(resolve, 20));

    const held = Array.from({ length: DOWNLOADS }, () => streamOf(store, SERIES));
    for (const parts of held) await parts.next();
    await assert.rejects(streamOf(store, SERIES).next(), { code: "busy" });
    assert.equal(
      (await store.query({ sql: "SELECT 1", params: [], columns: N, profile: "widget" })).length,
      1,
    );
    await admin.unsafe(
      "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE query LIKE '%generate_series%' " +
        "AND pid <> pg_backend_pid()",
    );
    for (const parts of held) await assert.rejects(readAll(parts), { code: "store_unavailable" });
    // A connection that was lost may say so once more, to its next statement.
    const later = await Promise.allSettled(held.map(() => readAll(streamOf(store, "SELECT 1 AS n"))));
    assert.equal(later.length, DOWNLOADS);
    assert.equal((await readAll(streamOf(store, SERIES))).length, 300_000);
  } finally {
    await store.close();
    await admin.end();
    await server.close();
  }
});

Deno.test("embedded live store: the same rows", async () => {
  const folder = await Deno.makeTempDir({ prefix: "flowforge-stream-" });
  await copyPglite(join(folder, "live"));
  const server = await startPglite(join(folder, "live"));
  const { store } = await openEmbeddedLive(server, LIMITS);
  try {
    const parts: number[] = [];
    for await (
      const part of store.stream({
        sql: "SELECT n::bigint - 1 AS n FROM generate_series(1, 2500) AS n",
        params: [],
        columns: N,
        profile: "export",
        asker: { tenantId: "a" },
      })
    ) parts.push(part.length);
    assert.deepEqual(parts, [1_000, 1_000, 500]);
  } finally {
    await store.close();
    await server.close();
    await Deno.remove(folder, { recursive: true });
  }
});

/** Nobody waits for rows that nobody wants any more: each way of leaving ends the statement in the engine. */
import assert from "node:assert/strict";
import { createSingleFlight } from "@/lib/server/query/single_flight.ts";
import { openClickHouseServer } from "@/lib/server/stores/clickhouse/server.ts";
import type { Row, SqlStore } from "@/lib/server/stores/types.ts";
import { waitUntil } from "@/tests/support/processes.ts";
import { ENDLESS, withEngine } from "./support.ts";

const LIMITS = { rows: 100, timeoutMs: 600_000, memoryBytes: 1e9, rowsRead: 1e12 };
const NUMBER = [{ name: "n", type: "int64", nullable: true }] as const;
/** Far more than an end takes, far less than the statement would. */
const SOON_MS = 5_000;

function withStore(work: (store: SqlStore, running: () => Promise<number>) => Promise<void>): Promise<void> {
  return withEngine(async ({ engine, running }) => {
    // A caller's patience ends before the engine's own clock.
    const preview = { ...LIMITS, timeoutMs: 300 };
    const store = openClickHouseServer(engine.addresses.reader, { preview, widget: LIMITS, export: LIMITS });
    try {
      await work(store, running);
    } finally {
      await store.close();
    }
  });
}

const endless = (store: SqlStore, signal?: AbortSignal) =>
  store.query({ sql: ENDLESS, params: [], columns: NUMBER, profile: "widget", signal });

Deno.test("an asker that leaves ends the statement, and its place is free", () =>
  withStore(async (store, running) => {
    const leave = new AbortController();
    const asked = Array.from(
      { length: 20 },
      () => endless(store, leave.signal).catch((error) => error.message),
    );
    await waitUntil("the statements", async () => await running() > 1);
    leave.abort(new Error("left"));
    assert.deepEqual(new Set(await Promise.all(asked)), new Set(["left"]));
    await waitUntil("their end", async () => await running() === 0, SOON_MS);
    const one = { sql: "SELECT 1 AS n", params: [], columns: NUMBER, profile: "widget" } as const;
    assert.deepEqual(await store.query(one), [["1"]]);
  }));

Deno.test("a time-out ends the statement", () =>
  withStore(async (store, running) => {
    const late = store.query({ sql: ENDLESS, params: [], columns: NUMBER, profile: "preview" });
    await assert.rejects(late, { code: "query_timeout" });
    await waitUntil("its end", async () => await running() === 0, SOON_MS);
  }));

Deno.test("of those who wait for one statement the last to leave ends it, and no other", () =>
  withStore(async (store, running) => {
    const flights = createSingleFlight<readonly Row[]>();
    const askers = [new AbortController(), new AbortController(), new AbortController()];
    const asked = askers.map(({ signal }) =>
      flights.run("same", (shared) => endless(store, shared), signal).catch((error) => error.message)
    );
    await waitUntil("the statement", async () => await running() === 1);
    askers[0]!.abort(new Error("left"));
    askers[1]!.abort(new Error("left"));
    await Promise.all(asked.slice(0, 2));
    assert.equal(await running(), 1);
    askers[2]!.abort(new Error("left"));
    await waitUntil("its end", async () => await running() === 0, SOON_MS);
    assert.deepEqual(await Promise.all(asked), ["left", "left", "left"]);
  }));

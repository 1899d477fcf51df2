import assert from "node:assert/strict";
import type { ServiceContext } from "@/lib/server/context.ts";
import { startSessionSweep } from "@/lib/server/sessions/sweep.ts";

const HOUR = 60 * 60_000;

/** A sweep whose hours pass when the test says so, over a store that is told until when sessions are over. */
function start(removeExpiredSessions: (moment: string) => Promise<number>) {
  let now = Date.UTC(2026, 0, 1);
  const due = new Set<() => void>();
  const warned: string[] = [];
  const sweep = startSessionSweep({
    stores: { metadata: { lookups: { removeExpiredSessions } } } as unknown as ServiceContext["stores"],
    clock: { now: () => now },
    log: { debug() {}, info() {}, warn: (message) => void warned.push(message), error() {} },
    every(work, everyMs) {
      assert.equal(everyMs, HOUR);
      due.add(work);
      return () => void due.delete(work);
    },
  });
  const passHour = () => {
    now += HOUR;
    for (const work of due) work();
  };
  return { sweep, warned, passHour };
}

Deno.test("expired sessions are dropped at the start and every hour, until the services close", async () => {
  const swept: string[] = [];
  const { sweep, passHour } = start((moment) => Promise.resolve(swept.push(moment)));
  assert.deepEqual(swept, ["2026-01-01T00:00:00.000Z"]);
  passHour();
  passHour();
  assert.deepEqual(swept.slice(1), ["2026-01-01T01:00:00.000Z", "2026-01-01T02:00:00.000Z"]);
  await sweep.close();
  passHour();
  assert.equal(swept.length, 3);
});

Deno.test("a sweep that fails is noted, and the next one comes all the same", async () => {
  let asked = 0;
  const { sweep, warned, passHour } = start(() => (asked++, Promise.reject(new Error("the store is down"))));
  passHour();
  await sweep.close();
  assert.equal(asked, 2);
  assert.deepEqual(warned, ["expired sessions not removed", "expired sessions not removed"]);
});

Deno.test("closing waits for the sweep that is under way", async () => {
  const held = Promise.withResolvers<number>();
  const { sweep } = start(() => held.promise);
  let closed = false;
  const closing = sweep.close().then(() => closed = true);
  await Promise.resolve();
  assert.equal(closed, false);
  held.resolve(0);
  await closing;
});

import assert from "node:assert/strict";
import { createSingleFlight } from "@/lib/server/query/single_flight.ts";

function work() {
  const calls: AbortSignal[] = [];
  const { promise, resolve, reject } = Promise.withResolvers<string>();
  return { calls, resolve, reject, run: (signal: AbortSignal) => (calls.push(signal), promise) };
}

Deno.test("identical work in flight is done once and answers everyone", async () => {
  const flights = createSingleFlight<string>();
  const { calls, resolve, run } = work();
  const answers = Array.from({ length: 1_000 }, () => flights.run("same", run));
  const other = flights.run("other", () => Promise.resolve("other"));
  resolve("rows");
  assert.deepEqual(new Set(await Promise.all(answers)), new Set(["rows"]));
  assert.equal(await other, "other");
  assert.equal(calls.length, 1);
  assert.equal(flights.size, 0);
});

Deno.test("a waiter that leaves does not stop the work for the others", async () => {
  const flights = createSingleFlight<string>();
  const { calls, resolve, run } = work();
  const leaving = new AbortController();
  const left = flights.run("same", run, leaving.signal);
  const stayed = flights.run("same", run, new AbortController().signal);
  await Promise.resolve();
  leaving.abort(new Error("gone"));
  await assert.rejects(left, { message: "gone" });
  assert.equal(calls[0]!.aborted, false);
  resolve("rows");
  assert.equal(await stayed, "rows");
});

Deno.test("the last waiter that leaves stops the work, and the next one begins anew", async () => {
  const flights = createSingleFlight<string>();
  const first = work();
  const leaving = [new AbortController(), new AbortController()];
  const left = leaving.map(({ signal }) => flights.run("same", first.run, signal));
  await Promise.resolve();
  for (const controller of leaving) controller.abort(new Error("gone"));
  for (const one of left) await assert.rejects(one);
  assert.equal(first.calls[0]!.aborted, true);
  assert.equal(await flights.run("same", () => Promise.resolve("new")), "new");
  first.reject(new Error("stopped"));
});

Deno.test("a failure reaches its waiters and nobody after them", async () => {
  const flights = createSingleFlight<string>();
  const { reject, run } = work();
  const both = [flights.run("same", run), flights.run("same", run)];
  reject(new Error("store down"));
  for (const one of both) await assert.rejects(one, { message: "store down" });
  assert.equal(await flights.run("same", () => Promise.resolve("rows")), "rows");
});

import assert from "node:assert/strict";
import { FakeTime } from "./fake_time.ts";
import { createFeed, type FeedOptions } from "@/lib/tiles/feed.ts";

interface Setting {
  readonly time: FakeTime;
  hidden: boolean;
  alive: boolean;
  fails: boolean;
  calls: number;
  data: number;
  failures: number;
  aborted: number;
  /** Lets a fetch that hangs finish. */
  release?: () => void;
  hang: boolean;
  readonly feed: ReturnType<typeof createFeed>;
}

async function withFeed(refreshSeconds: number, run: (setting: Setting) => Promise<void>): Promise<void> {
  const time = new FakeTime();
  const state = {
    time,
    hidden: false,
    alive: true,
    fails: false,
    calls: 0,
    data: 0,
    failures: 0,
    aborted: 0,
    hang: false,
  };
  const setting = state as typeof state & { release?: () => void; feed: ReturnType<typeof createFeed> };
  const fetch: FeedOptions["fetch"] = (_input, init) => {
    state.calls++;
    if (state.fails) return Promise.resolve(Response.json({ detail: "no" }, { status: 503 }));
    const answer = Response.json({ columns: [], rows: [], chart: "bar_chart" });
    if (!state.hang) return Promise.resolve(answer);
    return new Promise((resolve, reject) => {
      setting.release = () => resolve(answer);
      init?.signal?.addEventListener("abort", () => {
        state.aborted++;
        reject(new Error("aborted"));
      });
    });
  };
  setting.feed = createFeed({
    src: "/data",
    refreshSeconds,
    fetch,
    isHidden: () => state.hidden,
    isAlive: () => state.alive,
    onData: () => state.data++,
    onFailure: () => state.failures++,
  });
  try {
    await run(setting);
    setting.feed.stop();
    assert.equal(time.pending(), 0, "no timer is left behind");
  } finally {
    setting.feed.stop();
    time.restore();
  }
}

Deno.test("a feed asks again every period", () =>
  withFeed(5, async (setting) => {
    await setting.time.pass(16_000);
    assert.equal(setting.calls, 3);
    assert.equal(setting.data, 3);
  }));

Deno.test("a feed without a period asks on request only", () =>
  withFeed(0, async (setting) => {
    await setting.time.pass(600_000);
    assert.equal(setting.calls, 0);
    setting.feed.refresh();
    await setting.time.pass(0);
    assert.equal(setting.data, 1);
  }));

Deno.test("a feed rests while the page is hidden and catches up once when it shows", () =>
  withFeed(5, async (setting) => {
    setting.hidden = true;
    await setting.time.pass(60_000);
    assert.equal(setting.calls, 0);
    setting.hidden = false;
    setting.feed.wake();
    setting.feed.wake();
    await setting.time.pass(0);
    assert.equal(setting.calls, 1);
    await setting.time.pass(5_100);
    assert.equal(setting.calls, 2);
  }));

Deno.test("requests during a fetch become one more fetch", () =>
  withFeed(0, async (setting) => {
    setting.hang = true;
    for (let index = 0; index < 5; index++) setting.feed.refresh();
    assert.equal(setting.calls, 1);
    setting.hang = false;
    setting.release!();
    await setting.time.pass(0);
    assert.equal(setting.calls, 2);
    assert.equal(setting.data, 2);
  }));

Deno.test("failures lengthen the pause, a success restores it", () =>
  withFeed(5, async (setting) => {
    setting.fails = true;
    await setting.time.pass(5_000 + 10_000 + 20_000 + 100);
    assert.equal(setting.failures, 3);
    setting.fails = false;
    await setting.time.pass(40_100);
    assert.equal(setting.data, 1);
    await setting.time.pass(5_100);
    assert.equal(setting.data, 2);
  }));

Deno.test("a feed gives up on an answer that does not come", () =>
  withFeed(0, async (setting) => {
    setting.hang = true;
    setting.feed.refresh();
    await setting.time.pass(36_000);
    assert.equal(setting.aborted, 1);
    assert.equal(setting.failures, 1);
  }));

Deno.test("stopping a feed aborts its fetch, and nothing is reported after it", () =>
  withFeed(5, async (setting) => {
    setting.hang = true;
    setting.feed.refresh();
    setting.feed.stop();
    assert.equal(setting.aborted, 1, "at once, not at the deadline");
    await setting.time.pass(60_000);
    assert.deepEqual([setting.aborted, setting.data, setting.failures, setting.calls], [1, 0, 0, 1]);
  }));

Deno.test("a feed whose element left the page ends itself", () =>
  withFeed(5, async (setting) => {
    setting.alive = false;
    await setting.time.pass(60_000);
    assert.equal(setting.calls, 0);
    assert.equal(setting.time.pending(), 0);
  }));

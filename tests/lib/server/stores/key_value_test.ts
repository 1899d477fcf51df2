import assert from "node:assert/strict";
import { openMemoryKeyValue } from "@/lib/server/stores/redis/memory.ts";
import { openRedis } from "@/lib/server/stores/redis/server.ts";
import type { KeyValueStore } from "@/lib/server/stores/types.ts";
import { waitUntil } from "@/tests/support/processes.ts";
import { startRedis } from "@/tests/support/redis.ts";

interface Kind {
  readonly name: string;
  open(): Promise<{ store: KeyValueStore; close: () => Promise<void> }>;
}

const KINDS: readonly Kind[] = [
  {
    name: "in-process",
    open: () => {
      const store = openMemoryKeyValue();
      return Promise.resolve({ store, close: store.close });
    },
  },
  {
    name: "Redis",
    open: async () => {
      const server = await startRedis();
      const store = await openRedis(server.url);
      return {
        store,
        close: async () => {
          await store.close();
          await server.stop();
        },
      };
    },
  },
];

for (const kind of KINDS) {
  Deno.test(`key-value store (${kind.name})`, async (t) => {
    const { store, close } = await kind.open();
    try {
      await suite(t, store);
    } finally {
      await close();
    }
  });
}

async function suite(t: Deno.TestContext, store: KeyValueStore): Promise<void> {
  await t.step("set() keeps any text, get() gives null for what is not there", async () => {
    const text = 'line\nnull \0 emoji 🙂 "quoted"';
    await store.set("text", text);
    assert.equal(await store.get("text"), text);
    assert.equal(await store.get("missing"), null);
    await store.set("text", "");
    assert.equal(await store.get("text"), "");
  });

  await t.step("set() forgets after its time, and set() without a time lifts the limit", async () => {
    await store.set("short", "x", 40);
    await store.set("kept", "x", 40);
    await store.set("kept", "y");
    await waitUntil("the entry's end", async () => await store.get("short") === null);
    assert.equal(await store.get("kept"), "y");
    assert.deepEqual(await store.keys("short", 10), []);
  });

  await t.step("delete() takes several keys and none", async () => {
    await store.set("a", "1");
    await store.set("b", "2");
    await store.delete();
    await store.delete("a", "b", "c");
    assert.deepEqual([await store.get("a"), await store.get("b")], [null, null]);
  });

  await t.step("keys() takes the prefix literally and stops at the limit", async () => {
    for (const key of ["t1:x", "t1:y", "t10:x", "t*:x", "t[1]:x"]) await store.set(key, "v");
    assert.deepEqual([...await store.keys("t1:", 10)].sort(), ["t1:x", "t1:y"]);
    assert.deepEqual(await store.keys("t*:", 10), ["t*:x"]);
    assert.deepEqual(await store.keys("t[1]", 10), ["t[1]:x"]);
    assert.equal((await store.keys("t", 2)).length, 2);
  });

  await t.step("hashes() has the fields by position, and tells none from something else", async () => {
    await store.setHash("h:*", { a: "1", b: "line\n\0🙂", c: "" });
    await store.setHash("h:2", { z: "1" });
    await store.set("h:3", "text");
    const found = await store.hashes(["h:3", "h:*", "h:2", "h:none"], ["b", "a", "no", "c"]);
    assert.deepEqual(found, ["other", ["line\n\0🙂", "1", null, ""], null, null]);
    assert.deepEqual(await store.hashes([], ["a"]), []);
    assert.deepEqual([...await store.keys("h:", 10)].sort(), ["h:*", "h:2", "h:3"]);
  });

  await t.step("setHash() replaces what was there, and forgets after its time", async () => {
    await store.setHash("h:r", { a: "1", b: "2" });
    await store.setHash("h:r", { b: "3" });
    assert.deepEqual(await store.hashes(["h:r"], ["a", "b"]), [[null, "3"]]);
    await store.set("h:r", "text");
    assert.deepEqual(await store.hashes(["h:r"], ["b"]), ["other"]);
    await store.setHash("h:r", { b: "4" }, 40);
    await waitUntil("the hash's end", async () => (await store.hashes(["h:r"], ["b"]))[0] === null);
    assert.deepEqual(await store.keys("h:r", 10), []);
    await store.setHash("h:r", { b: "5" });
    await store.delete("h:r");
    assert.deepEqual(await store.hashes(["h:r"], ["b"]), [null]);
  });

  await t.step("publish() reaches every listener of that channel until it leaves", async () => {
    const heard: string[] = [];
    const first = await store.subscribe("ticks", (message, channel) => heard.push(`1 ${channel} ${message}`));
    const second = await store.subscribe("ticks", (message) => heard.push(`2 ${message}`));
    await store.publish("ticks", "a");
    await store.publish("ticks:other", "b");
    await waitUntil("both messages", () => heard.length === 2);
    await first.unsubscribe();
    await store.publish("ticks", "c");
    await waitUntil("the third message", () => heard.length === 3);
    assert.deepEqual(heard.sort(), ["1 ticks a", "2 a", "2 c"]);
    await second.unsubscribe();
    await second.unsubscribe();
  });

  await t.step("consume() lets exactly the points of many at once pass", async () => {
    const answers = await Promise.all(Array.from({ length: 200 }, () => store.consume("burst", 7, 60_000)));
    assert.equal(answers.filter((answer) => answer.allowed).length, 7);
    const refused = answers.find((answer) => !answer.allowed)!;
    assert.ok(refused.retryAfterMs > 0 && refused.retryAfterMs <= 60_000);
    assert.equal((await store.consume("another", 7, 60_000)).allowed, true);
    assert.equal((await store.consume("burst", 8, 60_000)).allowed, true, "another rule is another bucket");
  });

  await t.step("consume() fills the bucket again after its time", async () => {
    assert.equal((await store.consume("refill", 1, 1000)).allowed, true);
    assert.equal((await store.consume("refill", 1, 1000)).allowed, false);
    await waitUntil("a new point", async () => (await store.consume("refill", 1, 1000)).allowed);
  });
}

Deno.test("the in-process store stays within its bytes and forgets the least used first", async () => {
  const store = openMemoryKeyValue({ maxBytes: 10_000 });
  await store.set("old", "x");
  for (let index = 0; index < 100; index++) {
    await store.set(`key${index}`, "x".repeat(100));
    assert.equal(await store.get("old"), "x");
  }
  assert.ok((await store.keys("key", 1000)).length < 30);
  await store.set("huge", "x".repeat(20_000));
  assert.equal(await store.get("huge"), null);
  await store.close();
});

Deno.test("Redis that goes away is store_unavailable at once, and works again when it is back", async () => {
  const server = await startRedis();
  const store = await openRedis(server.url);
  const heard: string[] = [];
  await store.subscribe("news", (message) => heard.push(message));
  await server.stop();
  try {
    for (
      const attempt of [
        () => store.get("a"),
        () => store.hashes(["a"], ["b"]),
        () => store.ping(),
        () => store.consume("a", 1, 1000),
      ]
    ) {
      await assert.rejects(attempt, { code: "store_unavailable" });
    }
    await server.start();
    await waitUntil("the connection", () => store.ping().then(() => true, () => false));
    await waitUntil("the subscription", async () => {
      await store.publish("news", "back");
      return heard.includes("back");
    });
  } finally {
    await store.close();
    await server.stop();
  }
});

Deno.test("Redis that never was there does not stop the start", async () => {
  const store = await openRedis("redis://127.0.0.1:1");
  await assert.rejects(() => store.get("a"), { code: "store_unavailable" });
  await store.close();
});

import assert from "node:assert/strict";
import type { Column } from "@/compiler/schema/types.ts";
import { csvStream, type Ending } from "@/lib/server/exports/csv_stream.ts";
import type { Row } from "@/lib/server/stores/types.ts";

const columns: readonly Column[] = [{ name: "n", type: "int64", nullable: false }];

async function open(parts: AsyncIterable<readonly Row[]>, stop = () => {}) {
  const endings: Ending[] = [];
  const body = await csvStream({ columns, parts, stop, onEnd: (ending) => endings.push(ending) });
  return { body, endings };
}

Deno.test("a result without rows is a line of names", async () => {
  const { body, endings } = await open(async function* () {}());
  assert.equal(await new Response(body).text(), "n\r\n");
  assert.deepEqual(endings, [{ kind: "whole", rows: 0 }]);
});

Deno.test("a part is made when it is asked for, and none before", async () => {
  let made = 0;
  async function* parts() {
    for (; made < 3;) yield [[String(++made)]];
  }
  const { body, endings } = await open(parts());
  const reader = body.getReader();
  for (let read = 1; read <= 3; read++) {
    await reader.read();
    assert.equal(made, read);
  }
  assert.equal((await reader.read()).done, true);
  assert.deepEqual(endings, [{ kind: "whole", rows: 3 }]);
});

Deno.test("leaving stops what is computing, and is told once", async () => {
  const leaving = new AbortController();
  const computing = Promise.withResolvers<void>();
  let closed = false;
  async function* parts() {
    try {
      yield [["1"]];
      computing.resolve();
      await new Promise((_, reject) => leaving.signal.addEventListener("abort", reject));
    } finally {
      closed = true;
    }
  }
  const { body, endings } = await open(parts(), () => leaving.abort());
  const reader = body.getReader();
  await reader.read();
  const pending = reader.read();
  await computing.promise;
  await reader.cancel();
  assert.equal((await pending).done, true);
  assert.equal(closed, true);
  assert.deepEqual(endings.map(({ kind, rows }) => [kind, rows]), [["left", 1]]);
});

Deno.test("what fails first is thrown, what fails later breaks the file", async () => {
  // deno-lint-ignore require-yield -- it fails before
  async function* atOnce(): AsyncGenerator<Row[]> {
    await Promise.reject(new Error("early"));
  }
  await assert.rejects(open(atOnce()), /early/);
  async function* later() {
    yield [["1"]];
    await Promise.reject(new Error("late"));
  }
  const { body, endings } = await open(later());
  await assert.rejects(new Response(body).text(), /late/);
  assert.deepEqual(endings.map(({ kind, rows }) => [kind, rows]), [["failed", 1]]);
});

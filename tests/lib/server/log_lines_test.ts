import assert from "node:assert/strict";
import { createLineWriter } from "@/lib/server/log_lines.ts";

/** A sink that takes `most` bytes at a time, and only while it is open. */
function collect(most = Infinity) {
  let text = "";
  let calls = 0;
  let hold: Promise<void> = Promise.resolve();
  const due: (() => void)[] = [];
  const take = (bytes: Uint8Array) => {
    calls++;
    const part = bytes.subarray(0, most);
    text += new TextDecoder().decode(part);
    return part.byteLength;
  };
  const lines = createLineWriter(
    { write: (bytes) => hold.then(() => take(bytes)), writeSync: take },
    (work) => due.push(work),
  );
  return {
    lines,
    due,
    text: () => text,
    calls: () => calls,
    holdUntil: (until: Promise<void>) => void (hold = until),
  };
}

Deno.test("many lines are one write, a moment later and in their order", async () => {
  const { lines, due, text, calls } = collect();
  for (const line of ["one", "two", "three"]) lines.write(line);
  assert.equal(text(), "");
  assert.equal(due.length, 1);
  due[0]!();
  await lines.drain();
  assert.equal(text(), "one\ntwo\nthree\n");
  assert.equal(calls(), 1);
  lines.write("four");
  assert.equal(due.length, 2);
});

Deno.test("a sink that takes a part is given the rest", async () => {
  const { lines, text } = collect(3);
  lines.write("a longer line");
  await lines.drain();
  assert.equal(text(), "a longer line\n");
});

Deno.test("nobody waits for a reader that stands still, and it hears how many lines it missed", async () => {
  const { lines, text, holdUntil, due } = collect();
  const held = Promise.withResolvers<void>();
  holdUntil(held.promise);
  lines.write("first");
  due[0]!();
  await Promise.resolve();
  for (let line = 0; line < 5_000; line++) lines.write("x".repeat(1_000));
  held.resolve();
  await lines.drain();
  const written = text().trimEnd().split("\n");
  const { count } = JSON.parse(written.at(-1)!);
  assert.ok(count > 0);
  assert.equal(written.length - 2 + count, 5_000);
});

Deno.test("at the end of the process what waits is written at once", () => {
  const { lines, text } = collect(4);
  lines.write("stopped");
  lines.flush();
  assert.equal(text(), "stopped\n");
});

Deno.test("a sink that is closed harms nobody", async () => {
  const closed = () => Promise.reject(new Error("closed"));
  const lines = createLineWriter({ write: closed, writeSync: () => 0 }, () => {});
  lines.write("lost");
  await lines.drain();
  await lines.drain();
});

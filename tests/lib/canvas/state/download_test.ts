import assert from "node:assert/strict";
import { createDownload } from "@/lib/canvas/state/download.ts";
import type { Downloaded } from "@/lib/canvas/request.ts";
import { editorFor, respondWith, until } from "./support.ts";

function setUp(target: string | null = "filter") {
  const editor = editorFor();
  const kept: Downloaded[] = [];
  const keep = (file: Downloaded) => void kept.push(file);
  const download = createDownload({ editor, target: () => target, name: () => "Flow", keep });
  return { editor, kept, download };
}

const csv = (body: BodyInit) =>
  new Response(body, {
    headers: { "content-disposition": `attachment; filename="a.csv"; filename*=UTF-8''%C3%A4.csv` },
  });

Deno.test("the shown node's rows are kept under the name that the server gives", async () => {
  const { editor, kept, download } = setUp();
  using server = respondWith(() => csv("a\r\n"));
  await download.start();
  assert.deepEqual(server.sent.map(({ method, path }) => [method, path]), [[
    "POST",
    "/api/v1/preview/export.csv",
  ]]);
  assert.equal(server.sent[0]!.body.target_node_id, "filter");
  assert.equal(server.sent[0]!.body.name, "Flow");
  assert.equal(kept[0]!.name, "ä.csv");
  assert.equal(await kept[0]!.content.text(), "a\r\n");
  assert.match(editor.message.value, /Downloaded "ä\.csv"/);
  assert.equal(download.running.value, false);
});

Deno.test("a refusal is said in the server's words, and no file is kept", async () => {
  const { editor, kept, download } = setUp();
  const detail = "Cannot export: there are more than 1,000,000 rows. Add a filter or group them.";
  using _server = respondWith(() => Response.json({ code: "too_large", detail }, { status: 413 }));
  await download.start();
  assert.equal(editor.message.value, detail);
  assert.deepEqual([kept.length, download.running.value], [0, false]);
});

Deno.test("half a file is none", async () => {
  const { editor, kept, download } = setUp();
  using _server = respondWith(() =>
    csv(
      new ReadableStream({
        start: (controller) => controller.enqueue(new Uint8Array([1])),
        pull: (controller) => controller.error(new Error("lost")),
      }),
    )
  );
  await download.start();
  assert.match(editor.message.value, /^Cannot read the server's response/);
  assert.equal(kept.length, 0);
});

Deno.test("one download at a time, which can be cancelled", async () => {
  const { editor, kept, download } = setUp();
  using server = respondWith(({ signal }) =>
    new Promise((_, reject) => signal?.addEventListener("abort", () => reject(signal.reason)))
  );
  const done = download.start();
  await download.start();
  await until(() => server.sent.length === 1, "the request");
  download.cancel();
  await done;
  assert.equal(editor.message.value, "Download cancelled.");
  assert.deepEqual([kept.length, server.sent.length, download.running.value], [0, 1, false]);
});

Deno.test("without a node there is nothing to ask for", async () => {
  const { download } = setUp(null);
  using server = respondWith(() => csv(""));
  await download.start();
  assert.equal(server.sent.length, 0);
});

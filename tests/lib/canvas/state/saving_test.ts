import assert from "node:assert/strict";
import { toGraph } from "@/lib/canvas/model/graph.ts";
import { draftKey, readDraft, writeDraft } from "@/lib/canvas/state/drafts.ts";
import type { Saved } from "@/lib/canvas/state/save_state.ts";
import { createSaving } from "@/lib/canvas/state/saving.ts";
import { editorFor, memoryStorage, respondWith, type Sent, trades, until } from "./support.ts";

function setUp(saved: Saved = { id: "w1", version: 3, name: "Desk" }) {
  const editor = editorFor();
  const storage = memoryStorage();
  const opened: string[] = [];
  const saving = createSaving(editor, saved, {
    storage,
    created: (id) => opened.push(`created ${id}`),
    open: (id) => opened.push(`open ${id}`),
  });
  const edit = (label: string) => editor.run({ kind: "rename", id: "filter", label });
  return { editor, saving, storage, opened, edit };
}

function stored(sent: Sent, version: number) {
  return Response.json({ id: "w1", name: sent.body.name, version, graph: sent.body.graph });
}

const conflict = () =>
  Response.json({ code: "version_conflict", detail: "Cannot save: version 4 was saved." }, { status: 409 });

Deno.test("save() patches with the version it began from and then counts on from the response", async () => {
  const { saving, edit } = setUp();
  using server = respondWith((sent) => stored(sent, Number(sent.body.version) + 1));
  await saving.save();
  assert.equal(server.sent.length, 0, "nothing to save");
  edit("Big");
  assert.equal(saving.status.value, "unsaved");
  await saving.save();
  edit("Bigger");
  await saving.save();
  assert.deepEqual(server.sent.map(({ method, path, body }) => [method, path, body.version]), [
    ["PATCH", "/api/v1/workflows/w1", 3],
    ["PATCH", "/api/v1/workflows/w1", 4],
  ]);
  assert.equal(saving.status.value, "saved");
});

Deno.test("a new workflow is created once and keeps its id", async () => {
  const { saving, edit, opened } = setUp({ id: null, version: 0, name: "Untitled workflow" });
  using server = respondWith((sent) => stored(sent, server.sent.length));
  edit("Big");
  await saving.save();
  edit("Bigger");
  await saving.save();
  assert.deepEqual(server.sent.map(({ method }) => method), ["POST", "PATCH"]);
  assert.deepEqual(opened, ["created w1"]);
});

Deno.test("an edit made while saving stays unsaved, and a second save waits for the first", async () => {
  const { saving, edit } = setUp();
  let release = () => {};
  const gate = new Promise<void>((resolve) => release = resolve);
  using server = respondWith(async (sent) => {
    await gate;
    return stored(sent, Number(sent.body.version) + 1);
  });
  edit("one");
  const first = saving.save();
  edit("two");
  await saving.save();
  assert.equal(server.sent.length, 1, "the second save waits");
  release();
  await first;
  assert.deepEqual(server.sent.map(({ body }) => body.version), [3, 4]);
  assert.equal(saving.status.value, "saved");
});

Deno.test("a conflict is told, autosave stops, and loading theirs leaves mine one undo away", async () => {
  const { editor, saving, edit } = setUp();
  const theirs = { ...trades, nodes: trades.nodes.slice(0, 1), edges: [] };
  using _server = respondWith((sent) =>
    sent.method === "PATCH"
      ? conflict()
      : Response.json({ id: "w1", name: "Theirs", version: 7, graph: theirs })
  );
  edit("Mine");
  await saving.save();
  assert.equal(saving.status.value, "conflict");
  assert.equal(editor.dialog.value?.kind, "conflict");
  await saving.loadTheirs();
  assert.equal(saving.status.value, "saved");
  assert.deepEqual(toGraph(editor.graph.value), theirs);
  editor.undo();
  assert.equal(editor.graph.value.nodes.get("filter")?.label, "Mine");
  assert.equal(saving.saved.value.version, 7);
});

Deno.test("saving mine as a copy opens the copy", async () => {
  const { saving, edit, opened } = setUp();
  using server = respondWith((sent) =>
    sent.method === "PATCH"
      ? conflict()
      : Response.json({ id: "w2", name: sent.body.name, version: 1, graph: {} })
  );
  edit("Mine");
  await saving.save();
  await saving.saveAsCopy();
  assert.equal(server.sent.at(-1)?.body.name, "Desk (my copy)");
  assert.deepEqual(opened, ["open w2"]);
});

Deno.test("an unreachable server leaves the work unsaved and says why", async () => {
  const { saving, edit } = setUp();
  using _server = respondWith(() => Promise.reject(new TypeError("network")));
  edit("Mine");
  await saving.save();
  assert.equal(saving.status.value, "failed");
  assert.match(saving.failure.value, /Cannot reach the server/);
});

Deno.test("unsaved work is kept in the browser and offered back", async () => {
  const { saving, storage, edit } = setUp();
  using _server = respondWith((sent) => stored(sent, 4));
  const stop = saving.start();
  try {
    edit("Mine");
    await until(() => storage.values.size > 0, "a draft");
    const draft = readDraft(storage, draftKey("w1"));
    assert.equal(draft?.graph.nodes[1]?.label, "Mine");
    assert.equal(saving.leftBehind(), undefined, "the draft says what the canvas shows");
    await until(() => saving.status.value === "saved", "the automatic save");
    assert.equal(storage.values.size, 0, "saved work needs no draft");
  } finally {
    stop();
  }
});

Deno.test("leftBehind() finds a draft of an earlier visit, and restore() is one undo", () => {
  const { editor, saving, storage } = setUp();
  const graph = { ...trades, nodes: trades.nodes.map((node) => ({ ...node, label: "Draft" })) };
  writeDraft(storage, draftKey("w1"), { name: "Desk", version: 3, graph, savedAt: "2026-01-01T00:00:00Z" });
  const draft = saving.leftBehind();
  assert.ok(draft);
  saving.restore(draft);
  assert.deepEqual(toGraph(editor.graph.value), graph);
  editor.undo();
  assert.deepEqual(toGraph(editor.graph.value), trades);
});

Deno.test("readDraft() ignores what is no draft, and a full storage is no failure", () => {
  const storage = memoryStorage();
  for (const text of ["", "{", "null", "[]", '{"name":"x"}', '{"name":"x","graph":{"nodes":1,"edges":[]}}']) {
    storage.setItem("key", text);
    assert.equal(readDraft(storage, "key"), undefined, text);
  }
  const full = {
    ...storage,
    setItem: () => {
      throw new DOMException("full", "QuotaExceededError");
    },
  };
  assert.equal(writeDraft(full, "key", { name: "x", version: 1, graph: trades, savedAt: "" }), false);
});

Deno.test("a new workflow is saved before its first draft is due, so two new tabs share none", async () => {
  const { saving, storage, edit, opened } = setUp({ id: null, version: 0, name: "Untitled workflow" });
  const written: string[] = [];
  const setItem = storage.setItem;
  storage.setItem = (key, value) => {
    written.push(key);
    setItem(key, value);
  };
  using _server = respondWith((sent) => stored(sent, 1));
  const stop = saving.start();
  try {
    edit("Mine");
    await until(() => saving.status.value === "saved" && opened.length === 1, "the first save");
    assert.deepEqual(written.filter((key) => key === draftKey(null)), []);
  } finally {
    stop();
  }
});

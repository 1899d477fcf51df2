import assert from "node:assert/strict";
import { createMatchCount } from "@/lib/canvas/state/match_count.ts";
import { editorFor, respondWith, until } from "./support.ts";

const counted = (rows: number) =>
  Response.json({
    columns: [],
    rows: [[String(rows)]],
    row_count: 1,
    execution_ms: 1,
    cache_hit: false,
    truncated: false,
  });

Deno.test("the rows that pass are counted behind the node, and again when its input changes", async () => {
  const editor = editorFor();
  const matches = createMatchCount(editor, "filter");
  using server = respondWith(() => counted(server.sent.length * 10));
  const stop = matches.start();
  try {
    await until(() => matches.count.value === 10, "the first count");
    const { graph, target_node_id } = server.sent[0]!.body as { graph: unknown; target_node_id: string };
    assert.match(JSON.stringify(graph), /"source":"filter","target":"match_count"/);
    assert.equal(target_node_id, "match_count");
    editor.run({ kind: "move", positions: new Map([["filter", { x: 9, y: 9 }]]) });
    assert.equal(matches.count.value, 10, "moving a card changes no rows");
    editor.run({ kind: "bypass", ids: ["source"], disabled: true });
    assert.equal(matches.count.value, null);
    editor.run({ kind: "bypass", ids: ["source"], disabled: false });
    await until(() => matches.count.value === 20, "the second count");
  } finally {
    stop();
  }
});

Deno.test("nothing is counted while the browser knows that it would fail", () => {
  const editor = editorFor();
  editor.run({ kind: "configure", id: "source", config: { database: "flowforge", table: "gone" } });
  const matches = createMatchCount(editor, "filter");
  using server = respondWith(() => counted(1));
  matches.start()();
  assert.equal(matches.count.value, null);
  assert.equal(server.sent.length, 0);
});

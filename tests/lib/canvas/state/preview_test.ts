import assert from "node:assert/strict";
import { createPreview } from "@/lib/canvas/state/preview.ts";
import { createRunner } from "@/lib/canvas/state/runner.ts";
import { editorFor, respondWith, trades, until } from "./support.ts";

const table = { columns: [], rows: [], row_count: 0, execution_ms: 1, cache_hit: false, truncated: false };

function setUp() {
  const editor = editorFor();
  const preview = createPreview(editor);
  return { editor, preview, stop: preview.start() };
}

Deno.test("quick edits make one preview, of the last state", async () => {
  const { editor, preview, stop } = setUp();
  using server = respondWith(() => Response.json({ ...table, row_count: 7 }));
  try {
    editor.select(["filter"]);
    for (const value of [1, 12, 123]) {
      const conditions = [{ column: "price", operator: ">", value }];
      editor.run({ kind: "configure", id: "filter", config: { logic: "and", conditions } });
    }
    await until(() => preview.table.value.status === "ready", "the preview");
    assert.equal(server.sent.length, 1);
    assert.equal(server.sent[0]?.body.target_node_id, "filter");
    assert.match(JSON.stringify(server.sent[0]?.body.graph), /"value":123/);
    assert.deepEqual(editor.runs.value.get("filter"), {
      status: "complete",
      rows: 7,
      truncated: false,
      milliseconds: 1,
    });
  } finally {
    stop();
  }
});

Deno.test("another node cancels the preview in flight, and its late response is not shown", async () => {
  const { editor, preview, stop } = setUp();
  using server = respondWith(({ body, signal }) =>
    body.target_node_id === "source"
      ? Response.json({ ...table, row_count: 2 })
      : new Promise((_, reject) => {
        signal?.addEventListener("abort", () => reject(signal.reason));
      })
  );
  try {
    editor.select(["filter"]);
    await until(() => server.sent.length === 1, "the first request");
    editor.select(["source"]);
    assert.equal(server.sent[0]?.signal?.aborted, true);
    await until(() => preview.table.value.status === "ready", "the second response");
    const fetched = preview.table.value;
    assert.equal(fetched.status === "ready" && fetched.nodeId, "source");
    assert.equal(editor.runs.value.has("filter"), false);
  } finally {
    stop();
  }
});

Deno.test("of the faults above a node, the one that the others follow from is shown", () => {
  const { editor, preview, stop } = setUp();
  try {
    editor.run({ kind: "configure", id: "source", config: { database: "flowforge", table: "gone" } });
    const conditions = [{ column: "price", operator: "nonsense", value: 1 }];
    editor.run({ kind: "configure", id: "filter", config: { logic: "and", conditions } });
    editor.select(["filter"]);
    const fetched = preview.table.value;
    assert.equal(fetched.status === "failed" && fetched.problems[0]?.nodeId, "source");
  } finally {
    stop();
  }
});

Deno.test("a fault the browser knows of is shown without asking the server", () => {
  const { editor, preview, stop } = setUp();
  using server = respondWith(() => Response.json(table));
  try {
    editor.run({ kind: "configure", id: "source", config: { database: "flowforge", table: "gone" } });
    editor.select(["filter"]);
    const fetched = preview.table.value;
    assert.equal(fetched.status, "failed");
    assert.equal(fetched.status === "failed" && fetched.problems[0]?.nodeId, "source");
    assert.equal(server.sent.length, 0);
  } finally {
    stop();
  }
});

Deno.test("moving a card asks nothing; changing what feeds it asks again", async () => {
  const { editor, preview, stop } = setUp();
  using server = respondWith(() => Response.json(table));
  try {
    editor.select(["filter"]);
    await until(() => preview.table.value.status === "ready", "the first preview");
    editor.run({ kind: "move", positions: new Map([["filter", { x: 9, y: 9 }]]) });
    assert.equal(preview.table.value.status, "ready");
    editor.run({
      kind: "configure",
      id: "source",
      config: { ...trades.nodes[0]!.config, limit: 5 },
    });
    assert.equal(preview.table.value.status, "loading");
    await until(() => preview.table.value.status === "ready", "the second preview");
    assert.equal(server.sent.length, 2);
  } finally {
    stop();
  }
});

Deno.test("problem+json is shown in the server's words", async () => {
  const { editor, preview, stop } = setUp();
  using _server = respondWith(() =>
    Response.json({ code: "query_timeout", detail: "Cannot preview: it took longer than 3 s." }, {
      status: 422,
    })
  );
  try {
    editor.select(["filter"]);
    await until(() => preview.table.value.status === "failed", "the failure");
    const fetched = preview.table.value;
    assert.equal(fetched.status === "failed" && fetched.detail, "Cannot preview: it took longer than 3 s.");
    assert.equal(editor.runs.value.get("filter")?.status, "error");
  } finally {
    stop();
  }
});

Deno.test("a run visits inputs first, and stopping it leaves no node pending", async () => {
  const editor = editorFor({ ...trades, nodes: trades.nodes.toReversed() });
  const runner = createRunner(editor);
  using server = respondWith(({ body, signal }) =>
    body.target_node_id === "source" ? Response.json(table) : new Promise((_, reject) => {
      signal?.addEventListener("abort", () => reject(signal.reason));
    })
  );
  const done = runner.all();
  await until(() => server.sent.length === 2, "both requests");
  assert.deepEqual(server.sent.map(({ body }) => body.target_node_id), ["source", "filter"]);
  assert.equal(editor.runs.value.get("filter")?.status, "running");
  runner.stop();
  await done;
  assert.equal(editor.running.value, false);
  assert.equal(editor.runs.value.get("source")?.status, "complete");
  assert.equal(editor.runs.value.has("filter"), false);
});

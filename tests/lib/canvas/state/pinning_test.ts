import assert from "node:assert/strict";
import { createPinning } from "@/lib/canvas/state/pinning.ts";
import { createSaving, type Saving } from "@/lib/canvas/state/saving.ts";
import { editorFor, memoryStorage, respondWith, type Sent } from "./support.ts";

function setUp() {
  const editor = editorFor();
  const saving: Saving = createSaving(editor, { id: "w1", version: 3, name: "Desk" }, {
    storage: memoryStorage(),
    created: () => {},
    open: () => {},
  });
  return { editor, saving, pinning: createPinning(saving) };
}

function store({ method, path, body }: Sent): Response {
  if (method === "PATCH") return Response.json({ id: "w1", name: body.name, version: 4, graph: body.graph });
  if (path.endsWith("/dashboards")) return Response.json({ id: "d9", name: body.name, widgets: [] });
  return Response.json({ id: "x1", ...body });
}

Deno.test("pin() saves the workflow first, then puts the widget on a new dashboard", async () => {
  const { editor, pinning } = setUp();
  using server = respondWith(store);
  editor.run({ kind: "rename", id: "filter", label: "Big" });
  await pinning.pin({ nodeId: "filter", dashboard: { newName: "Mine" }, title: "Largest" });
  assert.deepEqual(server.sent.map(({ method, path }) => `${method} ${path}`), [
    "PATCH /api/v1/workflows/w1",
    "POST /api/v1/dashboards",
    "POST /api/v1/widgets",
  ]);
  assert.deepEqual(server.sent[2]?.body, {
    dashboard_id: "d9",
    workflow_id: "w1",
    node_id: "filter",
    overrides: { title: "Largest" },
  });
  assert.equal(pinning.pinned.value?.dashboard_id, "d9");
  assert.equal(pinning.busy.value, false);
});

Deno.test("pin() leaves an empty title to the dashboard", async () => {
  const { pinning } = setUp();
  using server = respondWith(store);
  await pinning.pin({ nodeId: "filter", dashboard: { id: "d1" }, title: "" });
  assert.deepEqual(server.sent.map(({ body }) => body.overrides), [{}]);
});

Deno.test("pin() makes no widget of a workflow that cannot be saved, and says why", async () => {
  const { editor, pinning } = setUp();
  using server = respondWith(() =>
    Response.json({ detail: "Cannot save: it is too large." }, { status: 413 })
  );
  editor.run({ kind: "rename", id: "filter", label: "Big" });
  await pinning.pin({ nodeId: "filter", dashboard: { id: "d1" }, title: "" });
  assert.equal(server.sent.length, 1);
  assert.equal(pinning.pinned.value, null);
  assert.equal(
    pinning.failure.value,
    "Cannot pin: the workflow is not saved. Cannot save: it is too large.",
  );
});

Deno.test("load() leaves a new dashboard to choose when the list cannot be read", async () => {
  const { pinning } = setUp();
  using _server = respondWith(() => Promise.reject(new TypeError("network")));
  await pinning.load();
  assert.deepEqual(pinning.dashboards.value, []);
  assert.match(pinning.failure.value, /Cannot reach the server/);
});

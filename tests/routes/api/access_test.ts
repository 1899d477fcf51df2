/** Who reaches what: every operation of the registry, with another tenant's ids, lower roles, and nobody at all. */
import assert from "node:assert/strict";
import { PERMISSIONS } from "@/lib/server/auth/permissions.ts";
import type { Operation } from "@/lib/server/http/operation.ts";
import { operations } from "@/lib/server/api/operations.ts";
import { type Answer, assertProblem, makeWorkspace, openTestApp, tradesGraph } from "./support.ts";

const app = await openTestApp({ market: false });
Deno.test.afterAll(() => app.close());

const theirs = await makeWorkspace(app, "tenant-b");
const theirKey = await app.ask("POST", "/api/v1/api-keys", {
  tenant: "tenant-b",
  body: { name: "Theirs", widget_ids: [theirs.widget] },
});

const UNKNOWN = "00000000-0000-4000-8000-000000000000";
const layout = { x: 0, y: 0, w: 2, h: 2 };

/** Which record of the other tenant a path's id means. */
function idFor({ path }: Operation): string {
  if (path.includes("/workflows/")) return theirs.workflow;
  if (path.includes("/dashboards/")) return theirs.dashboard;
  if (path.includes("/api-keys/")) return theirKey.json.id;
  return theirs.widget;
}

const BODIES: Readonly<Record<string, unknown>> = {
  "workflows.create": { name: "x", graph: tradesGraph() },
  "workflows.update": { version: 1, name: "taken over" },
  "dashboards.create": { name: "x" },
  "dashboards.update": { name: "taken over" },
  "dashboards.duplicate": { copy_workflows: true },
  "dashboards.arrange": { layouts: [{ id: theirs.widget, layout }] },
  "dashboards.arrange_patch": { layouts: [{ id: theirs.widget, layout }] },
  "widgets.create": { dashboard_id: theirs.dashboard, workflow_id: theirs.workflow, node_id: "table" },
  "widgets.update": { layout },
  "api_keys.create": { name: "x", widget_ids: [theirs.widget] },
  "preview.run": { graph: tradesGraph(), target_node_id: "table" },
  "preview.compile": { graph: tradesGraph(), target_node_id: "table" },
  "preview.validate": { graph: tradesGraph() },
};

const pathOf = (operation: Operation, id: string) => operation.path.replace(/\{\w+\}/, id);

function withoutIds({ status, type, json }: Answer, id: string) {
  return { status, type, body: JSON.stringify({ ...json, request_id: "" }).replaceAll(id, "ID") };
}

Deno.test("another tenant's id is the same as none, on every operation", async () => {
  const withId = operations.filter(({ path, access }) =>
    /\{(id|widget_id)\}/.test(path) && access.kind === "session"
  );
  assert.ok(withId.length >= 12);
  for (const operation of withId) {
    const ask = { body: BODIES[operation.id] };
    const id = idFor(operation);
    const foreign = await app.ask(operation.method, pathOf(operation, id), ask);
    const unknown = await app.ask(operation.method, pathOf(operation, UNKNOWN), ask);
    assertProblem(foreign, 404, "not_found");
    assert.deepEqual(withoutIds(foreign, id), withoutIds(unknown, UNKNOWN), operation.id);
  }
});

Deno.test("another tenant's ids in a body are the same as none", async () => {
  for (const id of ["widgets.create", "api_keys.create"]) {
    const { method, path } = operations.find((operation) => operation.id === id)!;
    assertProblem(await app.ask(method, path, { body: BODIES[id] }), 404, "not_found");
  }
});

Deno.test("nothing of another tenant shows in a list", async () => {
  for (const { method, path } of operations.filter(({ id }) => id.endsWith(".list"))) {
    const { status, text } = await app.ask(method, path);
    assert.equal(status, 200, path);
    for (const id of [...Object.values(theirs), theirKey.json.id]) assert.ok(!text.includes(id), path);
    assert.ok(!text.includes("tenant-b"), path);
  }
});

Deno.test("after all that the other tenant's records are as they were", async () => {
  const dashboard = await app.ask("GET", `/api/v1/dashboards/${theirs.dashboard}`, { tenant: "tenant-b" });
  assert.equal(dashboard.json.name, "Desk of tenant-b");
  assert.equal(dashboard.json.widgets.length, 1);
  const keys = await app.ask("GET", "/api/v1/api-keys", { tenant: "tenant-b" });
  assert.equal(keys.json.items[0].revoked_at, null);
});

Deno.test("each role reaches exactly what the table says", async () => {
  for (const operation of operations) {
    if (operation.access.kind !== "session") continue;
    const allowed: readonly string[] = PERMISSIONS[operation.access.action];
    for (const role of ["admin", "analyst", "viewer"]) {
      const ask = { role, body: BODIES[operation.id] };
      const { status, text } = await app.ask(operation.method, pathOf(operation, UNKNOWN), ask);
      assert.notEqual(status, 500, text);
      assert.equal(status !== 403, allowed.includes(role), `${operation.id} as ${role}: ${status} ${text}`);
    }
  }
});

Deno.test("nobody gets nothing, on every operation", async () => {
  for (const operation of operations) {
    const ask = { tenant: "", body: BODIES[operation.id] };
    const answer = await app.ask(operation.method, pathOf(operation, theirs.widget), ask);
    assertProblem(answer, 401, "not_signed_in");
  }
});

Deno.test("the literal text of a path parameter is an id like any other", async () => {
  for (const operation of operations.filter(({ path }) => path.includes("{id}"))) {
    for (
      const id of [
        ":id",
        "{id}",
        "%7Bid%7D",
        "%00",
        "%F0%9F%92%A5",
        "..%2f..%2fetc",
        "'%20or%201=1",
        "x".repeat(3_000),
      ]
    ) {
      const answer = await app.ask(operation.method, pathOf(operation, id), { body: BODIES[operation.id] });
      assertProblem(answer, 404, "not_found");
    }
  }
});

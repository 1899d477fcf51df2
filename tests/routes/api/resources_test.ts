import assert from "node:assert/strict";
import * as workflows from "@/lib/server/workflows/operations.ts";
import * as dashboards from "@/lib/server/dashboards/operations.ts";
import * as widgets from "@/lib/server/widgets/operations.ts";
import { assertDocumented, assertProblem, makeWorkspace, openTestApp, tradesGraph } from "./support.ts";

const app = await openTestApp({ market: false });
Deno.test.afterAll(() => app.close());

Deno.test("workflows are created, read, listed, changed, copied and deleted", async () => {
  const graph = { ...tradesGraph(), viewport: { zoom: 2 } };
  const created = await app.ask("POST", "/api/v1/workflows", { body: { name: " VWAP ", graph } });
  assertDocumented(workflows.create, created);
  const { id, name, version } = created.json;
  assert.equal(name, "VWAP");
  assert.equal(created.headers.get("location"), `/api/v1/workflows/${id}`);
  assert.deepEqual(created.json.graph, graph, "unknown fields survive");

  const read = await app.ask("GET", `/api/v1/workflows/${id}`);
  assertDocumented(workflows.get, read);
  assert.deepEqual(read.json.graph, graph);

  const listed = await app.ask("GET", "/api/v1/workflows?limit=1");
  assertDocumented(workflows.list, listed);
  assert.equal(listed.json.items[0].id, id);

  const saved = await app.ask("PATCH", `/api/v1/workflows/${id}`, { body: { version, name: "VWAP 2" } });
  assertDocumented(workflows.update, saved);
  assert.equal(saved.json.version, version + 1);

  const copy = await app.ask("POST", `/api/v1/workflows/${id}/duplicate`);
  assertDocumented(workflows.duplicate, copy);
  assert.equal(copy.headers.get("location"), `/api/v1/workflows/${copy.json.id}`);

  assertDocumented(workflows.remove, await app.ask("DELETE", `/api/v1/workflows/${id}`));
  assertProblem(await app.ask("GET", `/api/v1/workflows/${id}`), 404, "not_found");
  assertProblem(await app.ask("DELETE", `/api/v1/workflows/${id}`), 404, "not_found");
});

Deno.test("lists are walked page by page without gaps or repeats", async () => {
  for (let index = 0; index < 5; index++) {
    await app.ask("POST", "/api/v1/dashboards", { tenant: "tenant-b", body: { name: `Page ${index}` } });
  }
  const seen: string[] = [];
  let cursor: string | null = "";
  while (cursor !== null) {
    const path: string = `/api/v1/dashboards?limit=2${cursor ? `&cursor=${encodeURIComponent(cursor)}` : ""}`;
    const page = await app.ask("GET", path, { tenant: "tenant-b" });
    assertDocumented(dashboards.list, page);
    assert.ok(page.json.items.length <= 2);
    seen.push(...page.json.items.map(({ id }: { id: string }) => id));
    cursor = page.json.next_cursor;
  }
  assert.equal(seen.length, 5);
  assert.equal(new Set(seen).size, 5);
});

Deno.test("a save that comes second is refused and loses nothing", async () => {
  const { workflow } = await makeWorkspace(app);
  const first = await app.ask("PATCH", `/api/v1/workflows/${workflow}`, {
    body: { version: 1, name: "Mine" },
  });
  const second = await app.ask("PATCH", `/api/v1/workflows/${workflow}`, {
    body: { version: 1, name: "Theirs" },
  });
  assert.equal(first.status, 200);
  assertProblem(second, 409, "version_conflict");
  assert.equal((await app.ask("GET", `/api/v1/workflows/${workflow}`)).json.name, "Mine");
});

Deno.test("fields that only the server may set are ignored", async () => {
  const foreign = {
    tenant_id: "tenant-b",
    owner_id: "x",
    role: "admin",
    id: "chosen",
    symbols: ["AAPL"],
    version: 9,
  };
  const created = await app.ask("POST", "/api/v1/workflows", {
    body: { name: "Mass", graph: tradesGraph(), ...foreign },
  });
  assertDocumented(workflows.create, created);
  assert.notEqual(created.json.id, "chosen");
  assert.equal(created.json.version, 1);
  const theirs = await app.ask("GET", `/api/v1/workflows/${created.json.id}`, { tenant: "tenant-b" });
  assertProblem(theirs, 404, "not_found");
});

Deno.test("dashboards hold widgets, which move together or not at all", async () => {
  const { dashboard, widget, workflow } = await makeWorkspace(app);
  const below = await app.ask("POST", "/api/v1/widgets", {
    body: { dashboard_id: dashboard, workflow_id: workflow, node_id: "table", overrides: { title: "Again" } },
  });
  assertDocumented(widgets.create, below);
  assert.equal(below.json.layout.y, 4, "below the first");
  assert.equal(below.json.chart, "table_view");

  const layout = { x: 6, y: 0, w: 6, h: 3 };
  const moved = await app.ask("PUT", `/api/v1/dashboards/${dashboard}/layout`, {
    body: { layouts: [{ id: widget, layout }] },
  });
  assertDocumented(dashboards.arrange, moved);
  const broken = await app.ask("PUT", `/api/v1/dashboards/${dashboard}/layout`, {
    body: { layouts: [{ id: widget, layout: { ...layout, x: 0 } }, { id: "missing", layout }] },
  });
  assertProblem(broken, 404, "not_found");
  const read = await app.ask("GET", `/api/v1/widgets/${widget}`);
  assertDocumented(widgets.get, read);
  assert.deepEqual(read.json.layout, layout);

  const copy = await app.ask("POST", `/api/v1/dashboards/${dashboard}/duplicate`);
  assertDocumented(dashboards.duplicate, copy);
  assert.equal(copy.json.widgets.length, 2);
  assertDocumented(dashboards.remove, await app.ask("DELETE", `/api/v1/dashboards/${dashboard}`));
  assertProblem(await app.ask("GET", `/api/v1/widgets/${widget}`), 404, "not_found");
});

Deno.test("a dashboard is copied with its widgets and filters, and when asked with its workflows", async () => {
  const { dashboard, widget, workflow } = await makeWorkspace(app);
  const source = { dashboard_id: dashboard, workflow_id: workflow, node_id: "table" };
  await app.ask("POST", "/api/v1/widgets", { body: { ...source, overrides: { title: "Again" } } });
  const { dashboardFilters } = app.stores.metadata.repositories("tenant-a");
  await dashboardFilters.replace(dashboard, [{ column: "symbol", kind: "text", label: "Symbol" }]);
  const original = (await app.ask("GET", `/api/v1/dashboards/${dashboard}`)).json;
  const path = `/api/v1/dashboards/${dashboard}/duplicate`;
  const flows = async () =>
    (await app.ask("GET", "/api/v1/workflows?limit=200")).json.items.map(({ id }: { id: string }) => id);
  const known = await flows();

  for (const body of [undefined, {}, { copy_workflows: false }]) {
    const copy = await app.ask("POST", path, { body });
    assertDocumented(dashboards.duplicate, copy);
    assert.equal(copy.json.name, `${original.name} (copy)`);
    assert.deepEqual(copy.json.widgets.map(shownOf), original.widgets.map(shownOf));
    assert.deepEqual((await dashboardFilters.list(copy.json.id)).map(({ label }) => label), ["Symbol"]);
  }
  assert.deepEqual(await flows(), known, "no workflow is made");

  const copy = await app.ask("POST", path, { body: { copy_workflows: true } });
  assertDocumented(dashboards.duplicate, copy);
  const [copied, ...more] = (await flows()).filter((id: string) => !known.includes(id));
  assert.deepEqual(more, [], "a workflow of two widgets is copied once");
  assert.deepEqual(
    copy.json.widgets.map(shownOf),
    original.widgets.map((each: object) => shownOf({ ...each, workflow_id: copied })),
  );
  const [flow, first] = await Promise.all(
    [copied, workflow].map(async (id) => (await app.ask("GET", `/api/v1/workflows/${id}`)).json),
  );
  assert.deepEqual([flow.graph, flow.name, flow.version], [first.graph, `${first.name} (copy)`, 1]);

  assertProblem(await app.ask("POST", path, { body: { copy_workflows: "yes" } }), 422, "invalid_input");
  assertProblem(
    await app.ask("POST", path, { text: "copy", headers: { "content-type": "text/plain" } }),
    415,
    "unsupported_media_type",
  );
  assertProblem(await app.ask("POST", path, { role: "viewer" }), 403, "forbidden");
  assert.equal((await app.ask("GET", `/api/v1/widgets/${widget}`)).json.workflow_id, workflow);
});

const shownOf = ({ workflow_id, node_id, layout, overrides }: Record<string, unknown>) => ({
  workflow_id,
  node_id,
  layout,
  overrides,
});

Deno.test("widgets do not lie on each other: a new one moves down, a moved one is refused", async () => {
  const { dashboard, widget: first, workflow } = await makeWorkspace(app);
  const source = { dashboard_id: dashboard, workflow_id: workflow, node_id: "table" };
  const pin = (layout: object, title = "Second") =>
    app.ask("POST", "/api/v1/widgets", { body: { ...source, layout, overrides: { title } } });
  const layout = { x: 0, y: 0, w: 6, h: 4 };
  const second = await pin(layout);
  assertDocumented(widgets.create, second);
  assert.deepEqual(second.json.layout, { ...layout, y: 4 });
  const read = await app.ask("GET", `/api/v1/dashboards/${dashboard}`);
  assert.deepEqual(read.json.widgets.map((each: { layout: { y: number } }) => each.layout.y), [0, 4]);

  const place = { ...layout, y: 2 };
  const patched = await app.ask("PATCH", `/api/v1/widgets/${first}`, { body: { layout: place } });
  const refused = [
    [patched, "layout"],
    ...await Promise.all(["PUT", "PATCH"].map(async (method) =>
      [
        await app.ask(method, `/api/v1/dashboards/${dashboard}/layout`, {
          body: { layouts: [{ id: first, layout: place }] },
        }),
        "layouts[0].layout",
      ] as const
    )),
  ] as const;
  for (const [answer, field] of refused) {
    assertProblem(answer, 422, "invalid_input");
    const [problem] = answer.json.problems;
    assert.equal(problem.code, "place_taken");
    assert.equal(problem.field, field);
    assert.match(problem.message, new RegExp(`would lie on widget "Second" \\(${second.json.id}\\)`));
    assert.match(problem.hint, /free place/);
  }

  const beyond = [{ ...layout, x: 7 }, { ...layout, w: 13 }, { ...layout, h: 25 }, { ...layout, y: 200 }];
  for (const outside of beyond) {
    assertProblem(await pin(outside), 422, "invalid_input");
    const moved = await app.ask("PATCH", `/api/v1/widgets/${first}`, { body: { layout: outside } });
    assertProblem(moved, 422, "invalid_input");
  }
  const [tooWide] = (await pin({ ...layout, x: 7 })).json.problems;
  assert.equal(tooWide.message, "Must end within the grid's 12 columns.");
});

Deno.test("only an output node of an own workflow can be pinned", async () => {
  const { dashboard, workflow } = await makeWorkspace(app);
  const theirs = await makeWorkspace(app, "tenant-b");
  const pin = (body: unknown) => app.ask("POST", "/api/v1/widgets", { body });
  const base = { dashboard_id: dashboard, workflow_id: workflow };
  assertProblem(await pin({ ...base, node_id: "sorted" }), 422, "invalid_input");
  assertProblem(await pin({ ...base, node_id: "nowhere" }), 422, "invalid_input");
  assertProblem(await pin({ ...base, workflow_id: theirs.workflow, node_id: "table" }), 404, "not_found");
  const foreign = await pin({ ...base, dashboard_id: theirs.dashboard, node_id: "table" });
  assertProblem(foreign, 404, "not_found");
  const layout = { x: 0, y: 0, w: 1, h: 1 };
  const placed = await pin({ ...base, dashboard_id: theirs.dashboard, node_id: "table", layout });
  assertProblem(placed, 404, "not_found");
});

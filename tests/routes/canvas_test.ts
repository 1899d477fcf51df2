/** The canvas' pages through the whole app. */
import { deepEqual, doesNotMatch, equal, match, ok } from "node:assert/strict";
import { INJECTED, openPages, outsideScripts, pinned, XSS } from "@/tests/routes/pages_support.ts";
import { checked } from "@/lib/server/checked.ts";
import { workflowInput } from "@/lib/server/workflows/schema.ts";

const app = await openPages();
Deno.test.afterAll(() => app.close());

const context = { requestId: "test" };
const graph = { version: 1 as const, nodes: [], edges: [] };
const create = (name: string) =>
  app.services.workflows.create(app.admin, checked(workflowInput, { name, graph }), context);

Deno.test("the canvas is for analysts and admins", async () => {
  const { id } = await create("Roles");
  for (const path of ["/canvas", "/canvas/new", `/canvas/${id}`, `/canvas/${id}/settings`]) {
    equal((await app.visit(path, { as: "analyst" })).status, 200, path);
    equal((await app.visit(path, { as: "viewer" })).status, 403, path);
    const stranger = await app.visit(path, { as: null });
    equal(stranger.status, 303, path);
    equal(stranger.headers.get("location"), `/login?next=${encodeURIComponent(path)}`);
  }
});

Deno.test("another tenant's workflow is not found, by page or by form", async () => {
  const { id } = await create("Secret");
  for (const path of [`/canvas/${id}`, `/canvas/${id}/settings`]) {
    equal((await app.visit(path, { tenant: "tenant-b" })).status, 404, path);
  }
  for (const path of [`/canvas/${id}/delete`, `/canvas/${id}/duplicate`, `/canvas/${id}/settings`]) {
    equal((await app.visit(path, { tenant: "tenant-b", form: { name: "Mine" } })).status, 404, path);
  }
  doesNotMatch((await app.visit("/canvas", { tenant: "tenant-b" })).body, /Secret/);
  equal((await app.services.workflows.get(app.admin, id)).name, "Secret");
});

Deno.test("creating redirects to the new canvas; a bad name comes back in the form", async () => {
  const made = await app.visit("/canvas", { form: { name: "Large trades" } });
  equal(made.status, 303);
  match(made.headers.get("location") ?? "", /^\/canvas\/[\w-]+$/);
  equal((await app.visit(made.headers.get("location")!)).status, 200);
  const refused = await app.visit("/canvas", { form: { name: "x".repeat(201) } });
  equal(refused.status, 422);
  match(refused.body, /Give it a name of 1 to 200 characters/);
  match(refused.body, /x{201}/, "what was typed is kept");
});

Deno.test("search, rename, duplicate and delete work without scripts", async () => {
  const { id } = await create("Alpha flow");
  match((await app.visit("/canvas?search=alpha")).body, /Alpha flow/);
  doesNotMatch((await app.visit("/canvas?search=omega")).body, /Alpha flow/);
  const renamed = await app.visit(`/canvas/${id}/settings`, {
    form: { name: "Beta flow", description: "why" },
  });
  deepEqual([renamed.status, renamed.headers.get("location")], [303, "/canvas"]);
  equal((await app.services.workflows.get(app.admin, id)).description, "why");
  const copied = await app.visit(`/canvas/${id}/duplicate`, { form: {} });
  equal(copied.status, 303);
  match((await app.visit("/canvas?search=beta")).body, /Beta flow \(copy\)/);
  equal((await app.visit(`/canvas/${id}/delete`, { form: {} })).status, 303);
  equal((await app.visit(`/canvas/${id}`)).status, 404);
});

Deno.test("the canvas arrives drawn: palette, cards and settings before any script", async () => {
  const { workflow } = await pinned(app, { title: "Drawn", type: "bar_chart" });
  const { body, headers } = await app.visit(`/canvas/${workflow}`);
  for (
    const hook of [
      "palette-data_source",
      "palette-filter",
      "node-source",
      "node-output",
      "edge-source-output-in",
    ]
  ) {
    ok(body.includes(`data-testid="${hook}"`), hook);
  }
  match(body, /aria-label="Drawn, Bar chart, sum\(quantity\) by symbol, connected from Data source"/);
  match(body, /href="\/canvas\.css/);
  doesNotMatch(headers.get("content-security-policy") ?? "'unsafe-inline'", /unsafe-inline|unsafe-eval/);
  doesNotMatch(body, /\sstyle="|\son[a-z]+="/i);
});

Deno.test("hostile names and labels stay text", async () => {
  for (const name of XSS) {
    const { workflow } = await pinned(app, { title: name });
    for (const path of ["/canvas", `/canvas/${workflow}`, `/canvas/${workflow}/settings`]) {
      const { body } = await app.visit(path);
      doesNotMatch(outsideScripts(body), INJECTED, `${path} ${name}`);
    }
  }
});

Deno.test("a form from another site changes nothing", async () => {
  const { id } = await create("Keep me");
  const headers = { origin: "https://evil.test", "sec-fetch-site": "cross-site" };
  equal((await app.visit(`/canvas/${id}/delete`, { form: {}, headers })).status, 403);
  equal((await app.visit(`/canvas/${id}`)).status, 200);
});

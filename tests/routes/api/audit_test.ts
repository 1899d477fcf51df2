/** A change and its audit entry are one: neither exists without the other. */
import assert from "node:assert/strict";
import { StoreError } from "@/lib/server/errors.ts";
import type { Repositories } from "@/lib/server/metadata/repositories.ts";
import { makeWorkspace, openTestApp, tradesGraph } from "./support.ts";

let auditWorks = true;

/** The real store, whose audit log can refuse to be written to; transactions stay the real ones. */
function refusable(repositories: Repositories): Repositories {
  const append: Repositories["audit"]["append"] = (entry) =>
    auditWorks
      ? repositories.audit.append(entry)
      : Promise.reject(new StoreError("store_unavailable", "Cannot write: the disk is full."));
  return {
    ...repositories,
    audit: { ...repositories.audit, append },
    transaction: (work) => repositories.transaction((inside) => work(refusable(inside))),
  };
}

const app = await openTestApp({
  market: false,
  adapt: (stores) => ({
    ...stores,
    metadata: {
      ...stores.metadata,
      repositories: (tenantId) => refusable(stores.metadata.repositories(tenantId)),
    },
  }),
});
Deno.test.afterAll(() => app.close());

const { workflow, dashboard, widget } = await makeWorkspace(app);
const key = await app.ask("POST", "/api/v1/api-keys", { body: { name: "Portal", widget_ids: [widget] } });
const layout = { x: 3, y: 0, w: 5, h: 4 };

/** Every way to change a record, in an order in which each can happen; the last ones remove what the others made. */
const changes: readonly (readonly [method: string, path: string, body: object | undefined, entry: object])[] =
  [
    ["POST", "workflows", { name: "New flow", graph: tradesGraph() }, {
      action: "created",
      name: "New flow",
    }],
    ["PATCH", `workflows/${workflow}`, { version: 1, name: "Renamed flow" }, {
      action: "changed",
      name: "Renamed flow",
    }],
    ["POST", `workflows/${workflow}/duplicate`, undefined, {
      action: "created",
      name: "Renamed flow (copy)",
    }],
    ["POST", "dashboards", { name: "New desk" }, { action: "created", name: "New desk" }],
    ["PATCH", `dashboards/${dashboard}`, { name: "Renamed desk" }, {
      action: "changed",
      name: "Renamed desk",
    }],
    ["PUT", `dashboards/${dashboard}/layout`, { layouts: [{ id: widget, layout }] }, {
      action: "arranged",
      name: "Renamed desk",
    }],
    ["POST", `dashboards/${dashboard}/duplicate`, undefined, {
      action: "created",
      name: "Renamed desk (copy)",
    }],
    ["POST", "widgets", { dashboard_id: dashboard, workflow_id: workflow, node_id: "table" }, {
      action: "pinned",
      title: "Latest trades",
    }],
    ["PATCH", `widgets/${widget}`, { overrides: { title: "Blotter" } }, {
      action: "changed",
      title: "Blotter",
    }],
    ["POST", "api-keys", { name: "Client", widget_ids: [widget] }, { action: "key_created", name: "Client" }],
    ["DELETE", `api-keys/${key.json.id}`, undefined, { action: "key_revoked", name: "Portal" }],
    ["DELETE", `widgets/${widget}`, undefined, { action: "removed", title: "Blotter" }],
    ["DELETE", `dashboards/${dashboard}`, undefined, { action: "removed", name: "Renamed desk" }],
    ["DELETE", `workflows/${workflow}`, undefined, { action: "removed", name: "Renamed flow" }],
  ];

/** All that a change could have touched, as the API shows it. */
async function everything(): Promise<string> {
  const lists = ["workflows", "dashboards", "widgets", "api-keys", "audit"];
  const answers = await Promise.all(lists.map((list) => app.ask("GET", `/api/v1/${list}`)));
  return answers.map(({ text }) => text).join("\n");
}

Deno.test("copied workflows are entered before the dashboard that shows them", async () => {
  const desk = await makeWorkspace(app);
  const path = `/api/v1/dashboards/${desk.dashboard}/duplicate`;
  const copy = await app.ask("POST", path, { body: { copy_workflows: true } });
  assert.equal(copy.status, 201, copy.text);
  const written = (await entries()).filter((entry: { request_id: string }) =>
    entry.request_id === copy.headers.get("x-request-id")
  );
  assert.deepEqual(
    written.map((
      { resource, detail }: { resource: string; detail: { from: string } },
    ) => [resource, detail.from]),
    [["dashboard", desk.dashboard], ["workflow", desk.workflow]],
  );
});

const entries = async () => (await app.ask("GET", "/api/v1/audit?limit=200")).json.items;

for (const [method, path, body, expected] of changes) {
  const what = `${method} ${path.replaceAll(/[0-9a-f-]{36}/g, "…")}`;
  Deno.test(`${what}: without an entry no change, with the change one entry that names it`, async () => {
    const before = await everything();
    auditWorks = false;
    try {
      assert.equal((await app.ask(method, `/api/v1/${path}`, { body })).status, 503);
    } finally {
      auditWorks = true;
    }
    assert.equal(await everything(), before);

    const known = (await entries()).length;
    const answer = await app.ask(method, `/api/v1/${path}`, { body });
    assert.ok(answer.status < 300, answer.text);
    const [newest, ...rest] = await entries();
    assert.equal(rest.length, known, "one entry");
    const { action, detail } = newest;
    const { name, title } = detail;
    assert.deepEqual({ action, ...(name && { name }), ...(title && { title }) }, expected);
  });
}

Deno.test("a change that fails leaves no entry", async () => {
  const before = await entries();
  const none = crypto.randomUUID();
  const refused = [
    await app.ask("PATCH", `/api/v1/workflows/${workflow}`, { body: { version: 99, name: "Late" } }),
    await app.ask("DELETE", `/api/v1/dashboards/${none}`),
    await app.ask("PUT", `/api/v1/dashboards/${none}/layout`, { body: { layouts: [] } }),
    await app.ask("POST", "/api/v1/api-keys", { body: { name: "Stray", widget_ids: [none] } }),
  ];
  for (const { status } of refused) assert.equal(status, 404);
  assert.deepEqual(await entries(), before);
});

Deno.test("nobody is signed in unseen, and an entry shows the e-mail", async () => {
  const signIn = () =>
    app.services.sessions.signInDevelopment("admin@tenant-a.test", { requestId: "sign-in" });
  auditWorks = false;
  await assert.rejects(signIn(), { code: "store_unavailable" });
  auditWorks = true;
  const { token } = await signIn();
  assert.ok(await app.services.sessions.identify(token));
  const [{ action, actor, detail }] = await entries();
  assert.deepEqual({ action, actor, detail }, {
    action: "signed_in",
    actor: "admin@tenant-a.test",
    detail: { email: "admin@tenant-a.test" },
  });
});

/**
 * Every method of every repository, asked by one tenant for another's rows. A method that is not in the list fails the
 * type check; one that the owner gets the same from as the stranger proves nothing and fails the test.
 */
import assert from "node:assert/strict";
import { openMetadata } from "@/lib/server/metadata/open.ts";
import type { Repositories } from "@/lib/server/metadata/repositories.ts";
import { seedSampleTenants } from "@/lib/server/sample/tenants.ts";
import { ENGINES } from "@/tests/support/metadata.ts";

const CANARY = "canary of the owner";
const LAYOUT = { x: 0, y: 0, w: 4, h: 3 };
const GRAPH = { version: 1 as const, nodes: [], edges: [] };
const USER = "user-a-analyst";
const LATER = "2099-01-01T00:00:00.000Z";

type Ids = Awaited<ReturnType<typeof fill>>;
type Call<Repository> = (repository: Repository, theirs: Ids) => unknown;
type Calls<Repository> = { readonly [Method in keyof Repository]: Call<Repository> };
type Names = Exclude<keyof Repositories, "transaction">;

/** Per repository, from reading to removing: so each finds what it asks for when its owner asks. */
const CALLS: { readonly [Name in Names]: Calls<Repositories[Name]> } = {
  sessions: {
    create: (sessions) => sessions.create({ token_hash: "second", user_id: USER, expires_at: LATER }),
    remove: (sessions, { token_hash }) => sessions.remove(token_hash),
    removeOfUser: (sessions) => sessions.removeOfUser(USER),
  },
  executions: {
    list: (executions, { workflow }) => executions.list({ workflow_id: workflow }),
    get: (executions, { execution }) => executions.get(execution),
    start: (executions, { workflow }) => executions.start({ workflow_id: workflow, started_by: "x" }),
    finish: (executions, { execution }) => executions.finish(execution, "failed", {}),
  },
  apiKeys: {
    list: (keys) => keys.list({}),
    get: (keys, { key }) => keys.get(key),
    create: (keys, { widget, dashboard }) => keys.create(keyOf("x", [widget], [dashboard])),
    touch: (keys, { key }) => keys.touch(key),
    revoke: (keys, { key }) => keys.revoke(key),
  },
  dashboardFilters: {
    list: (filters, { dashboard }) => filters.list(dashboard),
    replace: (filters, { dashboard }) =>
      filters.replace(dashboard, [{ column: "x", kind: "text", label: "x" }]),
  },
  widgets: {
    list: (widgets, { dashboard }) => widgets.list({ dashboard_id: dashboard }),
    get: (widgets, { widget }) => widgets.get(widget),
    create: (widgets, { dashboard, workflow }) => widgets.create(widgetOf(dashboard, workflow, "x")),
    update: (widgets, { widget }) => widgets.update(widget, { overrides: { title: "x" } }),
    remove: (widgets, { widget }) => widgets.remove(widget),
  },
  dashboards: {
    list: (dashboards) => dashboards.list({ search: CANARY }),
    get: (dashboards, { dashboard }) => dashboards.get(dashboard),
    create: (dashboards) => dashboards.create({ name: "x", description: "" }),
    update: (dashboards, { dashboard }) => dashboards.update(dashboard, { description: "x" }),
    arrange: (dashboards, { dashboard }) => dashboards.arrange(dashboard, []),
    remove: (dashboards, { dashboard }) => dashboards.remove(dashboard),
  },
  workflows: {
    list: (workflows) => workflows.list({ search: CANARY }),
    get: (workflows, { workflow }) => workflows.get(workflow),
    versions: (workflows, { workflow }) => workflows.versions(workflow, {}),
    version: (workflows, { workflow }) => workflows.version(workflow, 1),
    create: (workflows) => workflows.create(workflowOf("x"), "x"),
    update: (workflows, { workflow }) => workflows.update(workflow, { version: 1, name: "x" }, "x"),
    remove: (workflows, { workflow }) => workflows.remove(workflow),
  },
  audit: {
    list: (audit) => audit.list({ search: CANARY }),
    append: (audit) => audit.append(entryOf("x")),
  },
  users: {
    list: (users) => users.list(),
    get: (users) => users.get(USER),
    create: (users) => users.create({ email: "x@x.test", name: "x", role: "viewer" }),
    setRole: (users) => users.setRole(USER, "viewer"),
  },
  templates: {
    list: (templates) => templates.list(),
    get: (templates, { template }) => templates.get(template),
    create: (templates) => templates.create({ name: "x", description: "", content: {} }),
  },
  entitlements: {
    get: (entitlements) => entitlements.get(),
    set: (entitlements) => entitlements.set({ tables: [], symbols: [] }),
  },
};

/** These add to whoever asks, and ask for nothing that is there. */
const ADDS: ReadonlySet<string> = new Set([
  "dashboards.create",
  "workflows.create",
  "audit.append",
  "users.create",
  "templates.create",
  "entitlements.set",
]);
/** These return nothing either way: what they change shows in the owner's records. */
const SILENT: ReadonlySet<string> = new Set(["apiKeys.touch"]);

for (const [engine, over] of ENGINES) {
  Deno.test(`no method of a repository reaches another tenant's rows (${engine})`, (t) =>
    over(async (target) => {
      const metadata = await openMetadata(target);
      try {
        await seedSampleTenants(metadata);
        const owner = metadata.repositories("tenant-a");
        const stranger = metadata.repositories("tenant-b");
        const ids = await fill(owner);
        const records = async () => [
          await everythingOf(owner, ids),
          await metadata.lookups.sessionByHash(ids.token_hash),
        ];
        const before = await records();
        const found = new Map<string, string>();
        for (const { name, ask } of calls()) {
          found.set(name, await outcomeOf(() => ask(stranger, ids)));
        }
        await t.step("a stranger finds nothing", () => {
          for (const [name, outcome] of found) {
            assert.ok(!outcome.includes(CANARY), `${name}: ${outcome}`);
            if (ADDS.has(name)) continue;
            for (const id of Object.values(ids)) assert.ok(!outcome.includes(id), `${name}: ${outcome}`);
          }
        });
        await t.step("a stranger changes nothing", async () => assert.deepEqual(await records(), before));
        await t.step("the owner is given something else by each of them", async () => {
          for (const { name, ask } of calls()) {
            const own = await outcomeOf(() => ask(owner, ids));
            if (!ADDS.has(name) && !SILENT.has(name)) assert.notEqual(own, found.get(name), name);
          }
        });
      } finally {
        await metadata.close();
      }
    }));
}

interface NamedCall {
  readonly name: string;
  ask(repositories: Repositories, theirs: Ids): unknown;
}

function calls(): readonly NamedCall[] {
  return Object.entries(CALLS).flatMap(([repository, methods]) =>
    Object.entries(methods as Record<string, Call<unknown>>).map(([method, call]) => ({
      name: `${repository}.${method}`,
      ask: (repositories, theirs) => call(repositories[repository as Names], theirs),
    }))
  );
}

/** What a call returned or threw, as text. */
async function outcomeOf(call: () => unknown): Promise<string> {
  try {
    return JSON.stringify(await call()) ?? "nothing";
  } catch (error) {
    assert.equal((error as { code?: string }).code, "not_found", String(error));
    return "not_found";
  }
}

const workflowOf = (name: string) => ({ name, description: "", graph: GRAPH });
const widgetOf = (dashboard_id: string, workflow_id: string, title: string) => ({
  dashboard_id,
  workflow_id,
  node_id: "n",
  layout: LAYOUT,
  overrides: { title },
});
const keyOf = (name: string, widget_ids: string[], dashboard_ids: string[]) => ({
  name,
  prefix: "sk_live_abcd",
  hash: crypto.randomUUID(),
  widget_ids,
  dashboard_ids,
  allowed_origins: [],
  locked_filters: [],
  expires_at: null,
});
const entryOf = (actor: string) => ({
  actor,
  action: "created",
  resource: "workflow",
  resource_id: "w",
  request_id: "r",
  detail: {},
});

/** A row of the owner's in every table. */
async function fill(owner: Repositories) {
  const workflow = (await owner.workflows.create(workflowOf(CANARY), CANARY)).id;
  const dashboard = (await owner.dashboards.create({ name: CANARY, description: "" })).id;
  const widget = (await owner.widgets.create(widgetOf(dashboard, workflow, CANARY))).id;
  await owner.dashboardFilters.replace(dashboard, [{ column: "symbol", kind: "text", label: CANARY }]);
  const key = (await owner.apiKeys.create(keyOf(CANARY, [widget], [dashboard]))).id;
  const template = (await owner.templates.create({ name: CANARY, description: "", content: {} })).id;
  const execution = (await owner.executions.start({ workflow_id: workflow, started_by: CANARY })).id;
  await owner.audit.append(entryOf(CANARY));
  const token_hash = "hash of the owner's session";
  await owner.sessions.create({ token_hash, user_id: USER, expires_at: LATER });
  return { workflow, dashboard, widget, key, template, execution, token_hash };
}

/** All that the owner can read, to compare before and after. */
async function everythingOf(owner: Repositories, { workflow, dashboard }: Ids) {
  return {
    workflows: await owner.workflows.list({}),
    workflow: await owner.workflows.get(workflow),
    versions: await owner.workflows.versions(workflow, {}),
    dashboards: await owner.dashboards.list({}),
    dashboard: await owner.dashboards.get(dashboard),
    filters: await owner.dashboardFilters.list(dashboard),
    widgets: await owner.widgets.list({}),
    keys: await owner.apiKeys.list({}),
    audit: await owner.audit.list({}),
    users: await owner.users.list(),
    entitlements: await owner.entitlements.get(),
    templates: await owner.templates.list(),
    executions: await owner.executions.list({}),
  };
}

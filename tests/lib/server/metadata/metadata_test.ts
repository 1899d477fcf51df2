import assert from "node:assert/strict";
import type { Graph } from "@/compiler/schema/types.ts";
import { openMetadata } from "@/lib/server/metadata/open.ts";
import { seedSampleTenants } from "@/lib/server/sample/tenants.ts";
import type { Metadata } from "@/lib/server/metadata/open.ts";
import type { Repositories } from "@/lib/server/metadata/repositories.ts";
import { connectPostgres, type PostgresTarget } from "@/lib/server/stores/postgres/client.ts";
import { ENGINES } from "@/tests/support/metadata.ts";
import { startPostgres } from "@/tests/support/postgres.ts";
import { waitUntil } from "@/tests/support/processes.ts";

const GRAPH: Graph = { version: 1, nodes: [], edges: [] };
const LAYOUT = { x: 0, y: 0, w: 4, h: 3 };

for (const [name, over] of ENGINES) {
  Deno.test(`metadata (${name})`, (t) =>
    over(async (target) => {
      let time = Date.UTC(2026, 0, 1);
      const metadata = await openMetadata(target, { clock: () => new Date(time += 1) });
      try {
        await seedSampleTenants(metadata);
        await suite(t, metadata, target);
      } finally {
        await metadata.close();
      }
    }));
}

async function suite(t: Deno.TestContext, metadata: Metadata, target: PostgresTarget): Promise<void> {
  const a = metadata.repositories("tenant-a");
  const b = metadata.repositories("tenant-b");
  const create = (repositories: Repositories, name: string, graph = GRAPH) =>
    repositories.workflows.create({ name, description: "", graph }, "ada");

  await t.step("opening again finds the migrations done, also twice at once", async () => {
    const again = await Promise.all("url" in target ? [openMetadata(target), openMetadata(target)] : []);
    for (const one of again) await one.close();
    await seedSampleTenants(metadata);
    assert.equal((await a.users.list()).length, 2);
  });

  await t.step("a graph comes back exactly, unknown fields and odd keys included", async () => {
    const text =
      '{"version":1,"nodes":[{"id":"__proto__","type":"filter","position":{"x":0.1,"y":-0},"config":{"__proto__":' +
      '{"polluted":true},"constructor":1,"text":"\\u0000 \\ud800 🙂","2":0,"1":0}}],"edges":[],"future":{"b":[],"a":1e400}}';
    const graph = JSON.parse(text) as Graph;
    const { id } = await create(a, "exact", graph);
    const stored = await a.workflows.get(id);
    assert.equal(JSON.stringify(stored!.graph), JSON.stringify(graph));
    assert.deepEqual(Object.keys(stored!.graph.nodes[0]!.config).sort(), [
      "1",
      "2",
      "__proto__",
      "constructor",
      "text",
    ]);
    assert.equal(({} as Record<string, unknown>).polluted, undefined);
    assert.equal(stored!.node_count, 1);
  });

  await t.step("of many saves of one version exactly one wins, and each version is on record", async () => {
    const { id } = await create(a, "contested");
    const saves = await Promise.all(
      Array.from(
        { length: 8 },
        (_, index) => a.workflows.update(id, { version: 1, name: `save ${index}` }, "x"),
      ),
    );
    const won = saves.flatMap((save) => save.outcome === "saved" ? [save.workflow] : []);
    assert.equal(won.length, 1);
    assert.deepEqual(
      saves.filter((save) => save.outcome === "conflict").map((save) => save.current),
      Array(7).fill(2),
    );
    const versions = await a.workflows.versions(id, {});
    assert.deepEqual(versions.items.map(({ version, name }) => [version, name]), [[2, won[0]!.name], [
      1,
      "contested",
    ]]);
    assert.equal((await a.workflows.version(id, 1))!.name, "contested");
    assert.equal(await a.workflows.version(id, 3), null);
    const unknown = await a.workflows.update("missing", { version: 1 }, "x");
    assert.equal(unknown.outcome, "not_found");
  });

  await t.step("another tenant can neither see nor change nor point at a record", async () => {
    const workflow = await create(a, "private canary");
    const dashboard = await a.dashboards.create({ name: "private", description: "" });
    const widget = await a.widgets.create({
      dashboard_id: dashboard.id,
      workflow_id: workflow.id,
      node_id: "n",
      layout: LAYOUT,
      overrides: {},
    });
    const key = await a.apiKeys.create(apiKey("hash-a", { widget_ids: [widget.id] }));
    const own = await b.dashboards.create({ name: "own", description: "" });
    const ownFlow = await create(b, "own");

    assert.equal(await b.workflows.get(workflow.id), null);
    assert.equal(
      (await b.workflows.update(workflow.id, { version: 1, name: "x" }, "b")).outcome,
      "not_found",
    );
    assert.equal(await b.workflows.remove(workflow.id), false);
    assert.deepEqual((await b.workflows.versions(workflow.id, {})).items, []);
    assert.equal(await b.dashboards.get(dashboard.id), null);
    assert.equal(await b.dashboards.update(dashboard.id, { name: "x" }), null);
    assert.equal(await b.dashboards.arrange(dashboard.id, []), null);
    assert.equal(await b.dashboards.remove(dashboard.id), false);
    assert.equal(await b.widgets.get(widget.id), null);
    assert.equal(await b.widgets.update(widget.id, { layout: LAYOUT }), null);
    assert.equal(await b.widgets.remove(widget.id), false);
    assert.equal(await b.apiKeys.get(key.id), null);
    assert.equal(await b.apiKeys.revoke(key.id), false);
    assert.equal(await b.users.get("user-a-admin"), null);
    assert.equal((await b.workflows.list({ search: "canary" })).items.length, 0);

    const pointing = { node_id: "n", layout: LAYOUT, overrides: {} };
    const crossings = [
      { ...pointing, dashboard_id: dashboard.id, workflow_id: ownFlow.id },
      { ...pointing, dashboard_id: own.id, workflow_id: workflow.id },
    ];
    for (const crossing of crossings) await assert.rejects(b.widgets.create(crossing), { code: "not_found" });
    await assert.rejects(b.apiKeys.create(apiKey("hash-b", { widget_ids: [widget.id] })), {
      code: "not_found",
    });
    await assert.rejects(b.executions.start({ workflow_id: workflow.id, started_by: "b" }), {
      code: "not_found",
    });
    await assert.rejects(
      b.sessions.create({ token_hash: "x", user_id: "user-a-admin", expires_at: "2099-01-01T00:00:00.000Z" }),
      { code: "not_found" },
    );
    assert.equal((await a.workflows.get(workflow.id))!.name, "private canary");
  });

  await t.step("a deleted workflow is gone, its widgets and versions stay", async () => {
    const workflow = await create(a, "to delete");
    const dashboard = await a.dashboards.create({ name: "keeps", description: "" });
    const source = { dashboard_id: dashboard.id, workflow_id: workflow.id, node_id: "n" };
    const widget = await a.widgets.create({ ...source, layout: LAYOUT, overrides: { title: "T" } });
    assert.equal(await a.workflows.remove(workflow.id), true);
    assert.equal(await a.workflows.remove(workflow.id), false);
    assert.equal(await a.workflows.get(workflow.id), null);
    assert.equal(
      (await a.workflows.update(workflow.id, { version: 1 }, "x")).outcome,
      "not_found",
    );
    assert.deepEqual((await a.dashboards.get(dashboard.id))!.widgets, [widget]);
    assert.equal(await a.dashboards.remove(dashboard.id), true);
    assert.equal(await a.widgets.get(widget.id), null);
  });

  await t.step("list() pages through everything once, and takes only its own cursors", async () => {
    for (let index = 0; index < 7; index++) await create(b, `Paged 100%_${index}`);
    const seen: string[] = [];
    let cursor: string | undefined;
    do {
      const page = await b.workflows.list({ cursor, limit: 3, search: "PAGED 100%_" });
      seen.push(...page.items.map((item) => item.name));
      cursor = page.next_cursor ?? undefined;
    } while (cursor);
    assert.deepEqual(seen, [6, 5, 4, 3, 2, 1, 0].map((index) => `Paged 100%_${index}`));
    for (const wrong of ["x", "%", btoa('["2026","a"]'), btoa("[1,2]")]) {
      await assert.rejects(b.workflows.list({ cursor: wrong }), { code: "invalid_input" });
    }
  });

  await t.step("sessions and keys are found by their hash alone", async () => {
    const expires = new Date(Date.UTC(2026, 0, 2)).toISOString();
    await a.sessions.create({ token_hash: "live", user_id: "user-a-analyst", expires_at: expires });
    await a.sessions.create({
      token_hash: "past",
      user_id: "user-a-analyst",
      expires_at: "2025-01-01T00:00:00.000Z",
    });
    const session = await metadata.lookups.sessionByHash("live");
    assert.deepEqual([session!.tenant_id, session!.user.role, session!.expires_at], [
      "tenant-a",
      "analyst",
      expires,
    ]);
    assert.equal(session!.tenant_name, "Alder Capital");
    assert.deepEqual(session!.user, await a.users.get("user-a-analyst"));
    assert.equal(await metadata.lookups.sessionByHash("past"), null);
    assert.equal(await metadata.lookups.removeExpiredSessions("2025-12-31T23:59:59.999Z"), 1);
    assert.equal(await b.sessions.remove("live"), false);
    assert.equal(await a.sessions.removeOfUser("user-a-analyst"), 1);

    const key = await a.apiKeys.create(apiKey("hash-c", { allowed_origins: ["https://x.test"] }));
    assert.deepEqual(await metadata.lookups.apiKeyByHash("hash-c"), { ...key, tenant_id: "tenant-a" });
    await a.apiKeys.revoke(key.id);
    const revoked = (await a.apiKeys.get(key.id))!.revoked_at;
    await a.apiKeys.revoke(key.id);
    assert.equal((await a.apiKeys.get(key.id))!.revoked_at, revoked);
    await assert.rejects(b.apiKeys.create(apiKey("hash-c", {})), { code: "invalid_input" });
  });

  await t.step("an address that two tenants know names nobody", async () => {
    assert.equal((await metadata.lookups.userByEmail("ADMIN@tenant-a.test"))!.id, "user-a-admin");
    await a.users.create({ email: "both@x.test", name: "A", role: "viewer" });
    await b.users.create({ email: "both@x.test", name: "B", role: "admin" });
    assert.equal(await metadata.lookups.userByEmail("both@x.test"), null);
    assert.equal(await metadata.lookups.userByEmail("nobody@x.test"), null);
  });

  await t.step(
    "entitlements, audit, filters, templates and executions keep what they are given",
    async () => {
      assert.deepEqual(await b.entitlements.get(), { tables: "all", symbols: ["JPM", "BAC", "GS"] });
      await metadata.lookups.ensureTenant({ tenant_id: "tenant-c", name: "C" });
      assert.equal(await metadata.repositories("tenant-c").entitlements.get(), null);
      await b.entitlements.set({ tables: [], symbols: [] });
      assert.deepEqual(await b.entitlements.get(), { tables: [], symbols: [] });

      const entry = {
        actor: "ada",
        action: "create",
        resource: "workflow",
        resource_id: "w",
        request_id: "r",
      };
      await a.audit.append({ ...entry, detail: { deep: [1] } });
      assert.deepEqual((await a.audit.list({ search: "ADA" })).items[0]!.detail, { deep: [1] });
      assert.deepEqual((await b.audit.list({})).items, []);

      const dashboard = await a.dashboards.create({ name: "filtered", description: "" });
      const filters = [{ column: "symbol", kind: "list", label: "S" }, {
        column: "at",
        kind: "range",
        label: "A",
      }];
      await a.dashboardFilters.replace(dashboard.id, filters);
      const kept = await a.dashboardFilters.replace(dashboard.id, filters.toReversed());
      assert.deepEqual(kept.map((filter) => filter.column), ["at", "symbol"]);

      const template = await a.templates.create({ name: "T", description: "", content: { graph: 1 } });
      assert.deepEqual(await a.templates.get(template.id), template);
      const { id } = await create(a, "run");
      const execution = await a.executions.start({ workflow_id: id, started_by: "ada" });
      assert.equal((await a.executions.finish(execution.id, "complete", { rows: 1 }))!.status, "complete");
      assert.equal(await a.executions.finish(execution.id, "failed", {}), null);
    },
  );

  await t.step("text that PostgreSQL cannot store is the caller's mistake", async () => {
    await assert.rejects(create(a, "nul \0"), { code: "invalid_input" });
    await metadata.ping();
  });

  await t.step("the database itself refuses a reference across tenants", async () => {
    const client = connectPostgres(target, { maxConnections: 1 });
    if ("socketPath" in target) return await client.end();
    const tables = await client.unsafe(
      "SELECT table_name FROM information_schema.tables WHERE table_schema = 'public' " +
        "AND table_name NOT LIKE 'kysely%' AND table_name NOT IN (SELECT table_name FROM information_schema.columns " +
        "WHERE column_name = 'tenant_id')",
    );
    assert.deepEqual([...tables], []);
    await client.end();
  });
}

const apiKey = (hash: string, scope: Partial<{ widget_ids: string[]; allowed_origins: string[] }>) => ({
  name: "key",
  prefix: "sk_live_abcd",
  hash,
  widget_ids: [],
  dashboard_ids: [],
  allowed_origins: [],
  locked_filters: [],
  expires_at: null,
  ...scope,
});

Deno.test("PostgreSQL that restarts is store_unavailable meanwhile and works afterwards", async () => {
  const server = await startPostgres();
  const metadata = await openMetadata({ url: server.url });
  try {
    await metadata.ping();
    await server.stop();
    await assert.rejects(metadata.ping(), { code: "store_unavailable" });
    await server.start();
    await waitUntil("the connection", () => metadata.ping().then(() => true, () => false));
    await metadata.lookups.ensureTenant({ tenant_id: "t", name: "T" });
  } finally {
    await metadata.close();
    await server.close();
  }
});

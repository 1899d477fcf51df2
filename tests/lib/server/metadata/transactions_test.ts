/** What is written together stays together, or is not written at all. */
import assert from "node:assert/strict";
import type { Graph } from "@/compiler/mod.ts";
import { openMetadata } from "@/lib/server/metadata/open.ts";
import type { Repositories } from "@/lib/server/metadata/repositories.ts";
import type { Layout } from "@/lib/server/widgets/schema.ts";
import { seedSampleTenants } from "@/lib/server/sample/tenants.ts";
import { ENGINES } from "@/tests/support/metadata.ts";

const GRAPH: Graph = { version: 1, nodes: [], edges: [] };
const LAYOUT = { x: 0, y: 0, w: 4, h: 3 };

const create = (repositories: Repositories, name: string) =>
  repositories.workflows.create({ name, description: "", graph: GRAPH }, "ada");

for (const [engine, over] of ENGINES) {
  Deno.test(`several writes at once (${engine})`, (t) =>
    over(async (target) => {
      const metadata = await openMetadata(target);
      try {
        await seedSampleTenants(metadata);
        await steps(t, metadata.repositories("tenant-a"));
        await placeSteps(t, metadata.repositories("tenant-a"));
      } finally {
        await metadata.close();
      }
    }));
}

async function placeSteps(t: Deno.TestContext, a: Repositories): Promise<void> {
  const workflow = await create(a, "placed");
  const desk = async () => {
    const { id } = await a.dashboards.create({ name: "placed", description: "" });
    const pin = { dashboard_id: id, workflow_id: workflow.id, node_id: "n", overrides: {} };
    return {
      id,
      pin: (layout?: Layout) => a.widgets.create({ ...pin, layout }),
      rows: async () => (await a.dashboards.get(id))!.widgets.map(({ layout }) => layout.y),
    };
  };

  await t.step("widgets that are made at once for one place stand below each other", async () => {
    const { pin, rows } = await desk();
    await Promise.all(Array.from({ length: 8 }, () => pin(LAYOUT)));
    assert.deepEqual(await rows(), [0, 3, 6, 9, 12, 15, 18, 21]);
    await Promise.all([pin(), pin()]);
    assert.deepEqual((await rows()).slice(8), [24, 28]);
  });

  await t.step("of widgets that move to one place at once, one moves", async () => {
    const { id, pin, rows } = await desk();
    const all = await Promise.all([0, 3, 6, 9].map((y) => pin({ ...LAYOUT, y })));
    const layout = { ...LAYOUT, y: 20 };
    const outcomes = await Promise.allSettled([
      ...all.slice(0, 2).map((widget) => a.widgets.update(widget.id, { layout })),
      ...all.slice(2).map((widget) => a.dashboards.arrange(id, [{ id: widget.id, layout }])),
    ]);
    const refused = outcomes.filter((each) => each.status === "rejected").map(({ reason }) => reason.code);
    assert.deepEqual(refused, ["invalid_input", "invalid_input", "invalid_input"]);
    assert.equal((await rows()).filter((y) => y === 20).length, 1);
  });

  await t.step("arrange() compares places as they are after all moves", async () => {
    const { id, pin } = await desk();
    const [first, second] = [await pin(LAYOUT), await pin({ ...LAYOUT, x: 4 })];
    const swapped = [{ id: first.id, layout: second.layout }, { id: second.id, layout: first.layout }];
    assert.deepEqual((await a.dashboards.arrange(id, swapped))!.widgets.map((widget) => widget.id), [
      second.id,
      first.id,
    ]);
    await assert.rejects(
      a.dashboards.arrange(id, swapped.slice(0, 1).map((one) => ({ ...one, layout: LAYOUT }))),
    );
    assert.deepEqual((await a.widgets.get(first.id))!.layout, second.layout, "nothing moved");
  });
}

async function steps(t: Deno.TestContext, a: Repositories): Promise<void> {
  await t.step("arrange() moves all widgets or none", async () => {
    const workflow = await create(a, "arranged");
    const dashboard = await a.dashboards.create({ name: "arranged", description: "" });
    const source = { dashboard_id: dashboard.id, workflow_id: workflow.id, node_id: "n" };
    const widget = await a.widgets.create({ ...source, layout: LAYOUT, overrides: {} });
    const moved = { ...LAYOUT, x: 6 };
    const half = [{ id: widget.id, layout: moved }, { id: "missing", layout: moved }];
    await assert.rejects(a.dashboards.arrange(dashboard.id, half), { code: "not_found" });
    assert.deepEqual((await a.widgets.get(widget.id))!.layout, LAYOUT);
    const arranged = await a.dashboards.arrange(dashboard.id, half.slice(0, 1));
    assert.deepEqual(arranged!.widgets[0]!.layout, moved);
    assert.equal((await a.dashboards.list({ search: "arranged" })).items[0]!.widget_count, 1);
  });

  await t.step("a transaction keeps all that was written in it, or nothing", async () => {
    const names = async () => (await a.dashboards.list({})).items.map(({ name }) => name);
    const made = await a.transaction(async (inside) => {
      const { id } = await inside.dashboards.create({ name: "kept", description: "" });
      const workflow = await create(inside, "shown");
      const pin = { dashboard_id: id, workflow_id: workflow.id, node_id: "n", layout: LAYOUT, overrides: {} };
      const widget = await inside.widgets.create(pin);
      // These have transactions of their own elsewhere.
      await inside.dashboards.arrange(id, [{ id: widget.id, layout: { ...LAYOUT, x: 7 } }]);
      await inside.dashboardFilters.replace(id, [{ column: "symbol", kind: "text", label: "Symbol" }]);
      return id;
    });
    assert.equal((await a.dashboards.get(made))!.widgets[0]!.layout.x, 7);

    const before = await names();
    const reason = new Error("changed my mind");
    const undone = a.transaction(async (inside) => {
      await inside.dashboards.remove(made);
      const { id } = await inside.dashboards.create({ name: "undone", description: "" });
      await inside.dashboards.arrange(id, []);
      throw reason;
    });
    await assert.rejects(undone, ({ cause }: Error) => cause === reason);
    assert.deepEqual(await names(), before);
    await assert.rejects(
      a.transaction(async (inside) => {
        await inside.dashboards.remove(made);
        await inside.dashboards.arrange(before[0]!, []);
        const pin = { dashboard_id: made, workflow_id: "none", node_id: "n", layout: LAYOUT, overrides: {} };
        await inside.widgets.create(pin);
      }),
      { code: "not_found" },
    );
    assert.deepEqual(await names(), before, "what the store refuses undoes what it took before");
    await a.dashboards.remove(made);
  });
}

/** However many widgets and filters a page has, it reads each workflow's graph once. */
import assert from "node:assert/strict";
import type { Graph } from "@/compiler/schema/types.ts";
import { checked } from "@/lib/server/checked.ts";
import type { Services } from "@/lib/server/services.ts";
import { widgetInput } from "@/lib/server/widgets/schema.ts";
import { openPages, pinned } from "./pages_support.ts";

let now = Date.now();
/** How often the edges of a graph were taken: reading a graph takes them once, and nothing else on a page does. */
let reads = 0;
/** What a page asked for, which may go on longer than the page waits. */
let asked: Promise<unknown>[] = [];

const counted = (graph: Graph): Graph =>
  new Proxy(graph, {
    get(target, key) {
      if (key === "edges") reads++;
      return Reflect.get(target, key);
    },
  });

const noted =
  <Input extends unknown[], Result>(ask: (...input: Input) => Promise<Result>) =>
  (...input: Input): Promise<Result> => {
    const result = ask(...input);
    asked.push(result);
    return result;
  };

const app = await openPages({
  clock: { now: () => now },
  adapt: (services): Services => ({
    ...services,
    dashboards: { ...services.dashboards, filterOptions: noted(services.dashboards.filterOptions) },
    widgets: { ...services.widgets, tile: noted(services.widgets.tile) },
  }),
  adaptStores: (stores) => ({
    ...stores,
    metadata: {
      ...stores.metadata,
      repositories(tenantId) {
        const repositories = stores.metadata.repositories(tenantId);
        const { workflows } = repositories;
        const get: typeof workflows.get = async (id) => {
          const workflow = await workflows.get(id);
          // Renamed each time: of an unchanged record the graph that was read before would serve.
          const name = `Renamed at ${now}`;
          return workflow && { ...workflow, name, graph: counted(workflow.graph) };
        };
        return {
          ...repositories,
          workflows: new Proxy(workflows, {
            get: (target, key) => key === "get" ? get : Reflect.get(target, key),
          }),
        };
      },
    },
  }),
});
Deno.test.afterAll(() => app.close());

Deno.test("a dashboard's page reads the workflow of its tiles and of its filters once", async () => {
  const { dashboard, workflow } = await pinned(app, { title: "Once" });
  const pin = { dashboard_id: dashboard, workflow_id: workflow, node_id: "output" };
  await app.services.widgets.create(app.admin, checked(widgetInput, pin), { requestId: "test" });
  for (const visit of ["first", "later"]) {
    [reads, asked] = [0, []];
    // Past the moment for which a workflow's record is remembered.
    now += 5_000;
    const page = await app.visit(`/dashboards/${dashboard}`);
    assert.equal(page.status, 200);
    await Promise.all(asked);
    assert.equal(asked.length, 3, `${visit}: two tiles and the filters`);
    assert.equal(reads, 1, visit);
  }
});

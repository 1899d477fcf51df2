/** Whatever is looked up on the way to a result sees no more rows than the result may show. */
import assert from "node:assert/strict";
import type { Graph } from "@/compiler/schema/types.ts";
import type { SqlStore } from "@/lib/server/stores/types.ts";
import { type Answer, openTestApp, tradesGraph } from "./support.ts";

const app = await openTestApp();
Deno.test.afterAll(() => app.close());

/** Everything that the stores returned, whoever asked for it. */
const returned: string[] = [];
for (const store of [app.stores.analytical, app.stores.live] as SqlStore[]) {
  const original = store.query.bind(store);
  store.query = async (query) => {
    const rows = await original(query);
    returned.push(JSON.stringify(rows));
    return rows;
  };
}

const position = { x: 0, y: 0 };
const table = { id: "table", type: "table_view" as const, position, config: {} };

/** Over a pivot whose values have to be looked up. */
function pivoted(column: string, before: Graph["nodes"] = []): Graph {
  const nodes: Graph["nodes"] = [
    tradesGraph().nodes[0]!,
    ...before,
    {
      id: "pivot",
      type: "pivot",
      position,
      config: { rows: ["side"], column, value: "quantity", function: "sum" },
    },
    table,
  ];
  return {
    version: 1,
    nodes,
    edges: nodes.slice(1).map(({ id }, index) => ({ source: nodes[index]!.id, target: id })),
  };
}

const created = async (path: string, body: unknown, tenant = "tenant-a") => {
  const answer = await app.ask("POST", `/api/v1/${path}`, { tenant, body });
  assert.equal(answer.status, 201, answer.text);
  return answer.json;
};

async function pinned(graph: Graph, tenant?: string) {
  const workflow = await created("workflows", { name: "Pivots", graph }, tenant);
  const dashboard = await created("dashboards", { name: "Pivots" }, tenant);
  const where = { dashboard_id: dashboard.id, workflow_id: workflow.id, node_id: "table" };
  return {
    dashboard: dashboard.id as string,
    widget: (await created("widgets", where, tenant)).id as string,
  };
}

/** Texts that only a row beyond the reader's may hold: the symbols of others, and the numbers of their trades. */
async function canariesBeyond(symbols: readonly string[]): Promise<readonly string[]> {
  const at = { column: "symbol", operator: "not_in", value: symbols };
  const graph: Graph = {
    version: 1,
    nodes: [tradesGraph().nodes[0]!, {
      id: "others",
      type: "filter",
      position,
      config: { logic: "and", conditions: [at] },
    }],
    edges: [{ source: "source", target: "others" }],
  };
  const { json } = await app.ask("POST", "/api/v1/preview", { body: { graph, target_node_id: "others" } });
  const place = (name: string) => json.columns.findIndex((column: { name: string }) => column.name === name);
  const others = json.rows.flatMap((row: string[]) => [row[place("symbol")], `"${row[place("trade_id")]}"`]);
  assert.ok(others.length > 0);
  return [...new Set<string>(others)];
}

interface LookUp {
  readonly of: string;
  run(): Promise<unknown>;
}

async function assertUnseen(canaries: readonly string[], lookUps: readonly LookUp[]): Promise<void> {
  for (const { of, run } of lookUps) {
    returned.length = 0;
    const answer = await run();
    if (isAnswer(answer)) assert.equal(answer.status, 200, `${of}: ${answer.text}`);
    const text = `${JSON.stringify(answer)}\n${returned.join("\n")}`;
    const seen = canaries.filter((canary) => text.includes(canary));
    assert.deepEqual(seen, [], of);
  }
}

function isAnswer(value: unknown): value is Answer {
  return typeof value === "object" && value !== null && "status" in value && "text" in value;
}

const bySide = {
  id: "first",
  type: "rename" as const,
  position,
  config: { renames: [{ from: "symbol", to: "s" }] },
};

Deno.test("a locked key: no look-up reads beyond its filters", async () => {
  const canaries = await canariesBeyond(["AAPL"]);
  const lookUps: LookUp[] = [];
  for (const graph of [pivoted("symbol"), pivoted("trade_id"), pivoted("s", [bySide])]) {
    const { widget } = await pinned(graph);
    const { key } = await created("api-keys", {
      name: "Locked",
      widget_ids: [widget],
      locked_filters: [{ column: "symbol", operator: "=", value: "AAPL" }],
    });
    const path = `/api/v1/embed/${widget}`;
    const asKey = { tenant: "", headers: { "x-api-key": key } };
    lookUps.push(
      { of: "embedded rows", run: () => app.ask("GET", `${path}/data`, asKey) },
      { of: "embedded rows, filtered", run: () => app.ask("GET", `${path}/data?symbol=MSFT`, asKey) },
      {
        of: "the frame",
        run: async () => await app.services.embeds.data(await app.services.embeds.admit({ key }, widget), {}),
      },
    );
  }
  await assertUnseen(canaries, lookUps);
});

Deno.test("a tenant: no look-up reads beyond its entitlement", async () => {
  const canaries = await canariesBeyond(["JPM", "BAC", "GS"]);
  const tenant = "tenant-b";
  const who = { tenantId: tenant, userId: "u", role: "admin" } as never;
  const lookUps: LookUp[] = [];
  for (const graph of [pivoted("symbol"), pivoted("trade_id")]) {
    const { dashboard, widget } = await pinned(graph, tenant);
    const body = { graph, target_node_id: "table" };
    lookUps.push(
      { of: "preview", run: () => app.ask("POST", "/api/v1/preview", { tenant, body }) },
      { of: "compile", run: () => app.ask("POST", "/api/v1/compile", { tenant, body }) },
      { of: "validate", run: () => app.ask("POST", "/api/v1/validate", { tenant, body: { graph } }) },
      { of: "rows", run: () => app.ask("GET", `/api/v1/widgets/${widget}/data`, { tenant }) },
      { of: "filter options", run: () => app.services.dashboards.filterOptions(who, dashboard) },
      { of: "filter values", run: () => app.services.dashboards.filterValues(who, dashboard, "symbol") },
    );
  }
  await assertUnseen(canaries, lookUps);
});

Deno.test("a viewer's filter: no look-up reads beyond it", async () => {
  const canaries = await canariesBeyond(["AAPL"]);
  const lookUps: LookUp[] = [];
  for (const column of ["symbol", "trade_id"]) {
    const path = `/api/v1/widgets/${(await pinned(pivoted(column))).widget}/data`;
    lookUps.push({ of: `rows by ${column}`, run: () => app.ask("GET", `${path}?symbol=AAPL`) });
  }
  await assertUnseen(canaries, lookUps);
});

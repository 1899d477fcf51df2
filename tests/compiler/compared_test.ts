/** Cards that compare, under ranges: each of the two numbers is what the plain card says of its period. */
import assert from "node:assert/strict";
import { compile, type CompileOptions, type Graph, propagate } from "@/compiler/mod.ts";
import { randomWorld } from "./oracle/agreement.ts";
import { NOW, oracleCatalog } from "./oracle/dense.ts";
import { type Engine, openClickHouse } from "./support/engines.ts";
import { catalog as market, chain, everything, node, source } from "./support/graphs.ts";
import type { Draws } from "./support/draws.ts";
import { check, rowsOf } from "./support/random_runs.ts";

const DAY_MS = 86_400_000;

function withCard(graph: Graph, config: Readonly<Record<string, unknown>>): Graph {
  const last = graph.nodes.at(-1)?.id ?? "";
  return {
    version: 1,
    nodes: [...graph.nodes, node("card", "kpi_card", config)],
    edges: [...graph.edges, { source: last, target: "card" }],
  };
}

/** Days around now, at whose ends rows lie, and long ones. */
function randomDays(draws: Draws): readonly [number, number] {
  const from = Math.floor(Date.parse(NOW) / DAY_MS) * DAY_MS - draws.next(40) * DAY_MS;
  return [from, from + draws.pick([1, 1, 2, 7, 30, 400]) * DAY_MS];
}

async function checkPeriods(engine: Engine): Promise<void> {
  for (const { table, rows } of randomWorld(7).tables) await engine.fill(table, rows);
  let compared = 0;
  await check(oracleCatalog, async (graph, draws) => {
    const columns = propagate(graph, oracleCatalog).nodes[graph.nodes.at(-1)?.id ?? ""]?.columns ?? [];
    const times = columns.filter(({ type }) => type === "date" || type === "datetime");
    if (times.length === 0) return;
    const plain = { metric: draws.pick(columns).name, function: draws.pick(["count", "count_distinct"]) };
    const compare = { column: draws.pick(times).name, period: { size: 1, unit: "day" } };
    const [from, to] = randomDays(draws);
    const iso = (moment: number) => new Date(moment).toISOString();
    const under = (range: CompileOptions["range"]) => ({ catalog: oracleCatalog, now: NOW, range });
    const during = under({ from: iso(from), to: iso(to) });
    const both = withCard(graph, { ...plain, compare });
    const compiled = compile(both, "card", { ...during, dialect: "clickhouse", entitlements: everything });
    if (!compiled.ok || compiled.compared === undefined) return;
    const found = await rowsOf(engine, both, during);
    const value = await rowsOf(engine, withCard(graph, plain), during);
    const previous = await rowsOf(
      engine,
      withCard(graph, plain),
      under({ from: iso(from - (to - from)), to: iso(from) }),
    );
    if (!found || !value || !previous) return;
    compared += 1;
    assert.deepEqual(found, [[value[0]![0], compiled.compared.reason ? null : previous[0]![0]]]);
  });
  assert.ok(compared > 5, `${compared} cards were compared`);
}

Deno.test({
  name: "a card that compares shows what the plain card shows of either period",
  sanitizeOps: false,
  sanitizeResources: false,
  async fn() {
    const engine = await openClickHouse();
    try {
      await checkPeriods(engine);
    } finally {
      await engine.close();
    }
  },
});

Deno.test("where no period lies before a range, the result says why", () => {
  const card = node("k", "kpi_card", {
    metric: "quantity",
    function: "sum",
    compare: { column: "event_time", period: { size: 1, unit: "day" } },
  });
  const said = (...filters: readonly (readonly [operator: string, value: unknown])[]) => {
    const compiled = compile(chain(source(), card), "k", {
      catalog: market,
      dialect: "clickhouse",
      entitlements: everything,
      filters: filters.map(([operator, value]) => ({ column: "event_time", operator, value })),
    });
    assert.ok(compiled.ok);
    return compiled.compared;
  };
  const day = "2024-02-01";
  assert.deepEqual(said(["=", day]), {
    from: "2024-02-01T00:00:00.000Z",
    to: "2024-02-02T00:00:00.000Z",
  });
  assert.deepEqual(said([">=", day]), { reason: "open_ended" });
  assert.deepEqual(said(["=", "2024-02-01T10:00:00Z"]), { reason: "no_length" });
  assert.deepEqual(said([">=", day], ["<", day]), { reason: "no_length" });
  assert.deepEqual(said(["in", [day, "2024-02-03"]]), { reason: "several_ranges" });
  const last = { size: 1, unit: "day" };
  assert.deepEqual(said(["last_n", last]), { last });
  assert.deepEqual(said(["last_n", last], ["=", day]), { reason: "several_ranges" });
  assert.equal(said(["!=", day]), undefined);
});

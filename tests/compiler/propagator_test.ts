/** A propagator that remembers says after every edit what a fresh one says. */
import assert from "node:assert/strict";
import { createPropagator, type Graph, propagate } from "@/compiler/mod.ts";
import { hostile } from "./support/random_tables.ts";
import { Draws, randomGraph } from "./support/random_graphs.ts";
import { catalog, chain, node, source } from "./support/graphs.ts";

type Edit = readonly [id: string, config: Readonly<Record<string, unknown>>];

function edited(graph: Graph, [id, config]: Edit): Graph {
  return { ...graph, nodes: graph.nodes.map((each) => each.id === id ? { ...each, config } : each) };
}

Deno.test("edits that change names, types, order or nothing", () => {
  const propagator = createPropagator();
  let graph = chain(
    source(),
    node("v", "formula", { as: "v", expression: "[quantity] + 1" }),
    node("big", "filter", { logic: "and", conditions: [{ column: "v", operator: ">", value: "1" }] }),
    node("sorted", "sort", { keys: [] }),
    node("before", "formula", { as: "w", expression: "LAG([v], 1)" }),
    node("sum", "group_by", {
      keys: [{ column: "v" }],
      metrics: [{ function: "max", column: "w", as: "m" }],
    }),
  );
  const edits: readonly Edit[] = [
    ["v", { as: "v", expression: "[quantity] + 2" }],
    ["v", { as: "v", expression: "[price] + 2" }],
    ["v", { as: "v", expression: "[symbol]" }],
    ["v", { as: "v", expression: "[nothing]" }],
    ["v", { as: "u", expression: "[quantity]" }],
    ["v", { as: "v", expression: "[quantity]" }],
    ["sorted", { keys: [{ column: "event_time", direction: "asc" }] }],
    ["sorted", { keys: [{ column: "v", direction: "desc" }] }],
    ["a", { database: "flowforge", table: "quotes" }],
    ["a", { database: "flowforge", table: "trades", columns: ["quantity", "event_time"] }],
    ["sorted", { keys: [] }],
  ];
  const seen = new Set<string>();
  for (const edit of edits) {
    graph = edited(graph, edit);
    const remembered = propagator(graph, catalog);
    assert.deepEqual(remembered, propagate(graph, catalog), JSON.stringify(edit));
    seen.add(JSON.stringify(remembered));
  }
  assert.ok(seen.size >= 8, "the edits have to matter");
});

Deno.test("configs exchanged between nodes of random workflows", () => {
  const draws = (start: number) =>
    new Draws(Array.from({ length: 80 }, (_, index) => (start * 7919 + index * 104729) % 9973));
  for (let start = 1; start <= 40; start++) {
    const propagator = createPropagator();
    let graph = randomGraph(draws(start), { tables: [hostile] }, { portable: false });
    propagator(graph, { tables: [hostile] });
    const shared = { tables: [hostile] };
    for (const [at, each] of graph.nodes.entries()) {
      const other = graph.nodes.find((candidate, index) => index > at && candidate.type === each.type);
      graph = edited(graph, [each.id, { ...(other ?? each).config }]);
      assert.deepEqual(propagator(graph, shared), propagate(graph, shared));
    }
  }
});

Deno.test("two inputs that change places", () => {
  const graph = (first: "left" | "right", second: "left" | "right"): Graph => ({
    version: 1,
    nodes,
    edges: [{ source: "l", target: "u", port: first }, { source: "r", target: "u", port: second }],
  });
  const nodes = [
    node("l", "data_source", { database: "flowforge", table: "trades", columns: ["symbol"] }),
    node("r", "data_source", { database: "flowforge", table: "trades", columns: ["price"] }),
    node("u", "union", {}),
  ];
  const propagator = createPropagator();
  const names = (edited: Graph) => propagator(edited, catalog).nodes["u"]?.columns.map(({ name }) => name);
  assert.deepEqual(names(graph("left", "right")), ["symbol", "price"]);
  assert.deepEqual(names(graph("right", "left")), ["price", "symbol"]);
});

Deno.test("an edge that comes or goes is seen, even where what it leads to cannot be built", () => {
  const propagator = createPropagator();
  const apart = {
    version: 1 as const,
    nodes: [node("a", "limit", { count: 1 }), node("b", "limit", { count: 1 })],
  };
  const together: Graph = { ...apart, edges: [{ source: "a", target: "b" }] };
  for (const graph of [together, { ...apart, edges: [] }, together]) {
    assert.deepEqual(propagator(graph, catalog), propagate(graph, catalog));
  }
});

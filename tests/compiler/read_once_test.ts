/** A graph that was read is not read again. */
import assert from "node:assert/strict";
import { compile, createPropagator, type Graph, propagate, readGraph, readsOf } from "@/compiler/mod.ts";
import { catalog, chain, node, source } from "./support/graphs.ts";

const plain = chain(source(), node("first", "limit", { count: 3 }), node("table", "table_view", {}));
const options = { catalog, dialect: "clickhouse" as const, entitlements: { symbols: "all" as const } };

function counted(workflow: Graph): { readonly graph: Graph; readonly reads: () => number } {
  let reads = 0;
  const graph = new Proxy(workflow, {
    get(target, key) {
      if (key === "nodes") reads++;
      return Reflect.get(target, key);
    },
  });
  return { graph, reads: () => reads };
}

Deno.test("compile, propagate and readsOf take a graph that was read, and leave the graph alone", () => {
  const { graph, reads } = counted(plain);
  const read = readGraph(graph);
  assert.equal(reads(), 1);
  assert.equal(readGraph(read), read);
  assert.deepEqual(compile(read, "table", options), compile(plain, "table", options));
  assert.deepEqual(propagate(read, catalog), propagate(plain, catalog));
  assert.deepEqual(createPropagator()(read, catalog), propagate(plain, catalog));
  assert.equal(readsOf(read, "table", catalog).tables.length, 1);
  assert.equal(reads(), 1);
});

Deno.test("a graph with faults carries them on", () => {
  const faulty = { ...plain, nodes: [...plain.nodes, node("?", "nonsense", {})] };
  const read = readGraph(faulty);
  assert.deepEqual(compile(read, "table", options), { ok: false, problems: read.problems });
  assert.deepEqual(propagate(read, catalog), propagate(faulty, catalog));
});

Deno.test("withConfig() is the graph with that config, and the former graph stays", () => {
  const read = readGraph(plain);
  const changed = read.withConfig("first", { count: 5 });
  const written = {
    ...plain,
    nodes: plain.nodes.map((each) => each.id === "first" ? { ...each, config: { count: 5 } } : each),
  };
  assert.deepEqual(changed.graph, written);
  assert.deepEqual(compile(changed, "table", options), compile(written, "table", options));
  assert.deepEqual(read.graph, plain);
  assert.equal(read.withConfig("nobody", {}), read);
});

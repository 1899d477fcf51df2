/** Which tables a node reads, told without compiling: what a compile's `sources` say. */
import assert from "node:assert/strict";
import fc from "fast-check";
import { type Catalog, compile, type Graph, readGraph, readsOf, valuesWanted } from "@/compiler/mod.ts";
import { CASES } from "./cases/all.ts";
import { catalog, chain, graph, node, source } from "./support/graphs.ts";
import { Draws, randomGraph } from "./support/random_graphs.ts";
import { empty, hostile, single } from "./support/random_tables.ts";

const everything = { symbols: "all" as const };

const named = (tables: readonly { database: string; table: string; store: string }[]) =>
  [...new Set(tables.map(({ database, table, store }) => `${database}.${table} in ${store}`))].sort();

/** Undefined where the target cannot be compiled. */
function sourcesOf(workflow: Graph, target: string, tables: Catalog): readonly string[] | undefined {
  const compiled = compile(workflow, target, {
    catalog: tables,
    dialect: "clickhouse",
    entitlements: everything,
  });
  return compiled.ok ? named(compiled.sources) : undefined;
}

/** Some nodes turned off or on again, some edges gone. */
function disturbed(workflow: Graph, draws: Draws): Graph {
  return {
    ...workflow,
    nodes: workflow.nodes.map((each) => draws.once(6) ? { ...each, disabled: !each.disabled } : each),
    edges: workflow.edges.filter(() => !draws.once(12)),
  };
}

Deno.test("readsOf() names the tables of compile's sources for every node of random workflows", () => {
  const tables: Catalog = {
    tables: [hostile, { ...empty, store: "materialize" }, { ...single, store: "redis" }],
  };
  const entropy = fc.array(fc.nat({ max: 9973 }), { minLength: 40, maxLength: 160, size: "max" });
  const seen = { compiled: 0, several: 0, disabled: 0, cut: 0 };
  fc.assert(
    fc.property(entropy, entropy, (numbers, more) => {
      const drawn = randomGraph(new Draws(numbers), tables, { portable: false, terminals: true });
      const workflow = disturbed(drawn, new Draws(more));
      const read = readGraph(workflow);
      for (const { id, disabled } of workflow.nodes) {
        const expected = sourcesOf(workflow, id, tables);
        if (expected === undefined) continue;
        const reads = readsOf(read, id, tables);
        assert.deepEqual(named(reads.tables), expected, `${id} of ${JSON.stringify(workflow)}`);
        assert.deepEqual(
          [...reads.stores].sort(),
          [...new Set(expected.map((each) => each.split(" in ")[1]))].sort(),
        );
        seen.compiled++;
        if (expected.length > 1) seen.several++;
        if (disabled) seen.disabled++;
        if (workflow.edges.length < drawn.edges.length) seen.cut++;
      }
    }),
    { seed: 20_261_121, numRuns: 400 },
  );
  for (const [what, count] of Object.entries(seen)) assert.ok(count > 20, `${what}: only ${count}`);
});

Deno.test("readsOf() names the tables of compile's sources for every case of the corpus", () => {
  for (const { name, graph: workflow, options } of CASES) {
    const target = workflow.nodes.at(-1)?.id ?? "";
    const tables = options?.catalog ?? catalog;
    const expected = sourcesOf(workflow, target, tables);
    if (expected === undefined) continue;
    assert.deepEqual(named(readsOf(readGraph(workflow), target, tables).tables), expected, name);
  }
});

const two = (disabled: boolean) =>
  graph([
    source("trades"),
    node("other", "data_source", { database: "flowforge", table: "instruments" }),
    node("both", "join", { kind: "inner", keys: [{ left: "symbol", right: "symbol" }] }, { disabled }),
  ], ["trades > both.left", "other > both.right"]);

const tablesRead = (workflow: Graph, target: string) =>
  readsOf(readGraph(workflow), target, catalog).tables.map(({ table }) => table);

Deno.test("a disabled join reads its left side alone; a disabled source reads nothing", () => {
  assert.deepEqual(tablesRead(two(false), "both").toSorted(), ["instruments", "trades"]);
  assert.deepEqual(tablesRead(two(true), "both"), ["trades"]);
  const off = {
    ...two(false),
    nodes: two(false).nodes.map((each) => ({ ...each, disabled: each.id === "other" })),
  };
  assert.deepEqual(tablesRead(off, "both"), ["trades"]);
});

const NOTHING = { tables: [], stores: [], eventTimes: new Set() };

Deno.test("the columns that a range reaches are the sources' own, else the catalogue's", () => {
  const timed = { tables: catalog.tables.map((table) => ({ ...table, eventTime: "event_time" })) };
  const timesOf = (config: Readonly<Record<string, unknown>>) => [
    ...readsOf(readGraph(chain(source("a", config))), "a", timed).eventTimes,
  ];
  assert.deepEqual(timesOf({}), ["event_time"]);
  assert.deepEqual(timesOf({ event_time: "day" }), ["day"]);
  assert.deepEqual(timesOf({ event_time: "" }), [], "a table of current state");
  assert.deepEqual(timesOf({ event_time: "gone" }), []);
});

Deno.test("what cannot be found is not read: a table, a node, what lies behind a cycle", () => {
  const nowhere = chain(node("a", "data_source", { database: "flowforge", table: "nowhere" }));
  assert.deepEqual(readsOf(readGraph(nowhere), "a", catalog), NOTHING);
  assert.deepEqual(tablesRead(two(false), "nobody"), []);
  const circle = graph([node("a", "limit", { count: 1 }), node("b", "limit", { count: 1 })], [
    "a > b",
    "b > a",
  ]);
  assert.deepEqual(tablesRead(circle, "a"), []);
  assert.deepEqual(readsOf(readGraph("nonsense"), "a", catalog), NOTHING);
});

Deno.test("valuesWanted() lists the pivots that wait for values, inputs first", () => {
  const pivot = (id: string, more = {}, disabled = false) =>
    node(id, "pivot", { rows: [], column: "symbol", value: "quantity", function: "sum", ...more }, {
      disabled,
    });
  const workflow = chain(
    source(),
    pivot("first"),
    pivot("known", { values: ["AAPL"] }),
    pivot("off", {}, true),
    pivot("unset", { column: undefined }),
    pivot("last", { most: 7 }),
    node("end", "limit", { count: 1 }),
  );
  const wanted = (target: string) =>
    valuesWanted(readGraph(workflow), target).map(({ node: { id }, column, most }) =>
      `${id}: ${most} of ${column}`
    );
  assert.deepEqual(wanted("end"), ["first: 100 of symbol", "last: 7 of symbol"]);
  assert.deepEqual(wanted("unset"), ["first: 100 of symbol"]);
  assert.deepEqual(wanted(workflow.nodes[0]!.id), []);
});

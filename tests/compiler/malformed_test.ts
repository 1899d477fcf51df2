/** Graphs that no canvas would draw: each fault has its code and its path, and nothing is thrown or read for ever. */
import assert from "node:assert/strict";
import fc from "fast-check";
import { compile, type Graph, type Problem, propagate, readGraph } from "@/compiler/mod.ts";
import { DIALECT_NAMES } from "@/compiler/schema/vocabulary.ts";
import { CASES } from "./cases/all.ts";
import { catalog, chain, everything, graph, node, source } from "./support/graphs.ts";

const options = { catalog, dialect: "clickhouse" as const, entitlements: everything };

const limit = (id: string, more = {}) => node(id, "limit", { count: 1 }, more);

type Fault = readonly [code: string, nodeId: string | undefined, field: string | undefined];
const faults = (problems: readonly Problem[]): readonly Fault[] =>
  problems.map(({ code, nodeId, field }) => [code, nodeId, field]);

Deno.test("each structural fault is a problem with its node and its path", () => {
  const cases: readonly (readonly [unknown, readonly Fault[]])[] = [
    [{ nodes: {}, edges: [] }, [["invalid_graph", undefined, "nodes"]]],
    [{ nodes: [] }, [["invalid_graph", undefined, "edges"]]],
    [{ version: 2, nodes: [], edges: [] }, [["invalid_graph", undefined, "version"]]],
    [{ nodes: [{ type: "limit" }], edges: [] }, [["invalid_node", undefined, "nodes[0].id"]]],
    [graph([source("a", {}), source("a")], []), [["duplicate_id", "a", "nodes[1].id"]]],
    [graph([node("a", "limits", {})], []), [["unknown_type", "a", "nodes[0].type"]]],
    [graph([source(), limit("b")], ["gone > b"]), [["dangling_edge", "b", "edges[0].source"]]],
    [graph([source()], ["a > gone"]), [["dangling_edge", "a", "edges[0].target"]]],
    [graph([source(), limit("b")], ["a > b.left"]), [["wrong_port", "b", "edges[0].port"]]],
    [graph([source(), node("u", "union", {})], ["a > u"]), [["wrong_port", "u", "edges[0].port"]]],
    [graph([source(), source("b")], ["a > b"]), [["wrong_port", "b", "edges[0].port"]]],
    [graph([source(), limit("b")], ["a > b", "a > b"]), [["wrong_port", "b", "edges[1].port"]]],
    [
      graph([node("t", "table_view", {}), limit("b")], ["t > b"]),
      [["wrong_port", "t", "edges[0].source"]],
    ],
    // Edges to a node that could not be read are not faults of their own.
    [graph([source(), node("b", "limits", {})], ["a > b"]), [["unknown_type", "b", "nodes[1].type"]]],
    // A cycle is one even where its last edge finds the port taken.
    [
      graph([source(), limit("b"), limit("c"), limit("d")], ["a > b", "b > c", "c > b", "c > d"]),
      [["wrong_port", "b", "edges[2].port"], ["cycle", "b", "nodes[1]"], ["cycle", "c", "nodes[2]"]],
    ],
    [
      graph([source(), limit("b")], ["a > b", "b > a"]),
      [["wrong_port", "a", "edges[1].port"], ["cycle", "a", "nodes[0]"], ["cycle", "b", "nodes[1]"]],
    ],
    [graph([limit("b", { disabled: "yes" })], []), [["invalid_node", "b", "nodes[0].disabled"]]],
    [graph([limit("b", { label: 5 as never })], []), [["invalid_node", "b", "nodes[0].label"]]],
    [graph([limit("b", { note: {} as never })], []), [["invalid_node", "b", "nodes[0].note"]]],
    [graph([limit("b", { position: { x: 0 } as never })], []), [["invalid_node", "b", "nodes[0].position"]]],
    [graph([limit("b", { config: [] as never })], []), [["invalid_node", "b", "nodes[0].config"]]],
    [
      { nodes: Array.from({ length: 2001 }, () => limit("x")), edges: [] },
      [["too_large", undefined, "nodes"]],
    ],
    [{ nodes: [], edges: Array.from({ length: 4001 }, () => ({})) }, [["too_large", undefined, "edges"]]],
  ];
  for (const [value, expected] of cases) {
    const text = JSON.stringify(value).slice(0, 300);
    assert.deepEqual(faults(readGraph(value).problems), expected, text);
    for (const target of ["a", "b", "t"]) {
      const compiled = compile(value, target, options);
      assert.deepEqual(compiled.ok ? [] : faults(compiled.problems), expected, text);
    }
    const { nodes, problems = [] } = propagate(value, catalog);
    const found = [...problems, ...Object.values(nodes).flatMap((schema) => schema.problems)];
    for (const fault of expected) {
      assert.ok(faults(found).some((each) => JSON.stringify(each) === JSON.stringify(fault)), text);
    }
  }
});

Deno.test("__proto__ is refused as an id and as a key, with its path, and harms nothing", () => {
  const plain = JSON.stringify(chain(source(), node("w", "filter", { logic: "and", conditions: [{}] })));
  const cases: readonly (readonly [string, string, Fault])[] = [
    ['"a"', '"__proto__"', ["invalid_node", "__proto__", "nodes[0].id"]],
    ['"version":1', '"version":1,"__proto__":{"polluted":1}', ["invalid_graph", undefined, "__proto__"]],
    ['"id":"w"', '"id":"w","__proto__":{"disabled":true}', ["invalid_node", "w", "nodes[1].__proto__"]],
    ['"target":"w"', '"target":"w","__proto__":{}', ["invalid_edge", undefined, "edges[0].__proto__"]],
    ['"x":0', '"x":0,"__proto__":{}', ["invalid_node", "a", "nodes[0].position.__proto__"]],
    ['"table"', '"__proto__":{"table":"trades"},"table"', ["invalid_setting", "a", "__proto__"]],
    ["[{}]", '[{"__proto__":{"column":"side"}}]', ["invalid_setting", "w", "conditions[0].__proto__"]],
  ];
  for (const [from, to, fault] of cases) {
    const value: unknown = JSON.parse(plain.replaceAll(from, to));
    const { nodes, problems = [] } = propagate(value, catalog);
    const found = [...problems, ...Object.values(nodes).flatMap((schema) => schema.problems)];
    assert.ok(faults(found).some((each) => JSON.stringify(each) === JSON.stringify(fault)), to);
    assert.ok(!compile(value, "w", options).ok, to);
    assert.equal(({} as Record<string, unknown>).polluted, undefined);
  }
});

Deno.test("a group that holds itself, a list that holds itself and big integers are refused like anything else", () => {
  const loop: { logic: string; conditions: unknown[] } = { logic: "and", conditions: [] };
  loop.conditions.push(loop, loop);
  const list: unknown[] = [];
  list.push(list);
  const bare: unknown = Object.create(null);
  const configs: readonly (readonly [string, Readonly<Record<string, unknown>>, string])[] = [
    ["filter", loop, "too_large"],
    ["filter", { logic: "and", conditions: [{ column: list, operator: list }] }, "missing_setting"],
    ["filter", { logic: list, conditions: [] }, "invalid_setting"],
    [
      "filter",
      { logic: "and", conditions: [{ column: "side", operator: "=", other_column: bare }] },
      "unknown_column",
    ],
    ["filter", { logic: "and", conditions: [{ column: "side", operator: "=", value: 1n }] }, "invalid_value"],
    [
      "filter",
      { logic: "and", conditions: [{ column: "side", operator: "=", value: list }] },
      "invalid_value",
    ],
    ["select", { columns: [list, 1n, bare] }, "invalid_setting"],
    ["limit", { count: 1n }, "invalid_setting"],
    ["sample", { mode: bare, size: 1 }, "invalid_setting"],
  ];
  for (const [type, config, code] of configs) {
    const compiled = compile(chain(source(), node("t", type, config)), "t", options);
    assert.equal(compiled.ok ? "compiled" : compiled.problems[0]?.code, code, type);
  }
  const chosen = compile(chain(source("t", { columns: [bare, list, 1n] })), "t", options);
  assert.equal(chosen.ok ? "compiled" : chosen.problems[0]?.code, "unknown_column");
});

type Path = readonly string[];

function paths(value: unknown, path: Path = []): readonly Path[] {
  if (typeof value !== "object" || value === null) return [path];
  return [path, ...Object.entries(value).flatMap(([key, child]) => paths(child, [...path, key]))];
}

function changed(value: unknown, [key, ...rest]: Path, change: (old: unknown) => unknown): unknown {
  if (key === undefined) return change(value);
  if (Array.isArray(value)) {
    return value.map((item, at) => (String(at) === key ? changed(item, rest, change) : item));
  }
  return { ...(value as object), [key]: changed((value as Record<string, unknown>)[key], rest, change) };
}

const HOSTILE: readonly unknown[] = [
  null,
  undefined,
  "",
  "__proto__",
  "constructor",
  "toString",
  "a",
  -1,
  0,
  0.5,
  1e9 + 1,
  1e21,
  NaN,
  Infinity,
  true,
  [],
  {},
  [null],
  [[]],
  "\0",
  "\ud800",
  "2024-13-45",
  "x".repeat(20_000),
  { logic: "or", conditions: [{}] },
  { size: 1e9, unit: "year" },
  1n,
  Symbol("s"),
  () => 1,
];

Deno.test("valid graphs with anything in any place are answered, and every problem says what and where", () => {
  const valid = CASES.map((each) => each.graph);
  const mutant = fc.record({
    graph: fc.constantFrom(...valid),
    at: fc.nat(),
    what: fc.oneof(
      fc.constantFrom(...HOSTILE),
      fc.anything({ withBigInt: true, withNullPrototype: true, withSparseArray: true, maxDepth: 3 }),
    ),
    twice: fc.option(fc.nat()),
  });
  fc.assert(
    fc.property(mutant, fc.constantFrom(...DIALECT_NAMES), (each, dialect) => {
      let value: unknown = each.graph;
      for (const at of [each.at, ...(each.twice === null ? [] : [each.twice])]) {
        const places = paths(value);
        value = changed(value, places[at % places.length] ?? [], () => each.what);
      }
      const target = each.graph.nodes.at(-1)?.id ?? "";
      const compiled = compile(value, target, { ...options, dialect });
      const { nodes, problems = [] } = propagate(value, catalog);
      const found = [
        ...readGraph(value).problems,
        ...problems,
        ...Object.values(nodes).flatMap((schema) => schema.problems),
        ...(compiled.ok ? [] : compiled.problems),
      ];
      assert.ok(compiled.ok || compiled.problems.length > 0);
      for (const problem of found) {
        assert.match(problem.code, /^[a-z_]+$/);
        assert.match(problem.message, /^(Cannot|Column) /);
        assert.ok(problem.message.length < 1_000);
      }
      assert.equal(Object.keys(Object.prototype).length, 0);
    }),
    { numRuns: Number(Deno.env.get("FUZZ_RUNS") ?? 100) * 20 },
  );
});

Deno.test("unknown fields survive a round trip wherever they stand", () => {
  const value = {
    ...graph([node("a", "limit", { count: 1, kept: [{ deep: true }] }, { kept: 1 } as never)], []),
    theme: { dark: true },
  } as unknown as Graph;
  const edged = {
    ...value,
    nodes: [source("s"), ...value.nodes],
    edges: [{ source: "s", target: "a", kept: "x" }],
  };
  assert.deepEqual(readGraph(JSON.parse(JSON.stringify(edged))).graph, edged);
});

/** Whatever the graph, the compiler answers, in words and in time. */
import assert from "node:assert/strict";
import { compile, type CompileOptions, propagate, readGraph } from "@/compiler/mod.ts";
import { DIALECTS } from "@/compiler/dialects/mod.ts";
import { sizeProblem } from "@/compiler/emit/bounds.ts";
import { DIALECT_NAMES } from "@/compiler/schema/vocabulary.ts";
import {
  catalog,
  chain,
  everything,
  graph,
  instruments,
  instrumentSource,
  node,
  source,
} from "./support/graphs.ts";

const options = { catalog, dialect: "clickhouse" as const, entitlements: everything };

function codes(value: unknown, target = "t"): readonly string[] {
  const compiled = compile(value, target, options);
  propagate(value, catalog);
  return compiled.ok ? [] : compiled.problems.map((problem) => problem.code);
}

Deno.test("malformed graphs are refused with a code and a path", () => {
  const cases: readonly (readonly [unknown, string])[] = [
    [null, "invalid_graph"],
    ["text", "invalid_graph"],
    [{ nodes: 1, edges: [] }, "invalid_graph"],
    [{ version: 1, nodes: [null], edges: [] }, "invalid_node"],
    [{ version: 1, nodes: [{ id: "t" }], edges: [] }, "unknown_type"],
    [{ version: 1, nodes: [node("t", "constructor", {})], edges: [] }, "unknown_type"],
    [{ version: 1, nodes: [source("t"), source("t")], edges: [] }, "duplicate_id"],
    [graph([source("t")], ["t > t"]), "wrong_port"],
    [graph([node("t", "limit", { count: 1 })], ["t > t"]), "cycle"],
    [
      graph([node("t", "limit", { count: 1 }), node("u", "limit", { count: 1 })], ["t > u", "u > t"]),
      "cycle",
    ],
    [graph([source("a"), node("t", "limit", { count: 1 })], ["a > t", "gone > t"]), "dangling_edge"],
    [graph([source("a"), node("t", "limit", { count: 1 })], ["a > t.left"]), "wrong_port"],
    [graph([source("a"), source("b"), node("t", "limit", { count: 1 })], ["a > t", "b > t"]), "wrong_port"],
    [
      { version: 1, nodes: Array.from({ length: 2001 }, (_, at) => source(`n${at}`)), edges: [] },
      "too_large",
    ],
    [graph([node("t", "limit", { count: 1 })], []), "missing_input"],
    [chain(source(), node("t", "limit", { count: 1e9 + 1 })), "too_large"],
    [chain(source(), node("t", "limit", { count: "5" })), "invalid_setting"],
    [chain(source("a", {}), node("t", "select", { columns: ["pric"] })), "unknown_column"],
    [chain(source("a", { table: "trade" }), node("t", "limit", { count: 1 })), "unknown_table"],
    [
      chain(source(), node("t", "pivot", { column: "side", value: "quantity", function: "sum" })),
      "pivot_values_needed",
    ],
    [graph([node("t", "data_source", source().config, { disabled: true })], []), "disabled_source"],
  ];
  for (const [value, expected] of cases) {
    const found = codes(value);
    assert.ok(found.includes(expected), `${JSON.stringify(value)?.slice(0, 200)} gave ${found}`);
  }
});

Deno.test("__proto__ as an id is refused, and its columns are still known", () => {
  const value = chain(source("__proto__"), node("constructor", "limit", { count: 1 }));
  const { nodes } = propagate(value, catalog);
  assert.deepEqual(Object.keys(nodes).sort(), ["__proto__", "constructor"]);
  assert.deepEqual(Object.values(nodes).map((schema) => schema.columns.length), [9, 9]);
  assert.deepEqual(codes(value, "constructor"), ["invalid_node"]);
  assert.ok(
    compile(chain(source("toString"), node("constructor", "limit", { count: 1 })), "constructor", options).ok,
  );
  assert.equal(({} as Record<string, unknown>).columns, undefined);
});

Deno.test("a structural fault refuses every target; a fault elsewhere in the settings does not", () => {
  const faultElsewhere = graph([
    source("a"),
    node("t", "limit", { count: 1 }),
    node("x", "limit", { count: -1 }),
  ], [
    "a > t",
    "a > x",
  ]);
  assert.deepEqual(codes(faultElsewhere), []);
  assert.deepEqual(codes(faultElsewhere, "x"), ["invalid_setting"]);
});

Deno.test("unknown fields survive a round trip", () => {
  const value = { ...chain({ ...source(), extra: { kept: true } } as never), theme: "x" };
  assert.deepEqual(readGraph(structuredClone(value)).graph, value);
});

Deno.test("fifty nested groups pass, fifty-one are too large", () => {
  const nested = (depth: number): Record<string, unknown> =>
    depth === 1
      ? { logic: "and", conditions: [{ column: "quantity", operator: ">", value: 1 }] }
      : { logic: "or", conditions: [nested(depth - 1)] };
  assert.deepEqual(codes(chain(source(), node("t", "filter", nested(50)))), []);
  assert.deepEqual(codes(chain(source(), node("t", "filter", nested(51)))), ["too_large"]);
});

for (const dialect of DIALECT_NAMES) {
  Deno.test(`a deep diamond compiles or is refused, never exponentially: ${dialect}`, () => {
    for (const type of ["union", "join"]) {
      const nodes = [source("x"), node("n0", "limit", { count: 5 })];
      const edges = ["x > n0"];
      for (let level = 1; level <= 20; level++) {
        const config = type === "join"
          ? { kind: "inner", keys: [{ left: "trade_id", right: "trade_id" }], suffix: `_${level}` }
          : {};
        nodes.push(node(`n${level}`, type, config));
        edges.push(`n${level - 1} > n${level}.left`, `n${level - 1} > n${level}.right`);
      }
      const started = performance.now();
      const compiled = compile(graph(nodes, edges), "n20", { ...options, dialect });
      // Far above what it takes, far below what an exponential walk would.
      assert.ok(performance.now() - started < 2_000);
      if (compiled.ok) assert.ok(compiled.sql.length < 100_000);
      else assert.match(compiled.problems[0]?.code ?? "", /^too_(complex|large)$/);
    }
  });
}

Deno.test("strings of any kind stay out of the statement", () => {
  const corpus = [
    "'; DROP TABLE x; --",
    '"',
    "\\",
    "`",
    "$$",
    "/*",
    "{p1:String}",
    "\n",
    "a\0b",
    "') OR 1=1 --",
  ];
  for (const text of corpus) {
    for (const dialect of DIALECT_NAMES) {
      const marker = `MARK${text}MARK`;
      const compiled = compile(
        chain(
          source(),
          node("f", "filter", {
            logic: "and",
            conditions: [{ column: "symbol", operator: "=", value: marker }],
          }),
          node("p", "pivot", {
            rows: ["side"],
            column: "symbol",
            value: "quantity",
            function: "sum",
            values: ["x"],
          }),
        ),
        "p",
        { ...options, dialect, entitlements: { symbols: [marker] } },
      );
      assert.equal(compiled.ok, dialect === "clickhouse" || !text.includes("\0"));
      if (compiled.ok) assert.ok(!compiled.sql.includes("MARK"), compiled.sql);
    }
  }
});

Deno.test("every scan of a table with symbols carries the entitlement in its own SELECT", () => {
  const value = graph([
    source("a"),
    source("b"),
    instrumentSource("c"),
    node("l", "limit", { count: 3 }),
    node("j", "join", { kind: "full", keys: [{ left: "symbol", right: "symbol" }] }),
    node("k", "join", { kind: "left", keys: [{ left: "symbol", right: "symbol" }] }),
  ], ["a > l", "l > j.left", "b > j.right", "c > k.left", "j > k.right"]);
  const compiled = compile(value, "k", { ...options, entitlements: { symbols: ["AAPL"] } });
  assert.ok(compiled.ok);
  assert.equal(
    compiled.sql.match(/"trades" AS s\d+\n +WHERE \(s\d+\."symbol" IN \{p1:Array\(String\)\}\)/g)?.length,
    2,
  );
});

Deno.test("source, filter, select, sort and table are one SELECT", () => {
  const value = chain(
    source(),
    node("f", "filter", { logic: "and", conditions: [{ column: "quantity", operator: ">", value: 1 }] }),
    node("s", "select", { columns: ["symbol", "price"] }),
    node("o", "sort", { keys: [{ column: "price", direction: "desc" }] }),
    node("t", "table_view", {}),
  );
  const compiled = compile(value, "t", options);
  assert.ok(compiled.ok);
  assert.equal(compiled.levels, 1);
  assert.equal(
    compiled.sql,
    'SELECT\n  s1."symbol" AS "symbol",\n  s1."price" AS "price"\nFROM "flowforge"."trades" AS s1\n' +
      'WHERE (s1."quantity" > {p1:Int64})\nORDER BY s1."price" DESC NULLS LAST',
  );
  const unmerged = compile(value, "t", { ...options, merge: false });
  assert.ok(unmerged.ok && unmerged.levels === 5);
});

Deno.test("a statement larger than its store reads is refused in words", () => {
  const many = (groups: number, each = 2000) =>
    chain(
      source(),
      node("t", "filter", {
        logic: "and",
        conditions: Array.from({ length: groups }, (_, group) => ({
          logic: "or",
          conditions: Array.from({ length: each }, (_, at) => ({
            column: "quantity",
            operator: "=",
            value: group * each + at,
          })),
        })),
      }),
    );
  const columns = Array.from({ length: 1601 }, (_, at) => ({
    name: `x${at}`,
    type: "int64" as const,
    nullable: false,
  }));
  const wide = { ...options.catalog, tables: [{ ...instruments, columns }] };
  const cases: readonly (readonly [unknown, Partial<CompileOptions>, RegExp | undefined])[] = [
    [many(1), {}, undefined],
    [many(5), {}, /bytes: this store reads at most 262144/],
    [many(5), { dialect: "postgres" }, undefined],
    [chain(instrumentSource("t")), { catalog: wide }, undefined],
    [
      chain(instrumentSource("t")),
      { catalog: wide, dialect: "postgres" },
      /1601 columns: this store reads at most 1600/,
    ],
  ];
  for (const [value, more, message] of cases) {
    const compiled = compile(value, "t", { ...options, ...more });
    assert.equal(compiled.ok, message === undefined, JSON.stringify(compiled).slice(0, 300));
    if (compiled.ok || message === undefined) continue;
    const [problem] = compiled.problems;
    assert.deepEqual([problem?.code, problem?.nodeId], ["too_large", "t"]);
    assert.match(problem?.message ?? "", message);
  }
  assert.equal(sizeProblem(DIALECTS.materialize, "x".repeat(1_000_001), 1, 1)?.code, "too_large");
  assert.equal(sizeProblem(DIALECTS.postgres, "", 65_534, 1), undefined);
  assert.equal(sizeProblem(DIALECTS.postgres, "", 65_535, 1)?.code, "too_large");
  assert.equal(sizeProblem(DIALECTS.clickhouse, "é".repeat(131_073), 1, 1)?.code, "too_large");
});

Deno.test("the largest list is one parameter; a larger one is refused", () => {
  const among = (size: number) =>
    chain(
      source(),
      node("t", "filter", {
        logic: "and",
        conditions: [{
          column: "side",
          operator: "in",
          value: Array.from({ length: size }, (_, at) => `v${at}`),
        }],
      }),
    );
  const compiled = compile(among(10_000), "t", options);
  assert.ok(compiled.ok && compiled.params.length === 1 && compiled.sql.length < 500);
  assert.deepEqual(codes(among(10_001)), ["too_large"]);
  assert.deepEqual(codes(among(500_000)), ["too_large"]);
});

Deno.test("conditions of all nodes together have a limit, which says what it is about", () => {
  const conditions = Array(2_000).fill({ column: "price", operator: ">", value: "1" });
  const inner = { logic: "and", conditions };
  const filters = (count: number) =>
    chain(
      source(),
      ...Array.from({ length: count }, (_, at) =>
        node(at === count - 1 ? "t" : `n${at}`, "filter", {
          logic: "or",
          conditions: [inner, inner, inner],
        })),
    );
  assert.deepEqual(propagate(filters(8), catalog).nodes.t?.problems, []);
  const problems = propagate(filters(9), catalog).nodes.t?.problems ?? [];
  assert.deepEqual(problems.map(({ code, message }) => [code, message]), [
    ["too_large", "Cannot use more than 50000 conditions in one workflow."],
  ]);
});

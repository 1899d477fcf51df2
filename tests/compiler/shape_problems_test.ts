/** Faults in the settings of the nodes that shape rows, and in what a caller adds: code, path, words and a way out. */
import assert from "node:assert/strict";
import { compile, type CompileOptions, type Graph, type GraphNode, propagate } from "@/compiler/mod.ts";
import { catalog, chain, everything, graph, instrumentSource, node, source } from "./support/graphs.ts";

type Expected = readonly [code: string, field: string, message: RegExp, hint?: RegExp];

const options = { catalog, dialect: "clickhouse" as const, entitlements: everything };

const both = (config: GraphNode["config"]) =>
  graph([source("a"), instrumentSource("b"), node("t", "union", config)], ["a > t.left", "b > t.right"]);
const after = (type: string, config: GraphNode["config"]) => chain(source(), node("t", type, config));

const ENTRIES = Array.from({ length: 2001 }, () => "side");

const CASES: readonly (readonly [Graph, ...Expected])[] = [
  [chain(source("t", { limit: 1_000_000_001 })), "too_large", "limit", /at most 1000000000/],
  [chain(source("t", { limit: -1 })), "invalid_setting", "limit", /at least 0/],
  [chain(source("t", { columns: ["pirce"] })), "unknown_column", "columns[0]", /"pirce"/, /"price"/],
  [chain(source("t", { event_time: "evnt_time" })), "unknown_column", "event_time", /no such column/],
  [chain(source("t", { event_time: "price" })), "wrong_type", "event_time", /it is decimal/],
  [chain(source("t", { event_time: 5 })), "invalid_setting", "event_time", /a column name is expected/],
  [chain(source("t", { columns: ["side", "side"] })), "duplicate_name", "columns[1]", /"side" twice/],
  [chain(source("t", { columns: "side" })), "invalid_setting", "columns", /a list/],
  [
    chain(source("t", { table: "trade" })),
    "unknown_table",
    "table",
    /"flowforge.trade"/,
    /"flowforge.trades"/,
  ],
  [chain(source("t", { database: "" })), "missing_setting", "database", /no database is chosen/],
  [after("filter", { logic: "xor", conditions: [] }), "invalid_setting", "logic", /"xor"/, /"and" or "or"/],
  [after("filter", { conditions: [] }), "invalid_setting", "logic", /no logic is chosen/, /"and" or "or"/],
  [after("filter", { logic: "and", conditions: {} }), "invalid_setting", "conditions", /not a list/],
  [
    after("filter", { logic: "and", conditions: ENTRIES.map((column) => ({ column, operator: "is_null" })) }),
    "too_large",
    "conditions",
    /2000/,
  ],
  [
    after("filter", {
      logic: "or",
      conditions: [{ logic: "and", conditions: [{ column: "side", operator: "is" }] }],
    }),
    "invalid_operator",
    "conditions[0].conditions[0].operator",
    /"is"/,
    /./,
  ],
  [
    after("filter", { logic: "and", conditions: [5] }),
    "invalid_setting",
    "conditions[0]",
    /5 is not an object/,
  ],
  [
    after("filter", { logic: "and", conditions: [{}] }),
    "missing_setting",
    "conditions[0].column",
    /a column/,
  ],
  [after("select", {}), "missing_setting", "columns", /"Columns" is not set/],
  [after("select", { columns: [] }), "missing_setting", "columns", /at least 1 entry/],
  [after("select", { columns: ["side", "side"] }), "duplicate_name", "columns[1]", /"side" twice/],
  [after("select", { columns: ENTRIES }), "too_large", "columns", /more than 2000/],
  [
    after("rename", { renames: [{ from: "side", to: "price" }] }),
    "duplicate_name",
    "renames[0].to",
    /"price"/,
  ],
  [
    after("rename", { renames: [{ from: "side", to: "x" }, { from: "side", to: "y" }] }),
    "duplicate_name",
    "renames[1].from",
    /"side" twice/,
  ],
  [after("rename", { renames: [{ from: "side", to: "" }] }), "invalid_name", "renames[0].to", /empty/],
  [
    after("rename", { renames: [{ from: "side", to: "x".repeat(1001) }] }),
    "too_large",
    "renames[0].to",
    /1000/,
  ],
  [
    after("rename", { renames: [{ from: "sid", to: "x" }] }),
    "unknown_column",
    "renames[0].from",
    /"sid"/,
    /"side"/,
  ],
  [after("sort", { keys: [] }), "missing_setting", "keys", /at least 1 entry/],
  [
    after("sort", { keys: [{ column: "side", direction: "up" }] }),
    "invalid_setting",
    "keys[0].direction",
    /"up"/,
    /asc, desc/,
  ],
  [
    after("sort", { keys: [{ column: "side", direction: "asc", nulls: "middle" }] }),
    "invalid_setting",
    "keys[0].nulls",
    /"middle"/,
    /last, first/,
  ],
  [after("limit", { count: 1_000_000_001 }), "too_large", "count", /at most 1000000000/],
  [after("limit", { count: 1, offset: 1_000_000_001 }), "too_large", "offset", /at most 1000000000/],
  [after("limit", { count: "5" }), "invalid_setting", "count", /Cannot use "5".*a number/],
  [after("limit", { count: 1.5 }), "invalid_setting", "count", /Cannot use 1.5.*a whole number/],
  [after("limit", {}), "missing_setting", "count", /"Rows" is not set/],
  [after("sample", { mode: "percent", size: 0 }), "invalid_setting", "size", /above 0 and up to 100/],
  [after("sample", { mode: "percent", size: 100.1 }), "invalid_setting", "size", /above 0 and up to 100/],
  [after("sample", { mode: "rows", size: 1_000_000_001 }), "too_large", "size", /at most/],
  [after("sample", { mode: "rows", size: 0.5 }), "invalid_setting", "size", /not a whole number/],
  [after("sample", { mode: "some", size: 5 }), "invalid_setting", "mode", /"some"/, /rows, percent/],
  [after("unique", { columns: ["sides"] }), "unknown_column", "columns[0]", /"sides"/, /"side"/],
  [
    after("unique", { keep: { column: "nothing", direction: "asc" } }),
    "unknown_column",
    "keep.column",
    /"nothing"/,
  ],
  [after("table_view", { page_size: 0 }), "invalid_setting", "page_size", /at least 1/],
  [after("table_view", { page_size: 1_000_000_001 }), "too_large", "page_size", /at most/],
  [
    after("table_view", { sort: [{ column: "sid", direction: "asc" }] }),
    "unknown_column",
    "sort[0].column",
    /"sid"/,
  ],
  [after("scatter_plot", { x: "rate", y: "side" }), "wrong_type", "y", /string/, /int64, float64, decimal/],
  [after("scatter_plot", { y: "rate" }), "missing_setting", "x", /"Horizontal" is not set/],
  [
    both({ columns: [{ as: "x", left: "side", right: "lot" }] }),
    "wrong_type",
    "columns[0]",
    /string and decimal/,
    /Convert/,
  ],
  [
    both({ columns: [{ as: "x", left: "rate", right: "lot" }] }),
    "wrong_type",
    "columns[0]",
    /float64 and decimal/,
    /Convert/,
  ],
  [both({ columns: [{ as: "x" }] }), "missing_setting", "columns[0]", /neither side/],
  [
    both({ columns: [{ as: "x", left: "side" }, { as: "x", right: "lot" }] }),
    "duplicate_name",
    "columns[1].as",
    /"x"/,
  ],
  [graph([source(), node("t", "union", {})], ["a > t.left"]), "missing_input", "right", /its right input/],
];

Deno.test("a fault in a node's settings says what, where and what to do; as columns are worked out and as rows are", () => {
  for (const [value, code, field, message, hint] of CASES) {
    const compiled = compile(value, "t", options);
    assert.ok(!compiled.ok, field);
    const [problem, more] = compiled.problems;
    assert.deepEqual([problem?.code, problem?.nodeId, problem?.field, more], [code, "t", field, undefined]);
    assert.match(problem?.message ?? "", message);
    assert.match(problem?.message ?? "", /^Cannot [^:]+(: .+)?\.$/);
    if (hint) assert.match(problem?.hint ?? "", hint);
    assert.deepEqual(propagate(value, catalog).nodes.t?.problems, compiled.problems);
  }
});

Deno.test("a fault of a node that the target does not need refuses nothing", () => {
  for (const [value] of CASES) {
    if (value.nodes[0]?.id === "t") continue;
    assert.ok(compile(value, "a", options).ok);
  }
});

Deno.test("an option that cannot be used is a problem, and no filter is left out because it cannot be read", () => {
  const cases:
    readonly (readonly [Partial<Record<keyof CompileOptions, unknown>>, string, string, RegExp])[] = [
      [{ limit: -1 }, "invalid_option", "limit", /-1/],
      [{ limit: 1_000_000_001 }, "too_large", "limit", /1000000001/],
      [{ offset: 0.5 }, "invalid_option", "offset", /0.5/],
      [{ now: "yesterday" }, "invalid_option", "now", /"yesterday"/],
      [{ pixels: 0 }, "invalid_option", "pixels", /0/],
      [{ dialect: "__proto__" }, "invalid_option", "dialect", /"__proto__"/],
      [{ filters: [null] }, "invalid_option", "filters[0]", /column/],
      [{ filters: [{ column: 5, operator: "=" }] }, "invalid_option", "filters[0]", /column/],
      [{ locked: [null] }, "invalid_option", "locked[0]", /column/],
      [{ locked: [{ column: "desk", operator: "=", value: "x" }] }, "locked_filter", "locked[0]", /"desk"/],
      [{ locked: [{ column: "quantity", operator: "=", value: "x" }] }, "invalid_value", "locked[0]", /"x"/],
      [
        { filters: [{ column: "quantity", operator: "=", value: "x" }] },
        "invalid_value",
        "filters[0]",
        /"x"/,
      ],
      [{ filters: [{ column: "quantity", operator: "likes" }] }, "invalid_operator", "filters[0]", /"likes"/],
    ];
  for (const [more, code, field, message] of cases) {
    const compiled = compile(chain(source()), "a", { ...options, ...more } as CompileOptions);
    assert.ok(!compiled.ok, JSON.stringify(more));
    assert.deepEqual([compiled.problems[0]?.code, compiled.problems[0]?.field], [code, field]);
    assert.match(compiled.problems[0]?.message ?? "", message);
  }
});

Deno.test("a target that is not there comes with the nearest id", () => {
  const compiled = compile(chain(source("orders")), "odrers", options);
  assert.ok(!compiled.ok);
  assert.equal(compiled.problems[0]?.code, "unknown_target");
  assert.equal(compiled.problems[0]?.hint, 'Did you mean "orders"?');
});

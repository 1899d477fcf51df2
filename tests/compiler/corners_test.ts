/** Edges beside the rows: what is refused, what a sample draws, how a statement is cut up, what an editor remembers. */
import assert from "node:assert/strict";
import {
  type Catalog,
  compile,
  type CompileOptions,
  createPropagator,
  type Graph,
  type GraphNode,
  propagate,
} from "@/compiler/mod.ts";
import { openClickHouse, openPostgres, type Rows, sorted } from "./support/engines.ts";
import {
  catalog,
  chain,
  everything,
  graph,
  instrumentSource,
  node,
  source,
  tradeRows,
  trades,
} from "./support/graphs.ts";

function compiled(given: Graph, more: Partial<CompileOptions> = {}) {
  const target = given.nodes.at(-1)?.id ?? "";
  return compile(given, target, { catalog, dialect: "clickhouse", entitlements: everything, ...more });
}

function codes(given: Graph, more: Partial<CompileOptions> = {}): readonly string[] {
  const result = compiled(given, more);
  return result.ok ? [] : result.problems.map((problem) => problem.code);
}

const formula = (expression: string) => chain(source(), node("f", "formula", { as: "f", expression }));
const where = (condition: Record<string, unknown>) =>
  chain(source(), node("w", "filter", { logic: "and", conditions: [condition] }));

Deno.test("what has no meaning is refused by its own code", () => {
  const cases: readonly (readonly [string, Graph, string])[] = [
    [
      "a day that does not exist",
      where({ column: "day", operator: "=", value: "2024-02-30" }),
      "invalid_value",
    ],
    ["no percent", chain(source(), node("s", "sample", { mode: "percent", size: 0 })), "invalid_setting"],
    [
      "hours of a date",
      chain(
        source(),
        node("g", "group_by", { keys: [{ column: "day", bucket: { size: 1, unit: "hour" } }] }),
      ),
      "invalid_bucket",
    ],
    [
      "a pivot's column named like its row key",
      chain(
        source(),
        node("p", "pivot", {
          rows: ["symbol"],
          column: "side",
          value: "quantity",
          function: "sum",
          values: ["symbol"],
        }),
      ),
      "duplicate_name",
    ],
    [
      "a rank without an order",
      chain(source(), node("w", "window", { function: "rank", as: "n", partition_by: [], order_by: [] })),
      "missing_setting",
    ],
    [
      "exact and floating numbers in one column",
      graph([
        source("a", { columns: ["price"] }),
        source("b", { columns: ["rate"] }),
        node("r", "rename", { renames: [{ from: "rate", to: "price" }] }),
        node("u", "union", {}),
      ], ["a > u.left", "b > r", "r > u.right"]),
      "wrong_type",
    ],
    ["a number as a condition", formula("NOT [quantity]"), "wrong_type"],
    ["a number beside a condition", formula("[flag] AND [quantity]"), "wrong_type"],
  ];
  for (const [what, given, code] of cases) assert.deepEqual(codes(given), [code], what);
  for (const option of [{ limit: -1 }, { offset: -1 }, { limit: 1.5 }]) {
    assert.deepEqual(codes(chain(source()), option), ["invalid_option"], JSON.stringify(option));
  }
});

Deno.test("a table whose symbol column is not there is not read by those who may see some symbols", () => {
  const table = { ...trades, columns: trades.columns.filter((column) => column.name !== "symbol") };
  for (const entitlements of [{ symbols: ["AAPL"] }, { symbols: [] }, undefined]) {
    const given = { catalog: { tables: [table] }, entitlements: entitlements as never };
    assert.deepEqual(codes(chain(source()), given), ["invalid_catalog"]);
  }
});

Deno.test("a step with many readers, and a deep chain, are refused where a store could not run them", () => {
  const nodes: GraphNode[] = [source("x"), node("n0", "limit", { count: 5 })];
  const edges = ["x > n0"];
  for (let level = 1; level <= 12; level++) {
    nodes.push(node(`u${level}`, "union", {}), node(`n${level}`, "limit", { count: 5 }));
    edges.push(`n${level - 1} > u${level}.left`, `n${level - 1} > u${level}.right`, `u${level} > n${level}`);
  }
  const doubled = graph(nodes, edges);
  assert.deepEqual(codes(doubled), ["too_complex"]);
  // PostgreSQL computes a common table expression once.
  assert.deepEqual(codes(doubled, { dialect: "postgres" }), []);
  const steps = (count: number) =>
    Array.from({ length: count }, (_, at) => [
      node(`l${at}`, "limit", { count: 5 }),
      node(`f${at}`, "filter", {
        logic: "and",
        conditions: [{ column: "trade_id", operator: ">", value: 1 }],
      }),
    ]).flat();
  for (const [dialect, tooMany] of [["clickhouse", 70], ["postgres", 350]] as const) {
    assert.deepEqual(codes(chain(source(), ...steps(50)), { dialect }), []);
    assert.deepEqual(codes(chain(source(), ...steps(tooMany)), { dialect }), ["too_complex"]);
  }
});

Deno.test("rows that are read in pages are cut in a total order at every step", () => {
  const given = chain(
    source("a", { limit: 50 }),
    node("s", "sort", { keys: [{ column: "side", direction: "asc" }] }),
    node("l", "limit", { count: 9 }),
    node("w", "filter", { logic: "and", conditions: [{ column: "quantity", operator: ">", value: 1 }] }),
  );
  for (const page of [{ limit: 3 }, { offset: 3 }]) {
    const result = compiled(given, page);
    assert.ok(result.ok);
    const orders = result.sql.match(/ORDER BY .*\n *(?=LIMIT|OFFSET)/g) ?? [];
    assert.equal(orders.length, 3, result.sql);
    for (const order of orders) {
      assert.equal(order.match(/NULLS LAST/g)?.length, trades.columns.length, order);
    }
  }
});

Deno.test("a node is attributed to its outermost level, and a part to the node that made it", () => {
  const given = chain(
    source(),
    node("u", "unique", { columns: ["symbol"], keep: { column: "price", direction: "asc" } }),
    node("made", "formula", { as: "made", expression: "[price] * [quantity]" }),
    node("passed", "formula", { as: "passed", expression: "[made]" }),
  );
  const result = compiled(given, { dialect: "postgres" });
  assert.ok(result.ok);
  const notes = new Map(result.attribution?.map((note) => [note.nodeId, note]));
  assert.equal(notes.get("u")?.level, 1, "the filter on the window stands in the outer SELECT");
  assert.equal(notes.get("a")?.level, 2);
  const texts = (id: string) => notes.get(id)?.spans.map(({ start, end }) => result.sql.slice(start, end));
  assert.match(texts("made")?.[0] ?? "", / AS "made"$/);
});

Deno.test("types of totals", () => {
  const metrics = [
    ["sum", "quantity", "decimal(38,0)?"],
    ["sum", "price", "decimal(38,6)?"],
    ["sum", "rate", "float64?"],
    ["avg", "quantity", "float64?"],
    ["median", "price", "float64?"],
    ["stddev", "trade_id", "float64?"],
    ["count", "side", "int64"],
    ["count_distinct", "side", "int64"],
    ["min", "day", "date?"],
    ["max", "event_time", "datetime?"],
  ] as const;
  const given = chain(
    source(),
    node("g", "group_by", {
      metrics: metrics.map(([name, column], at) => ({ function: name, column, as: `m${at}` })),
    }),
  );
  const types = propagate(given, catalog).nodes.g?.columns.map(({ type, precision, scale, nullable }) =>
    `${type}${type === "decimal" ? `(${precision},${scale})` : ""}${nullable ? "?" : ""}`
  );
  assert.deepEqual(types, metrics.map(([, , type]) => type));
});

/** Twice as many rows as are drawn, so that two seeds hardly draw the same. */
const many = Array.from({ length: 400 }, (_, index) => [index, ...tradeRows[index % 7]!.slice(1)]);

Deno.test({
  name: "a sample is settled by its seed, of the size asked for, and cut in its own order",
  sanitizeOps: false,
  sanitizeResources: false,
  async fn() {
    for (const open of [openClickHouse, openPostgres]) {
      const engine = await open();
      try {
        await engine.fill(trades, many);
        const byId = node("by", "sort", { keys: [{ column: "trade_id", direction: "desc" }] });
        const drawn = async (config: Record<string, unknown>, ...more: GraphNode[]): Promise<Rows> => {
          const id = node("id", "select", { columns: ["trade_id"] });
          const given = chain(source(), byId, node("s", "sample", config), ...more, id);
          const result = compiled(given, { dialect: engine.dialect });
          assert.ok(result.ok);
          return await engine.run(result);
        };
        for (
          const [mode, size, least, most] of [["rows", 200, 200, 200], ["percent", 25, 60, 140]] as const
        ) {
          const zero = await drawn({ mode, size });
          assert.ok(zero.length >= least && zero.length <= most, `${mode}: ${zero.length}`);
          assert.deepEqual(await drawn({ mode, size, seed: 0 }), zero);
          assert.notDeepEqual(sorted(await drawn({ mode, size, seed: 1 })), sorted(zero));
        }
        const [two, all] = [
          await drawn({ mode: "rows", size: 20 }, node("two", "limit", { count: 2 })),
          "rows",
        ];
        assert.deepEqual(two, (await drawn({ mode: all, size: 20 })).slice(0, 2));
      } finally {
        await engine.close();
      }
    }
  },
});

Deno.test("a propagator notices another catalogue, type, switch and nullability", () => {
  const nodes = [
    source(),
    node("n", "select", { columns: ["trade_id", "quantity"] }),
    node("f", "formula", { as: "f", expression: "[quantity] & [trade_id]" }),
    node("i", "formula", { as: "i", expression: "COALESCE([quantity], [trade_id])" }),
  ];
  const edit = (id: string, change: Partial<GraphNode>) =>
    chain(...nodes.map((each) => (each.id === id ? { ...each, ...change } : each)));
  const strict: Catalog = {
    tables: catalog.tables.map((table) => ({
      ...table,
      columns: table.columns.map((column) => ({ ...column, nullable: false })),
    })),
  };
  const coalesce = (text: string) => ({ as: "quantity", expression: text });
  const inPlace = [source(), node("n", "formula", coalesce("[quantity]")), ...nodes.slice(2)];
  const replaced = (text: string) =>
    chain(...inPlace.map((each) => (each.id === "n" ? { ...each, config: coalesce(text) } : each)));
  const steps: readonly (readonly [string, Graph, Catalog])[] = [
    ["first", chain(...nodes), catalog],
    ["another catalogue", chain(...nodes), strict],
    ["and back", chain(...nodes), catalog],
    ["another type", edit("n", { type: "unique" }), catalog],
    ["and back", chain(...nodes), catalog],
    ["switched off", edit("n", { disabled: true }), catalog],
    ["switched on", chain(...nodes), catalog],
    ["replaced in place", replaced("[quantity]"), catalog],
    ["no longer nullable", replaced("COALESCE([quantity], 1)"), catalog],
    ["nullable again", replaced("[quantity]"), catalog],
    [
      "another input",
      graph([source(), instrumentSource(), ...nodes.slice(1)], ["b > n", "n > f", "f > i"]),
      catalog,
    ],
  ];
  const propagator = createPropagator();
  for (const [what, given, tables] of steps) {
    assert.deepEqual(propagator(given, tables), propagate(given, tables), what);
  }
});

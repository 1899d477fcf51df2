/** Preview, compile, validate and widget data over a real sample market. */
import assert from "node:assert/strict";
import { functionReference } from "@/compiler/mod.ts";
import * as catalog from "@/lib/server/catalog/operations.ts";
import * as operations from "@/lib/server/query/operations.ts";
import * as widgets from "@/lib/server/widgets/operations.ts";
import { assertDocumented, assertProblem, makeWorkspace, openTestApp, tradesGraph } from "./support.ts";
import { chain, source, type TestGraph } from "./graphs.ts";

// A slow machine must not turn a thousand compilations into a time-out of the one query.
const app = await openTestApp({ environment: { PREVIEW_TIMEOUT_MS: "60000" } });
Deno.test.afterAll(() => app.close());

const preview = (graph: TestGraph, target: string, more: object = {}, tenant = "tenant-a") =>
  app.ask("POST", "/api/v1/preview", { tenant, body: { graph, target_node_id: target, ...more } });

Deno.test("a preview answers at most 100 rows and says that there are more", async () => {
  const answer = await preview(tradesGraph(), "table");
  assertDocumented(operations.run, answer);
  assert.equal(answer.json.row_count, 100);
  assert.equal(answer.json.rows.length, 100);
  assert.equal(answer.json.truncated, true);
  assert.equal(answer.json.rows[0].length, answer.json.columns.length);
  const greedy = await preview(tradesGraph(), "table", { limit: 5_000 });
  assert.equal(greedy.json.row_count, 100, "the cap is the server's");
  const few = await preview(tradesGraph(), "table", { limit: 3 });
  assert.equal(few.json.row_count, 3);
});

Deno.test("pages of a preview neither repeat nor skip rows", async () => {
  const all = await preview(tradesGraph(), "table", { limit: 100 });
  const first = await preview(tradesGraph(), "table", { limit: 60 });
  const second = await preview(tradesGraph(), "table", { limit: 40, offset: 60 });
  assert.deepEqual([...first.json.rows, ...second.json.rows], all.json.rows);
  assertProblem(await preview(tradesGraph(), "table", { offset: 10_001 }), 413, "too_large");
});

Deno.test("a complete result is not called truncated", async () => {
  const answer = await preview(chain(source("marts", "dim_instruments")), "source");
  assert.equal(answer.json.row_count, 10);
  assert.equal(answer.json.truncated, false);
});

Deno.test("the second time the answer comes from the cache, wherever the nodes stand", async () => {
  const graph = tradesGraph();
  const limit = { limit: 17 };
  assert.equal((await preview(graph, "table", limit)).json.cache_hit, false);
  const moved = {
    ...graph,
    nodes: graph.nodes.map((node) => ({
      ...node,
      position: { x: 9, y: 9 },
      label: "moved",
      note: "n",
      selected: true,
    })),
  };
  const again = await preview(moved, "table", limit);
  assert.equal(again.json.cache_hit, true);
});

Deno.test("each tenant sees its own symbols, cached or not, in either order", async () => {
  const symbols = chain(
    source("flowforge", "raw_trades"),
    {
      id: "keys",
      type: "group_by",
      config: { keys: [{ column: "symbol" }], metrics: [{ function: "count", as: "n" }] },
    },
    { id: "sorted", type: "sort", config: { keys: [{ column: "symbol", direction: "asc" }] } },
  );
  for (const tenant of ["tenant-a", "tenant-b", "tenant-a", "tenant-b"]) {
    const { json } = await preview(symbols, "sorted", {}, tenant);
    const seen = json.rows.map(([symbol]: [string]) => symbol);
    if (tenant === "tenant-b") assert.deepEqual(seen, ["BAC", "GS", "JPM"]);
    else assert.equal(seen.length, 10);
  }
});

Deno.test("a thousand identical previews at once are one query", async () => {
  let queries = 0;
  const store = app.stores.analytical;
  const original = store.query.bind(store);
  store.query = (query) => (queries++, original(query));
  try {
    const answers = await Promise.all(
      Array.from({ length: 1_000 }, () => preview(tradesGraph(), "table", { limit: 23 })),
    );
    assert.ok(answers.every(({ status, json }) => status === 200 && json.row_count === 23));
    assert.equal(queries, 1);
  } finally {
    store.query = original;
  }
});

Deno.test("compile shows the statement with bound values, validate the columns and problems", async () => {
  const graph = chain(
    source("flowforge", "raw_trades"),
    {
      id: "big",
      type: "filter",
      config: { logic: "and", conditions: [{ column: "symbol", operator: "=", value: "O'Neil" }] },
    },
  );
  const compiled = await app.ask("POST", "/api/v1/compile", { body: { graph, target_node_id: "big" } });
  assertDocumented(operations.compile, compiled);
  assert.equal(compiled.json.store, "clickhouse");
  assert.ok(!compiled.json.sql.includes("Neil"));
  assert.ok(JSON.stringify(compiled.json.params).includes("O'Neil"));

  const validated = await app.ask("POST", "/api/v1/validate", { body: { graph } });
  assertDocumented(operations.validate, validated);
  assert.ok(validated.json.nodes.big.columns.length > 0);
  const broken = { ...graph, edges: [...graph.edges, { source: "big", target: "source" }] };
  const config = { time: "bucket", open: "open", high: "high", low: "low", close: "close" };
  const conditions = [{ column: "symbol", operator: "in", value: ["AAPL", "BAC"] }];
  const candles = chain(
    source("metrics", "daily_rollup"),
    { id: "two", type: "filter", config: { logic: "and", conditions } },
    { id: "candles", type: "candlestick", config },
  );
  const warned = await app.ask("POST", "/api/v1/validate", { body: { graph: candles } });
  const [problem, ...others] = warned.json.nodes.candles.problems;
  assert.deepEqual([problem.code, problem.severity, others], ["several_symbols", "warning", []]);
  const faults = await app.ask("POST", "/api/v1/validate", { body: { graph: broken } });
  assert.equal(faults.status, 200, faults.text);
  assert.ok(faults.json.problems.length > 0);
  assert.ok(faults.json.nodes.source.problems.some((each: { code: string }) => each.code === "wrong_port"));
  const unknown = { ...graph, nodes: [...graph.nodes, { id: "odd", type: "tabel", config: {} }] };
  const answer = await app.ask("POST", "/api/v1/validate", { body: { graph: unknown } });
  assertDocumented(operations.validate, answer);
  assert.equal(answer.json.nodes.odd.problems[0].code, "unknown_type");
  assert.equal(answer.json.nodes.odd.problems[0].field, "nodes[2].type");
});

Deno.test("compile explains where a viewer's filters apply", async () => {
  const graph = chain(source("flowforge", "raw_trades"), {
    id: "total",
    type: "window",
    config: {
      function: "sum",
      column: "quantity",
      as: "total",
      partition_by: ["symbol"],
      order_by: [{ column: "event_time", direction: "asc" }],
    },
  });
  const filters = [
    { column: "symbol", operator: "=", value: "AAPL" },
    { column: "event_time", operator: "after", value: "2024-01-31" },
    { column: "simbol", operator: "=", value: "AAPL" },
  ];
  const body = { graph, target_node_id: "total", filters };
  const explained = await app.ask("POST", "/api/v1/compile", { body });
  assertDocumented(operations.compile, explained);
  const { explanation, filters: { applied, ignored } } = explained.json;
  const said = explanation.flatMap((note: { filters?: string[] }) => note.filters ?? []).toSorted();
  assert.deepEqual(said, [
    'The filter on "event_time" (after) applies behind this window, which reads the rows that the filter hides.',
    'The filter on "symbol" (=) applies in the table itself.',
  ]);
  assert.deepEqual(applied.map(({ column }: { column: string }) => column), ["symbol", "event_time"]);
  assert.deepEqual(ignored.map(({ column }: { column: string }) => column), ["simbol"]);
});

Deno.test("a graph with a fault in its settings cannot run and says where", async () => {
  const graph = chain(source("flowforge", "raw_trades"), {
    id: "sorted",
    type: "sort",
    config: { keys: [{ column: "no_such_column", direction: "asc" }] },
  });
  const answer = await preview(graph, "sorted");
  assertProblem(answer, 422, "invalid_graph");
  assert.equal(answer.json.problems[0].nodeId, "sorted");
  assertProblem(await preview(graph, "nowhere"), 422, "invalid_graph");
  assertProblem(await preview(chain(source("system", "tables")), "source"), 422, "invalid_graph");
});

Deno.test("live tables are read from the live store", async () => {
  const live = await preview(chain(source("public", "live_positions")), "source");
  assertDocumented(operations.run, live);
  assert.ok(live.json.row_count > 0);
  const body = { graph: chain(source("public", "live_positions")), target_node_id: "source" };
  const { json } = await app.ask("POST", "/api/v1/compile", { body });
  assert.deepEqual(json.statements.map(({ store }: { store: string }) => store), ["materialize"]);
});

/** Positions by sector; of the same trades, in two stores. */
const bySector = (database: string, table: string, kind: string): TestGraph => ({
  version: 1,
  nodes: [
    { ...source("marts", "dim_instruments"), id: "stored" },
    { ...source(database, table), id: "held" },
    {
      id: "long",
      type: "filter",
      config: { logic: "and", conditions: [{ column: "mark_price", operator: ">", value: 150 }] },
    },
    { id: "both", type: "join", config: { kind, keys: [{ left: "symbol", right: "symbol" }] } },
    {
      id: "sectors",
      type: "group_by",
      config: {
        keys: [{ column: "exchange" }],
        metrics: [
          { function: "count", column: "quantity", as: "n" },
          { function: "sum", column: "quantity", as: "held" },
          { function: "max", column: "mark_price", as: "dearest" },
        ],
      },
    },
    { id: "sorted", type: "sort", config: { keys: [{ column: "exchange", direction: "asc" }] } },
  ].map((node) => ({ ...node, position: { x: 0, y: 0 } })),
  edges: [
    { source: "held", target: "long" },
    { source: "stored", target: "both", port: "left" },
    { source: "long", target: "both", port: "right" },
    { source: "both", target: "sectors" },
    { source: "sectors", target: "sorted" },
  ],
});

for (const kind of ["inner", "left", "full", "semi", "anti"]) {
  Deno.test(`a ${kind} join of live and analytical tables is the same join inside one store`, async () => {
    const target = kind === "semi" || kind === "anti" ? "both" : "sorted";
    for (const tenant of ["tenant-a", "tenant-b"]) {
      const mixed = await preview(bySector("public", "live_positions", kind), target, {}, tenant);
      assertDocumented(operations.run, mixed);
      const stored = await preview(bySector("flowforge", "positions", kind), target, {}, tenant);
      assert.ok(mixed.json.row_count > 0);
      assert.deepEqual(mixed.json.rows.toSorted(), stored.json.rows.toSorted());
    }
  });
}

Deno.test("what crosses stores is said, and is no more than the tenant may see", async () => {
  const body = { graph: bySector("public", "live_positions", "inner"), target_node_id: "sorted" };
  const answer = await app.ask("POST", "/api/v1/compile", { tenant: "tenant-b", body });
  assertDocumented(operations.compile, answer);
  const [read, run, ...more] = answer.json.statements;
  assert.deepEqual(more, []);
  assert.deepEqual([read.store, read.table, read.symbols], [
    "materialize",
    "public.live_positions",
    ["JPM", "BAC", "GS"],
  ]);
  assert.match(read.text, /FROM "public"\."live_positions"[^]*"symbol" = ANY/);
  assert.equal(run.text, answer.json.sql);
  assert.doesNotMatch(run.text, /live_positions/);
});

Deno.test("a pivot without values finds them, and says which", async () => {
  const graph = chain(source("flowforge", "raw_trades"), {
    id: "pivot",
    type: "pivot",
    config: { rows: ["symbol"], column: "side", value: "quantity", function: "sum" },
  });
  const answer = await preview(graph, "pivot");
  assertDocumented(operations.run, answer);
  assert.deepEqual(answer.json.pivot_values.pivot.toSorted(), ["buy", "sell"]);
  assert.deepEqual(answer.json.columns.map(({ name }: { name: string }) => name).toSorted(), [
    "buy",
    "sell",
    "symbol",
  ]);
});

Deno.test("a widget shows its node's rows, filtered by the address", async () => {
  const { widget } = await makeWorkspace(app);
  const path = `/api/v1/widgets/${widget}/data`;
  const all = await app.ask("GET", path);
  assertDocumented(widgets.data, all);
  assert.equal(all.json.title, "Latest trades");
  assert.equal(all.json.chart, "table_view");
  assert.equal(all.json.row_count, 20, "the table's page size");

  const at = all.json.columns.findIndex(({ name }: { name: string }) => name === "symbol");
  const symbolsOf = async (query: string) => {
    const { json, status, text } = await app.ask("GET", `${path}?limit=500&${query}`);
    assert.equal(status, 200, text);
    return new Set(json.rows.map((row: string[]) => row[at]));
  };
  assert.deepEqual(await symbolsOf("symbol=AAPL"), new Set(["AAPL"]));
  assert.deepEqual(await symbolsOf("symbol=AAPL&symbol=MSFT"), new Set(["AAPL", "MSFT"]));
  assert.deepEqual(await symbolsOf("symbol.in=AAPL,GS"), new Set(["AAPL", "GS"]));
  assert.deepEqual(await symbolsOf("symbol=%27%20OR%201=1"), new Set());
  assert.ok((await symbolsOf("no_such_column=1")).size > 2, "a column no source has is ignored");
  assert.ok((await symbolsOf("symbol.in=")).size > 2, "no value is no filter");
  assert.ok((await symbolsOf("range=30d")).size > 2);
  assert.deepEqual(await symbolsOf("price.>=1000000"), new Set());
  assertProblem(await app.ask("GET", `${path}?range=soon`), 422, "invalid_input");
  assertProblem(await app.ask("GET", `${path}?price=lots`), 422, "invalid_input");
});

Deno.test("editing the workflow changes the widget; deleting it says so", async () => {
  const { widget, workflow } = await makeWorkspace(app);
  const path = `/api/v1/widgets/${widget}/data`;
  const graph = tradesGraph("marts.dim_instruments");
  const edited = {
    ...graph,
    nodes: graph.nodes.map((node) =>
      node.id === "sorted" ? { ...node, config: { keys: [{ column: "symbol", direction: "asc" }] } } : node
    ),
  };
  await app.ask("PATCH", `/api/v1/workflows/${workflow}`, { body: { version: 1, graph: edited } });
  const after = await app.ask("GET", path);
  assert.equal(after.json.row_count, 10, after.text);

  const without = { ...edited, nodes: edited.nodes.slice(0, 2), edges: edited.edges.slice(0, 1) };
  await app.ask("PATCH", `/api/v1/workflows/${workflow}`, { body: { version: 2, graph: without } });
  const gone = await app.ask("GET", path);
  assertProblem(gone, 410, "node_deleted");
  assert.equal(gone.json.detail, "Source node deleted");

  await app.ask("DELETE", `/api/v1/workflows/${workflow}`);
  const deleted = await app.ask("GET", path);
  assertProblem(deleted, 410, "source_deleted");
  assert.equal(deleted.json.detail, "Source workflow deleted");
});

Deno.test("the catalogue lists granted tables only, without the engine's own types", async () => {
  const tables = await app.ask("GET", "/api/v1/schema/tables");
  assertDocumented(catalog.tables, tables);
  const names = tables.json.items.map(({ database, table }: Record<string, string>) =>
    `${database}.${table}`
  );
  assert.ok(names.includes("flowforge.raw_trades") && names.includes("public.live_quotes"));
  assert.ok(!names.some((name: string) => name.startsWith("system.") || name.startsWith("internal.")));

  const columns = await app.ask("GET", "/api/v1/schema/tables/flowforge.raw_trades/columns");
  assertDocumented(catalog.columns, columns);
  assert.ok(!columns.text.includes("storeType"));
  assertProblem(await app.ask("GET", "/api/v1/schema/tables/system.tables/columns"), 404, "not_found");
});

Deno.test("every function of formulas is listed with its help", async () => {
  const listed = await app.ask("GET", "/api/v1/schema/functions");
  assertDocumented(catalog.functions, listed);
  assert.deepEqual(listed.json.items, functionReference);
});

Deno.test("a table that is taken away can no longer be read, saved workflow or not", async () => {
  const { widget } = await makeWorkspace(app, "tenant-b");
  const { entitlements } = app.stores.metadata.repositories("tenant-b");
  const before = await entitlements.get();
  const path = `/api/v1/widgets/${widget}/data`;
  assert.equal((await app.ask("GET", path, { tenant: "tenant-b" })).status, 200);
  await entitlements.set({ tables: ["marts.dim_instruments"], symbols: before!.symbols });
  await new Promise((resolve) => setTimeout(resolve, 1_100));
  try {
    assertProblem(await app.ask("GET", path, { tenant: "tenant-b" }), 422, "invalid_graph");
    const listed = await app.ask("GET", "/api/v1/schema/tables", { tenant: "tenant-b" });
    assert.equal(listed.json.items.length, 1);
    await entitlements.set({ tables: "all", symbols: [] });
    await new Promise((resolve) => setTimeout(resolve, 1_100));
    const nothing = await app.ask("GET", path, { tenant: "tenant-b" });
    assert.equal(nothing.json.row_count, 0, "no symbols, no rows");
  } finally {
    await entitlements.set(before!);
  }
});

/** What a compile says of a viewer's filters: where each took rows away, or why it did not. */
import assert from "node:assert/strict";
import { compile, type CompileOptions, type Graph } from "@/compiler/mod.ts";
import { catalog, chain, everything, graph, instrumentSource, node, source } from "./support/graphs.ts";

const report = (workflow: Graph, more: Partial<CompileOptions>) => {
  const options = { catalog, dialect: "clickhouse" as const, entitlements: everything, ...more };
  const compiled = compile(workflow, workflow.nodes.at(-1)?.id ?? "", options);
  assert.ok(compiled.ok, JSON.stringify(compiled));
  return compiled.filters;
};

const is = (column: string, value: unknown) => ({ column, operator: "=", value });

Deno.test("a filter that reaches no scan says why", () => {
  const doubled = node("f", "formula", { as: "twice", expression: "[quantity] * 2" });
  const filters = [is("simbol", "GS"), is("sector", "tech"), is("twice", 4), is("symbol", "AAPL")];
  const { applied = [], ignored = [] } = report(chain(source(), doubled), { filters }) ?? {};
  assert.deepEqual(applied, [{ column: "symbol", operator: "=", placed: [{ nodeId: "a", at: "scan" }] }]);
  assert.deepEqual(ignored.map(({ column, reason, hint }) => [column, reason, hint]), [
    ["simbol", "unknown_column", 'Did you mean "symbol"?'],
    ["sector", "column_elsewhere", undefined],
    ["twice", "computed_column", undefined],
  ]);
  for (const { message } of ignored) assert.doesNotMatch(message, /trades|instruments/);
});

Deno.test("a column that is computed under a table's name is that of the table below", () => {
  const replaced = node("f", "formula", { as: "symbol", expression: '"all"' });
  const { applied } = report(chain(source(), replaced), { filters: [is("symbol", "AAPL")] })!;
  assert.deepEqual(applied.map(({ placed }) => placed), [[{ nodeId: "a", at: "scan" }]]);
});

Deno.test("every scan that a filter reached is named, and none that it did not", () => {
  const workflow = graph(
    [
      source(),
      instrumentSource("b"),
      node("j", "join", { kind: "inner", keys: [{ left: "symbol", right: "symbol" }] }),
    ],
    ["a > j.left", "b > j.right"],
  );
  const { applied } = report(workflow, { filters: [is("symbol", "AAPL"), is("sector", "tech")] })!;
  const nodes = applied.map(({ placed }) => placed.map(({ nodeId }) => nodeId).toSorted());
  assert.deepEqual(nodes, [["a", "b"], ["b"]]);
});

Deno.test("without filters there is nothing to say", () => {
  assert.equal(report(chain(source()), {}), undefined);
  assert.deepEqual(report(chain(source()), { filters: [] }), { applied: [], ignored: [] });
});

Deno.test("the place of a filter is said: at the scan, or after the window that it must not change", () => {
  const total = node("w", "window", {
    function: "sum",
    column: "quantity",
    as: "total",
    partition_by: ["symbol"],
    order_by: [{ column: "event_time", direction: "asc" }],
  });
  const filters = [is("symbol", "AAPL"), { column: "event_time", operator: "after", value: "2024-01-31" }];
  const { applied } = report(chain(source(), total), { filters })!;
  assert.deepEqual(applied.map(({ placed }) => placed), [
    [{ nodeId: "a", at: "scan" }],
    [{ nodeId: "w", at: "window" }],
  ]);
});

Deno.test("the explanation says where each filter applies", () => {
  const total = node("w", "window", {
    function: "sum",
    column: "quantity",
    as: "total",
    partition_by: ["symbol"],
    order_by: [{ column: "event_time", direction: "asc" }],
  });
  const carried = node("f", "fill", {
    time: "day",
    bucket: { size: 1, unit: "day" },
    columns: [{ column: "quantity", mode: "last" }],
  });
  const card = node("k", "kpi_card", {
    metric: "quantity",
    function: "sum",
    compare: { column: "event_time", period: { size: 1, unit: "day" } },
  });
  const hides = "which reads the rows that the filter hides.";
  const after = (column: string) => ({ column, operator: "after", value: "2024-01-31" });
  for (
    const [target, filters, expected] of [
      [total, [is("symbol", "AAPL"), after("event_time")], [
        `The filter on "event_time" (after) applies behind this window, ${hides}`,
        'The filter on "symbol" (=) applies in the table itself.',
      ]],
      [carried, [after("day")], [`The filter on "day" (after) applies behind this fill, ${hides}`]],
      [card, [after("event_time")], ['The filter on "event_time" (after) says which periods are compared.']],
      [total, [], []],
    ] as const
  ) {
    const options = { catalog, entitlements: everything, filters, merge: false };
    for (const dialect of ["clickhouse", "postgres"] as const) {
      const compiled = compile(chain(source(), target), target.id, { ...options, dialect });
      assert.ok(compiled.ok, JSON.stringify(compiled));
      const notes = compiled.explanation ?? [];
      assert.deepEqual(notes.flatMap((note) => note.filters ?? []), expected);
    }
  }
});

Deno.test("a range reaches event times alone, and says where there is none", () => {
  const range = { last: { size: 1, unit: "day" } };
  const { applied, ignored } = report(chain(source()), { range })!;
  assert.deepEqual([applied, ignored.map(({ reason }) => reason)], [[], ["no_event_time"]]);
  const tables = catalog.tables.map((table) => ({ ...table, eventTime: "event_time" }));
  const timed = report(chain(source()), { range, catalog: { tables } })!;
  assert.deepEqual(timed.applied, [{
    column: "range",
    operator: "range",
    placed: [{ nodeId: "a", at: "scan" }],
  }]);
  const state = report(chain(source("a", { event_time: "" })), { range, catalog: { tables } })!;
  assert.deepEqual(state.ignored.map(({ reason, message }) => [reason, message]), [[
    "no_event_time",
    "Cannot apply the time range: what is shown here is the current state, which has no time of its own.",
  ]]);
  const own = report(chain(source("a", { event_time: "day" })), { range })!;
  assert.deepEqual(own.applied, timed.applied);
});

Deno.test("a range that reaches one of two tables says which it leaves alone", () => {
  const range = { last: { size: 1, unit: "day" } };
  const tables = catalog.tables.map((table) =>
    table.table === "trades" ? { ...table, eventTime: "event_time" } : table
  );
  const join = node("j", "join", { kind: "inner", keys: [{ left: "symbol", right: "symbol" }] });
  const graph: Graph = {
    version: 1,
    nodes: [source(), instrumentSource("b"), join],
    edges: [{ source: "a", target: "j", port: "left" }, { source: "b", target: "j", port: "right" }],
  };
  const { applied, ignored } = report(graph, { range, catalog: { tables } })!;
  assert.deepEqual(ignored, []);
  assert.deepEqual(applied.map(({ placed, notes }) => [placed, notes]), [[
    [{ nodeId: "a", at: "scan" }],
    ['The time range leaves "instruments" alone: it shows the current state, which has no time of its own.'],
  ]]);
});

Deno.test("a range that cannot be used is a problem", () => {
  const last = { size: 1, unit: "day" };
  const refused: readonly (readonly [unknown, string])[] = [
    ["yesterday", "range"],
    [{ from: "yesterday" }, "range.from"],
    [{ to: 5 }, "range.to"],
    [{ last: { size: 0, unit: "day" } }, "range.last"],
    [{ last, from: "2024-01-01" }, "range"],
  ];
  for (const [range, field] of refused) {
    const options = { catalog, dialect: "clickhouse" as const, range: range as CompileOptions["range"] };
    const compiled = compile(chain(source()), "a", options);
    assert.ok(!compiled.ok);
    assert.deepEqual([compiled.problems[0]?.code, compiled.problems[0]?.field], ["invalid_option", field]);
  }
});

/** What a result says beside its rows: values that were left out, filters that reached it, ranges and comparisons. */
import assert from "node:assert/strict";
import * as operations from "@/lib/server/query/operations.ts";
import * as widgets from "@/lib/server/widgets/operations.ts";
import { chain, source, type TestGraph } from "./graphs.ts";
import { assertDocumented, assertProblem, makeWorkspace, openTestApp } from "./support.ts";

const app = await openTestApp({ environment: { PREVIEW_TIMEOUT_MS: "60000" } });
Deno.test.afterAll(() => app.close());

const preview = (graph: TestGraph, target: string) =>
  app.ask("POST", "/api/v1/preview", { tenant: "tenant-a", body: { graph, target_node_id: target } });

Deno.test("a value with a comma is one value in an address, and a list of numbers or texts is a list", async () => {
  const save = async (path: string, body: object) =>
    (await app.ask("POST", `/api/v1/${path}`, { body })).json.id;
  const graph = chain(source("marts", "dim_instruments"), {
    id: "table",
    type: "table_view",
    config: { columns: ["symbol", "name"], sort: [{ column: "symbol", direction: "asc" }] },
  });
  const workflow_id = await save("workflows", { name: "Instruments", graph });
  const dashboard_id = await save("dashboards", { name: "Instruments" });
  const widget = await save("widgets", { workflow_id, dashboard_id, node_id: "table" });
  const symbols = async (query: string) => {
    const answer = await app.ask("GET", `/api/v1/widgets/${widget}/data?${query}`);
    assertDocumented(widgets.data, answer);
    return answer.json.rows.map(([symbol]: [string]) => symbol);
  };
  assert.deepEqual(await symbols("name.in=Amazon.com%2C%20Inc."), ["AMZN"]);
  assert.deepEqual(await symbols("name.in=Amazon.com%2C%20Inc.&name.in=Apple%20Inc."), ["AAPL", "AMZN"]);
  assert.deepEqual(await symbols("name.in=Amazon.com%2C%20Inc.,Apple%20Inc."), ["AAPL", "AMZN"]);
  assert.deepEqual(await symbols("name=Amazon.com,%20Inc."), ["AMZN"]);
  assert.deepEqual(await symbols("symbol.in=AMZN,AAPL"), ["AAPL", "AMZN"]);
});

Deno.test("a pivot keeps the values of most rows, in their own order, and says how many it left out", async () => {
  const column = "symbol";
  const count = chain(source("flowforge", "raw_trades"), {
    id: "counted",
    type: "group_by",
    config: { keys: [{ column }], metrics: [{ function: "count", as: "n" }] },
  });
  const counted: [string, string][] = (await preview(count, "counted")).json.rows;
  const heaviest = counted.toSorted(([a, m], [b, n]) => Number(n) - Number(m) || (a < b ? -1 : 1)).slice(
    0,
    3,
  );
  const pivot = { id: "pivot", type: "pivot", config: { column, value: "quantity", function: "sum" } };
  const few = { ...pivot, config: { ...pivot.config, most: 3 } };
  const answer = await preview(chain(source("flowforge", "raw_trades"), few), "pivot");
  assertDocumented(operations.run, answer);
  assert.deepEqual(answer.json.pivot_values.pivot, heaviest.map(([symbol]) => symbol).toSorted());
  assert.deepEqual(answer.json.pivot_values_omitted, { pivot: 7 });
  const exactly = { ...pivot, config: { ...pivot.config, most: 10 } };
  const whole = await preview(chain(source("flowforge", "raw_trades"), exactly), "pivot");
  assert.equal(whole.json.pivot_values.pivot.length, 10);
  assert.equal(whole.json.pivot_values_omitted, undefined);
});

Deno.test("a pivot of many values says so, and looks for them under the filters of its rows", async () => {
  const graph = chain(
    source("flowforge", "raw_trades"),
    {
      id: "minutes",
      type: "group_by",
      config: {
        keys: [{ column: "event_time", bucket: { size: 1, unit: "minute" }, as: "at" }],
        metrics: [{ function: "count", as: "n" }],
      },
    },
    { id: "pivot", type: "pivot", config: { rows: [], column: "at", value: "n", function: "sum" } },
    { id: "table", type: "table_view", config: {} },
  );
  const whole = await preview(graph, "table");
  const { pivot_values: values, pivot_values_omitted: omitted } = whole.json;
  assert.equal(values.pivot.length, 100);
  const minutes = await preview(
    chain(graph.nodes[0] as never, graph.nodes[1] as never, {
      id: "all",
      type: "group_by",
      config: { metrics: [{ function: "count", as: "n" }] },
    }),
    "all",
  );
  assert.equal(omitted.pivot + 100, Number(minutes.json.rows[0][0]));

  const made = await app.ask("POST", "/api/v1/workflows", { body: { name: "Minutes", graph } });
  const { dashboard } = await makeWorkspace(app);
  const body = { dashboard_id: dashboard, workflow_id: made.json.id, node_id: "table" };
  const { id } = (await app.ask("POST", "/api/v1/widgets", { body })).json;
  const hour = await app.ask("GET", `/api/v1/widgets/${id}/data?range=3h`);
  assertDocumented(widgets.data, hour);
  const times: number[] = hour.json.columns.map(({ name }: { name: string }) => Date.parse(name));
  const start = Date.now() - 3 * 3_600_000 - 60_000;
  assert.ok(
    times.length > 0 && times.every((time) => time >= start),
    "only minutes of the range are looked up",
  );
  assert.ok(hour.json.rows[0].every((cell: unknown) => cell !== null), "every column has rows behind it");
  assertProblem(await app.ask("GET", `/api/v1/widgets/${id}/data?symbol=none`), 422, "invalid_graph");
});

Deno.test("every answer says which filters it applied, and why not the others", async () => {
  const { dashboard } = await makeWorkspace(app);
  const graph = chain(
    source("flowforge", "raw_trades"),
    {
      id: "days",
      type: "group_by",
      config: {
        keys: [{ column: "event_time", bucket: { size: 1, unit: "day" }, as: "at_day" }],
        metrics: [{ function: "count", as: "n" }],
      },
    },
    { id: "table", type: "table_view", config: {} },
  );
  const { json: workflow } = await app.ask("POST", "/api/v1/workflows", { body: { name: "Days", graph } });
  const body = { dashboard_id: dashboard, workflow_id: workflow.id, node_id: "table" };
  const { id } = (await app.ask("POST", "/api/v1/widgets", { body })).json;
  const reportOf = async (query: string) => {
    const answer = await app.ask("GET", `/api/v1/widgets/${id}/data?${query}`);
    assertDocumented(widgets.data, answer);
    const { applied, ignored } = answer.json.filters;
    const named = (list: { column: string; reason?: string; hint?: string }[]) =>
      list.map(({ column, reason, hint }) => [column, reason, hint].filter(Boolean).join(" "));
    return [named(applied), named(ignored)];
  };
  assert.deepEqual(await reportOf(""), [[], []]);
  assert.deepEqual(await reportOf("symbol=AAPL&range=1d"), [["symbol", "range"], []]);
  assert.deepEqual(await reportOf("simbol=GS"), [[], ['simbol unknown_column Did you mean "symbol"?']]);
  assert.deepEqual(await reportOf("at_day=2026-11-22"), [[], ["at_day computed_column"]]);
  assert.deepEqual(await reportOf("sector=Tech&symbol=GS"), [["symbol"], ["sector column_elsewhere"]]);
  assert.deepEqual(await reportOf("symbol.in="), [[], ["symbol empty_value"]]);
});

Deno.test("a range reaches events, and leaves the current state alone", async () => {
  const { dashboard } = await makeWorkspace(app);
  for (const [database, table] of [["flowforge", "positions"], ["public", "live_positions"]] as const) {
    const graph = chain(source(database, table), { id: "table", type: "table_view", config: {} });
    const { json: workflow } = await app.ask("POST", "/api/v1/workflows", { body: { name: table, graph } });
    const body = { dashboard_id: dashboard, workflow_id: workflow.id, node_id: "table" };
    const path = `/api/v1/widgets/${(await app.ask("POST", "/api/v1/widgets", { body })).json.id}/data`;
    const whole = await app.ask("GET", path);
    const ranged = await app.ask("GET", `${path}?range=1s`);
    assert.ok(whole.json.row_count > 0);
    assert.equal(ranged.json.row_count, whole.json.row_count, table);
    assert.deepEqual(
      ranged.json.filters.ignored.map(({ reason }: { reason: string }) => reason),
      ["no_event_time"],
    );
  }
});

Deno.test("under a range a card compares the range with as much before it, and its tile says so", async () => {
  const { dashboard } = await makeWorkspace(app);
  const compare = { column: "event_time", period: { size: 1, unit: "day" } };
  const graph = chain(source("flowforge", "raw_trades"), {
    id: "card",
    type: "kpi_card",
    config: { metric: "quantity", function: "sum", compare },
  });
  const { json: workflow } = await app.ask("POST", "/api/v1/workflows", { body: { name: "Card", graph } });
  const body = { dashboard_id: dashboard, workflow_id: workflow.id, node_id: "card" };
  const { id } = (await app.ask("POST", "/api/v1/widgets", { body })).json;
  const under = async (query: string) => {
    const answer = await app.ask("GET", `/api/v1/widgets/${id}/data?fresh=1&${query}`);
    assertDocumented(widgets.data, answer);
    return answer.json;
  };
  const [half, own] = [await under("range=12h"), await under("")];
  assert.deepEqual(half.compared, { last: { size: 12, unit: "hour" } });
  assert.equal(own.compared, undefined);
  assert.ok(half.rows[0][0] !== null && half.rows[0][1] !== null, "read past the filter");
  // Two halves of a day are the day; a minute's trades may come between two reads.
  const [day, twice] = [Number(own.rows[0][0]), Number(half.rows[0][0]) + Number(half.rows[0][1])];
  assert.ok(Math.abs(day - twice) <= day / 20, `${day} is not ${twice}`);
  assert.deepEqual(half.filters.applied, [{
    column: "range",
    operator: "range",
    placed: [{ nodeId: "card", at: "comparison" }],
  }]);
});

Deno.test("a range does not change the position at a moment", async () => {
  const { dashboard } = await makeWorkspace(app);
  const order_by = ["event_time", "trade_id"].map((column) => ({ column, direction: "asc" }));
  const graph = chain(
    source("flowforge", "raw_trades"),
    {
      id: "signed",
      type: "formula",
      config: { as: "signed", expression: 'IF([side] = "buy", [quantity], 0 - [quantity])' },
    },
    {
      id: "running",
      type: "window",
      config: { function: "sum", column: "signed", as: "position", partition_by: ["symbol"], order_by },
    },
    {
      id: "last",
      type: "unique",
      config: { columns: ["symbol"], keep: { column: "event_time", direction: "desc" } },
    },
    { id: "shown", type: "select", config: { columns: ["symbol", "event_time", "position"] } },
    { id: "table", type: "table_view", config: {} },
  );
  const { json: workflow } = await app.ask("POST", "/api/v1/workflows", {
    body: { name: "Positions", graph },
  });
  const body = { dashboard_id: dashboard, workflow_id: workflow.id, node_id: "table" };
  const { id } = (await app.ask("POST", "/api/v1/widgets", { body })).json;
  const positions = async (query: string) => {
    const answer = await app.ask("GET", `/api/v1/widgets/${id}/data?fresh=1&${query}`);
    assertDocumented(widgets.data, answer);
    return new Map<string, string>(
      answer.json.rows.map(([symbol, at, position]: string[]) => [`${symbol} at ${at}`, position]),
    );
  };
  const [all, day] = [await positions(""), await positions("range=1d")];
  // A trade may come between two reads, and with it another moment.
  const shared = [...day.keys()].filter((moment) => all.has(moment));
  assert.ok(shared.length > 0);
  for (const moment of shared) assert.equal(day.get(moment), all.get(moment), moment);
});

/** A viewer's filters where windows stand between the scan and the target. */
import { catalog, chain, graph, instrumentSource, node, source, trades } from "../support/graphs.ts";
import { type Case, where } from "./case.ts";

const byId = node("o", "sort", { keys: [{ column: "trade_id", direction: "asc" }] });
const timed = {
  tables: catalog.tables.map((table) => table === trades ? { ...table, eventTime: "event_time" } : table),
};
const running = (config: Readonly<Record<string, unknown>> = {}) =>
  node("w", "window", {
    function: "sum",
    column: "quantity",
    as: "total",
    order_by: [{ column: "trade_id", direction: "asc" }],
    ...config,
  });
const shown = (...columns: string[]) => node("s", "select", { columns });
const from = (day: number) => ({
  column: "event_time",
  operator: ">=",
  value: `2024-02-0${day}T00:00:00Z`,
});
const isApple = { column: "symbol", operator: "=", value: "AAPL" };

/** A viewer's filters above windows: a part of a total is shown, and none begins anew. */
const lifted: readonly Case[] = [
  {
    name: "a range shows a part of a running total",
    graph: chain(source(), running(), shown("trade_id", "total")),
    options: { filters: [from(1)] },
    rows: [["5", "50"], ["6", "70"]],
    bag: true,
  },
  {
    name: "a filter on what a window partitions by stays at the scan",
    graph: chain(source(), running({ partition_by: ["symbol"] }), shown("trade_id", "total")),
    options: { filters: [isApple] },
    rows: [["1", "10"], ["2", "30"], ["5", "45"]],
    bag: true,
  },
  {
    name: "two filters above one window, each in its place",
    graph: chain(source(), running({ partition_by: ["symbol"] }), shown("trade_id", "total")),
    options: { filters: [isApple, from(1)] },
    rows: [["5", "45"]],
  },
  {
    name: "a filter stands above the last of the windows that it would change",
    graph: chain(
      source(),
      running(),
      node("r", "window", {
        function: "row_number",
        as: "place",
        partition_by: ["day"],
        order_by: [{ column: "trade_id", direction: "asc" }],
      }),
      shown("trade_id", "total", "place"),
    ),
    options: { filters: [isApple, { column: "day", operator: "=", value: "2024-01-31" }] },
    rows: [["1", "10", "1"], ["2", "30", "2"]],
    bag: true,
  },
  {
    name: "a filter follows a renamed column to the window",
    graph: chain(
      source(),
      node("n", "rename", { renames: [{ from: "event_time", to: "at" }] }),
      running(),
      shown("trade_id", "total"),
    ),
    options: { filters: [from(1)] },
    rows: [["5", "50"], ["6", "70"]],
    bag: true,
  },
  {
    name: "a column that the window's output does not have is filtered at the scan",
    graph: chain(
      source("a", { columns: ["trade_id", "quantity"] }),
      running(),
      shown("trade_id", "total"),
    ),
    options: { filters: [from(1)] },
    rows: [["5", "15"], ["6", "35"]],
    bag: true,
  },
  {
    name: "a replaced column is no longer the table's",
    graph: chain(
      source(),
      node("f", "formula", { as: "symbol", expression: 'IF([symbol] = "AAPL", "A", "B")' }),
      running(),
      shown("trade_id", "total"),
    ),
    options: { filters: [isApple] },
    rows: [["1", "10"], ["2", "30"], ["5", "45"]],
    bag: true,
  },
  {
    name: "a filter above a window over groups goes by the group's key, and by no bucket",
    graph: chain(
      source(),
      node("g", "group_by", {
        keys: [{ column: "symbol" }, { column: "day", bucket: { size: 1, unit: "year" }, as: "day" }],
        metrics: [{ function: "sum", column: "quantity", as: "q" }],
      }),
      node("w", "window", { function: "sum", column: "q", as: "all" }),
      shown("symbol", "q", "all"),
    ),
    options: {
      filters: [isApple, { column: "day", operator: "after", value: "1999-01-01" }],
    },
    // Those of 2024 by their days: 10 + 20 + 15 of AAPL, 5 of MSFT, 20 of NVDA.
    rows: [["AAPL", "45", "70"]],
  },
  {
    name: "a formula over an earlier row sees what the filter hides",
    graph: chain(
      source(),
      byId,
      node("f", "formula", { as: "before", expression: "LAG([trade_id])" }),
      shown("trade_id", "before"),
    ),
    options: { filters: [from(1)] },
    rows: [["5", "4"], ["6", "5"]],
  },
  {
    name: "each way from a shared scan is filtered for itself",
    graph: graph(
      [
        source(),
        running(),
        shown("trade_id", "total"),
        node("c", "select", { columns: ["trade_id", "quantity"] }),
        node("j", "join", { kind: "full", keys: [{ left: "trade_id", right: "trade_id" }] }),
        node("o", "select", { columns: ["trade_id", "total", "quantity"] }),
      ],
      ["a > w", "w > s", "a > c", "s > j.left", "c > j.right", "j > o"],
    ),
    options: { filters: [from(1)] },
    rows: [["5", "50", "15"], ["6", "70", "20"]],
    bag: true,
  },
  {
    name: "locked filters stay at the scan below a window",
    graph: chain(source(), running(), shown("trade_id", "total")),
    options: { locked: [from(1)] },
    rows: [["5", "15"], ["6", "35"]],
    bag: true,
  },
  {
    name: "a filter on the key of a join above which a window stands",
    graph: graph(
      [
        source(),
        instrumentSource(),
        node("j", "join", { kind: "inner", keys: [{ left: "symbol", right: "symbol" }] }),
        node("w", "window", {
          function: "row_number",
          as: "place",
          order_by: [{ column: "trade_id", direction: "asc" }, { column: "lot", direction: "asc" }],
        }),
        shown("trade_id", "lot", "place"),
      ],
      ["a > j.left", "b > j.right", "j > w", "w > s"],
    ),
    options: { filters: [{ column: "symbol", operator: "=", value: "MSFT" }] },
    rows: [["3", "5", "5"], ["4", "5", "6"]],
    bag: true,
  },
  {
    name: "a filter above a window over a union holds in both of its sides",
    graph: graph(
      [
        source(),
        source("b"),
        node("u", "union", {}),
        node("w", "window", { function: "count", as: "n" }),
        shown("symbol", "n"),
      ],
      ["a > u.left", "b > u.right", "u > w", "w > s"],
    ),
    options: { filters: [{ column: "symbol", operator: "=", value: "JPM" }] },
    rows: [["JPM", "14"], ["JPM", "14"]],
    bag: true,
  },
  {
    name: "unique keeps the last row that the filter shows",
    graph: chain(
      source(),
      running({ partition_by: ["symbol"] }),
      node("u", "unique", { columns: ["symbol"], keep: { column: "trade_id", direction: "desc" } }),
      shown("trade_id", "total"),
    ),
    options: { filters: [{ column: "day", operator: "before", value: "2024-02-01" }] },
    rows: [["2", "30"], ["7", "-3"]],
    bag: true,
  },
  {
    name: "a filter that holds in one side of a union stays at its scans",
    graph: graph(
      [
        source(),
        shown("symbol"),
        source("b"),
        node("n", "select", { columns: ["side"] }),
        node("r", "rename", { renames: [{ from: "side", to: "symbol" }] }),
        node("u", "union", {}),
        node("w", "window", { function: "count", as: "n" }),
      ],
      ["a > s", "s > u.left", "b > n", "n > r", "r > u.right", "u > w"],
    ),
    options: { filters: [isApple] },
    rows: [["AAPL", "6"], ["AAPL", "6"], ["AAPL", "6"], ["buy", "6"], ["sell", "6"], [null, "6"]],
    bag: true,
  },
  {
    name: "a filter on the side that a left join may leave empty stays at its scan",
    graph: graph(
      [
        source(),
        instrumentSource(),
        node("j", "join", { kind: "left", keys: [{ left: "symbol", right: "symbol" }] }),
        node("w", "window", { function: "count", as: "n" }),
        shown("trade_id", "sector", "n"),
      ],
      ["a > j.left", "b > j.right", "j > w", "w > s"],
    ),
    options: { filters: [{ column: "sector", operator: "=", value: "phones" }] },
    rows: [
      ["1", "phones", "7"],
      ["2", "phones", "7"],
      ["3", null, "7"],
      ["4", null, "7"],
      ["5", "phones", "7"],
      ["6", null, "7"],
      ["7", null, "7"],
    ],
    bag: true,
  },
  {
    name: "a range is about the event time of each table, and of no other column",
    graph: graph(
      [
        source(),
        instrumentSource(),
        node("j", "join", { kind: "inner", keys: [{ left: "symbol", right: "symbol" }] }),
        shown("trade_id", "lot"),
      ],
      ["a > j.left", "b > j.right", "j > s"],
    ),
    options: { range: { from: "2024-01-31T09:45:00Z", to: "2024-01-31T10:15:00Z" }, catalog: timed },
    rows: [["2", "10"], ["2", "20"], ["3", "5"]],
    bag: true,
  },
  {
    name: "a source names the column that a range is about, in the place of the catalogue",
    graph: chain(source("a", { event_time: "day" }), shown("trade_id")),
    options: { range: { from: "2024-02-01T00:00:00Z", to: "2024-03-01T00:00:00Z" }, catalog: timed },
    rows: [["3"], ["5"]],
    bag: true,
  },
  {
    name: "a source names its event time where the catalogue has none, and does not pass it on",
    graph: chain(source("a", { columns: ["trade_id"], event_time: "event_time" })),
    options: { range: { from: "2024-01-31T10:00:00Z", to: "2024-02-01T00:00:00Z" } },
    rows: [["3"], ["4"]],
    bag: true,
  },
  {
    name: "a range leaves a source of current state alone, and reaches the events beside it",
    graph: graph(
      [
        source("a", { columns: ["trade_id"], event_time: "" }),
        source("b", { columns: ["trade_id"] }),
        node("u", "union", {}),
      ],
      ["a > u.left", "b > u.right"],
    ),
    options: { range: { from: "2024-02-01T00:00:00Z" }, catalog: timed },
    rows: [["1"], ["2"], ["3"], ["4"], ["5"], ["5"], ["6"], ["6"], ["7"]],
    bag: true,
  },
  {
    name: "a range up to now, above a running total",
    graph: chain(source(), running(), shown("trade_id", "total")),
    options: {
      range: { last: { size: 1, unit: "day" } },
      now: "2024-02-01T09:45:00Z",
      catalog: timed,
    },
    rows: [["3", "35"], ["4", "35"], ["5", "50"], ["6", "70"]],
    bag: true,
  },
];

/** One for each day that has any, and one without a day. */
const few = { ...where({ column: "trade_id", operator: "between", value: [2, 6] }), id: "few" };
/** A row for every day of the trades. */
const daily = (mode: string, ends: Readonly<Record<string, string>> = {}) =>
  node("f", "fill", {
    time: "day",
    bucket: { size: 1, unit: "day" },
    columns: [{ column: "quantity", mode }],
    ...ends,
  });
const onDays = (first: string, last: string) => ({
  column: "day",
  operator: "between",
  value: [`2024-${first}`, `2024-${last}`],
});

/** A viewer's filters on times whose missing steps are filled. */
const filled: readonly Case[] = [
  {
    name: "a range shows a part of what a fill carries on",
    graph: chain(source(), few, daily("last"), shown("day", "quantity")),
    options: { filters: [onDays("02-27", "03-01")] },
    rows: [["2024-02-27", "5"], ["2024-02-28", "5"], ["2024-02-29", "15"], ["2024-03-01", "15"]],
  },
  {
    name: "a range lets a straight line begin and end outside of it",
    graph: chain(source(), few, daily("linear"), shown("day", "quantity")),
    options: { filters: [onDays("02-15", "02-15")] },
    rows: [["2024-02-15", 10]],
  },
  {
    name: "a range makes no step of a set grid look empty",
    graph: chain(
      source(),
      few,
      daily("zero", { from: "2024-01-30", to: "2024-02-03" }),
      shown("day", "quantity"),
    ),
    options: { filters: [onDays("02-01", "02-02")] },
    rows: [["2024-02-01", "5"], ["2024-02-02", "0"]],
  },
  {
    name: "a range stays at the scan below a fill that carries nothing",
    graph: chain(source(), few, daily("zero"), shown("day", "quantity")),
    options: { filters: [onDays("02-01", "02-03")] },
    rows: [["2024-02-01", "5"]],
  },
  {
    name: "a filter on what a fill does not fill up stays at the scan",
    graph: chain(source(), few, daily("last"), shown("day", "symbol", "quantity")),
    options: { filters: [{ column: "symbol", operator: "=", value: "MSFT" }, onDays("01-30", "02-03")] },
    // Trade 4 has no day.
    rows: [["2024-02-01", "MSFT", "5"]],
  },
  {
    name: "a range follows the times of a fill to the running total above it",
    graph: chain(
      source(),
      few,
      daily("zero"),
      running({ order_by: [{ column: "day", direction: "asc" }] }),
      shown("day", "total"),
    ),
    options: { filters: [onDays("02-02", "02-02")] },
    rows: [["2024-02-02", "25"]],
  },
  {
    name: "locked filters stay at the scan below a fill",
    graph: chain(source(), few, daily("last"), shown("day", "quantity")),
    options: { locked: [onDays("02-27", "03-01")] },
    rows: [["2024-02-29", "15"]],
  },
  {
    name: "a filter on numbers with a fraction follows the key of a group",
    graph: chain(
      source(),
      node("g", "group_by", {
        keys: [{ column: "rate" }],
        metrics: [{ function: "sum", column: "quantity", as: "quantity" }],
      }),
      running({ order_by: [{ column: "rate", direction: "asc" }] }),
      shown("rate", "total"),
    ),
    options: { filters: [{ column: "rate", operator: "between", value: [0.4, 2] }] },
    rows: [[0.5, "45"], [1.5, "65"]],
    bag: true,
  },
];

export const askedFilters: readonly Case[] = [...lifted, ...filled];

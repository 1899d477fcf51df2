/** What each node means, on both engines, merged and not. */
import assert from "node:assert/strict";
import { compile, type CompileOptions, type Graph } from "@/compiler/mod.ts";
import { type Cell, type Engine, openClickHouse, openPostgres, sorted } from "./support/engines.ts";
import {
  catalog,
  chain,
  everything,
  graph,
  instrumentRows,
  instruments,
  instrumentSource,
  node,
  quoteRows,
  quotes,
  quoteSource,
  source,
  tradeRows,
  trades,
} from "./support/graphs.ts";

interface Case {
  readonly name: string;
  readonly graph: Graph;
  readonly rows: readonly (readonly Cell[])[];
  readonly columns?: readonly string[];
  readonly options?: Partial<CompileOptions>;
  /** Rows come in any order. */
  readonly bag?: boolean;
  readonly only?: "clickhouse" | "postgres";
}

const ids = (...list: number[]) => list.map((id) => [String(id)]);
const onlyId = node("ids", "select", { columns: ["trade_id"] });
const where = (...conditions: unknown[]) => node("w", "filter", { logic: "and", conditions });
const filtered = (name: string, condition: Record<string, unknown>, ...expected: number[]): Case => ({
  name: `filter ${name}`,
  graph: chain(source(), where(condition), onlyId),
  rows: ids(...expected),
  bag: true,
  options: { now: "2024-02-01T10:00:00Z" },
});

const filters: readonly Case[] = [
  filtered("= text", { column: "symbol", operator: "=", value: "AAPL" }, 1, 2, 5),
  filtered(
    "= ignores case when asked",
    { column: "side", operator: "=", value: "SELL", ignore_case: true },
    2,
    6,
  ),
  filtered("= keeps case", { column: "side", operator: "=", value: "sell" }, 2),
  filtered("!= leaves nulls out", { column: "side", operator: "!=", value: "buy" }, 2, 6),
  filtered(
    "!= ignore case",
    { column: "side", operator: "!=", value: "SELL", ignore_case: true },
    1,
    3,
    4,
    7,
  ),
  filtered("> number", { column: "quantity", operator: ">", value: 10 }, 2, 5, 6),
  filtered("integer against 6.5", { column: "quantity", operator: ">=", value: 6.5 }, 1, 2, 5, 6),
  filtered("integer = 5.0", { column: "quantity", operator: "=", value: "5.0" }, 3),
  filtered("integer = 5.5 is nothing", { column: "quantity", operator: "=", value: 5.5 }),
  filtered("decimal as text", { column: "price", operator: "=", value: "300.000001" }, 6),
  filtered("decimal finer than the column", { column: "price", operator: "<", value: "-7.4999999999" }, 7),
  filtered("float", { column: "rate", operator: "<=", value: 0 }, 5, 6),
  filtered(
    "beyond int64",
    { column: "quantity", operator: "<", value: "99999999999999999999" },
    1,
    2,
    3,
    5,
    6,
    7,
  ),
  filtered("between", { column: "quantity", operator: "between", value: [5, 15] }, 1, 3, 5),
  filtered("between reversed", { column: "quantity", operator: "between", value: [15, 5] }),
  filtered("in", { column: "symbol", operator: "in", value: ["AAPL", "JPM"] }, 1, 2, 5, 7),
  filtered(
    "in numbers with fractions",
    { column: "quantity", operator: "in", value: [5, 20.0, 7.5] },
    2,
    3,
    6,
  ),
  filtered("in decimals", { column: "price", operator: "in", value: ["100.50", 200] }, 1, 3),
  filtered("in ignoring case", { column: "side", operator: "in", value: ["SELL"], ignore_case: true }, 2, 6),
  filtered("in nothing", { column: "symbol", operator: "in", value: [] }),
  filtered("not_in leaves nulls out", { column: "side", operator: "not_in", value: ["buy"] }, 2, 6),
  filtered("not_in nothing", { column: "side", operator: "not_in", value: [] }, 1, 2, 3, 4, 5, 6, 7),
  filtered("contains", { column: "side", operator: "contains", value: "el" }, 2, 6),
  filtered("contains empty", { column: "side", operator: "contains", value: "" }, 1, 2, 3, 4, 6, 7),
  filtered(
    "contains ignoring case",
    { column: "side", operator: "contains", value: "SE", ignore_case: true },
    2,
    6,
  ),
  filtered("not_contains", { column: "side", operator: "not_contains", value: "uy" }, 2, 6),
  filtered("starts_with", { column: "side", operator: "starts_with", value: "s" }, 2),
  filtered("not_starts_with", { column: "side", operator: "not_starts_with", value: "b" }, 2, 6),
  filtered("ends_with", { column: "symbol", operator: "ends_with", value: "T" }, 3, 4),
  filtered("not_ends_with", { column: "symbol", operator: "not_ends_with", value: "L" }, 3, 4, 6, 7),
  filtered("percent is no wildcard", { column: "symbol", operator: "contains", value: "%" }),
  filtered("matches", { column: "symbol", operator: "matches", value: "^A.PL$" }, 1, 2, 5),
  filtered("matches anywhere", { column: "symbol", operator: "matches", value: "SF" }, 3, 4),
  filtered("not_matches", { column: "side", operator: "not_matches", value: "^b" }, 2, 6),
  filtered("before", { column: "event_time", operator: "before", value: "2024-01-31T09:45:00Z" }, 1, 7),
  filtered(
    "after with an offset",
    { column: "event_time", operator: "after", value: "2024-01-31T11:10:00+01:00" },
    4,
    5,
    6,
  ),
  filtered("datetime against a date", { column: "event_time", operator: ">=", value: "2024-02-01" }, 5, 6),
  filtered("date = ", { column: "day", operator: "=", value: "2024-01-31" }, 1, 2),
  filtered("date against a moment", { column: "day", operator: "<", value: "2024-01-31T00:00:01Z" }, 1, 2, 7),
  filtered("date in", { column: "day", operator: "in", value: ["2024-02-29", "1970-01-01"] }, 5, 7),
  filtered("datetime in", { column: "event_time", operator: "in", value: ["2024-01-31T09:30:00Z"] }, 1),
  filtered(
    "last_n hours",
    { column: "event_time", operator: "last_n", value: { size: 1, unit: "hour" } },
    5,
    6,
  ),
  filtered(
    "last_n days",
    { column: "event_time", operator: "last_n", value: { size: 1, unit: "day" } },
    3,
    4,
    5,
    6,
  ),
  filtered(
    "last_n on dates",
    { column: "day", operator: "last_n", value: { size: 2, unit: "day" } },
    1,
    2,
    3,
  ),
  filtered("is_null", { column: "side", operator: "is_null" }, 5),
  filtered("is_not_null", { column: "quantity", operator: "is_not_null" }, 1, 2, 3, 5, 6, 7),
  filtered("is_true", { column: "flag", operator: "is_true" }, 1, 4, 6),
  filtered("is_false", { column: "flag", operator: "is_false" }, 2, 5),
  filtered("boolean =", { column: "flag", operator: "=", value: false }, 2, 5),
  filtered("boolean in", { column: "flag", operator: "in", value: [true] }, 1, 4, 6),
  filtered("two columns", { column: "trade_id", operator: "<", other_column: "quantity" }, 1, 2, 5, 6, 3),
  filtered("int64 with decimal column", { column: "quantity", operator: ">", other_column: "price" }, 7),
  filtered("an empty group", { logic: "or", conditions: [] }, 1, 2, 3, 4, 5, 6, 7),
  filtered(
    "a nested group",
    {
      logic: "or",
      conditions: [
        { column: "symbol", operator: "=", value: "JPM" },
        {
          logic: "and",
          conditions: [{ column: "side", operator: "=", value: "buy" }, {
            column: "quantity",
            operator: ">",
            value: 5,
          }],
        },
      ],
    },
    1,
    7,
  ),
];

const shaping: readonly Case[] = [
  {
    name: "select chooses and orders columns",
    graph: chain(
      source(),
      node("s", "select", { columns: ["side", "trade_id"] }),
      node("l", "filter", {
        logic: "and",
        conditions: [{ column: "trade_id", operator: "<", value: 3 }],
      }),
    ),
    columns: ["side", "trade_id"],
    rows: [["buy", "1"], ["sell", "2"]],
    bag: true,
  },
  {
    name: "rename exchanges two names",
    graph: chain(
      source("a", { columns: ["trade_id", "quantity"] }),
      node("r", "rename", {
        renames: [{ from: "trade_id", to: "quantity" }, { from: "quantity", to: "trade_id" }],
      }),
      node("w", "filter", { logic: "and", conditions: [{ column: "quantity", operator: "<=", value: 2 }] }),
    ),
    columns: ["quantity", "trade_id"],
    rows: [["1", "10"], ["2", "20"]],
    bag: true,
  },
  {
    name: "sort puts nulls last in both directions and is stable over an earlier sort",
    graph: chain(
      source(),
      node("s1", "sort", { keys: [{ column: "trade_id", direction: "desc" }] }),
      node("s2", "sort", { keys: [{ column: "quantity", direction: "desc" }] }),
      onlyId,
    ),
    rows: ids(6, 2, 5, 1, 3, 7, 4),
  },
  {
    name: "sort nulls first",
    graph: chain(
      source(),
      node("s", "sort", {
        keys: [{ column: "side", direction: "asc", nulls: "first" }, {
          column: "trade_id",
          direction: "asc",
        }],
      }),
      onlyId,
    ),
    rows: ids(5, 6, 1, 3, 4, 7, 2),
  },
  {
    name: "limit and offset count in order",
    graph: chain(
      source(),
      node("s", "sort", { keys: [{ column: "trade_id", direction: "desc" }] }),
      node("l", "limit", { count: 3, offset: 1 }),
      onlyId,
    ),
    rows: ids(6, 5, 4),
  },
  {
    name: "limits compose",
    graph: chain(
      source(),
      node("s", "sort", { keys: [{ column: "trade_id", direction: "asc" }] }),
      node("l1", "limit", { count: 5, offset: 1 }),
      node("l2", "limit", { count: 9, offset: 2 }),
      onlyId,
    ),
    rows: ids(4, 5, 6),
  },
  {
    name: "a filter after a limit sees only its rows, and the order stays",
    graph: chain(
      source(),
      node("s", "sort", { keys: [{ column: "trade_id", direction: "desc" }] }),
      node("l", "limit", { count: 4 }),
      where({ column: "symbol", operator: "=", value: "AAPL" }),
      onlyId,
    ),
    rows: ids(5),
  },
  {
    name: "order survives columns that are gone",
    graph: chain(
      source(),
      node("s", "sort", {
        keys: [{ column: "rate", direction: "asc" }, { column: "trade_id", direction: "asc" }],
      }),
      onlyId,
      node("l", "limit", { count: 3 }),
      node("u", "unique", {}),
    ),
    rows: ids(5, 6, 1),
  },
  {
    name: "sample by rows takes that many and keeps the order",
    graph: chain(
      source(),
      node("s", "sort", { keys: [{ column: "trade_id", direction: "asc" }] }),
      node("p", "sample", { mode: "rows", size: 100, seed: 3 }),
      onlyId,
    ),
    rows: ids(1, 2, 3, 4, 5, 6, 7),
  },
  {
    name: "unique rows",
    graph: chain(source("a", { columns: ["symbol"] }), node("u", "unique", {})),
    rows: [["AAPL"], ["JPM"], ["MSFT"], ["NVDA"]],
    bag: true,
  },
  {
    name: "unique keeps the largest, ties by the remaining columns",
    graph: chain(
      source("a", { columns: ["trade_id", "symbol", "quantity"] }),
      node("u", "unique", { columns: ["symbol"], keep: { column: "quantity", direction: "desc" } }),
      node("s", "sort", { keys: [{ column: "symbol", direction: "asc" }] }),
    ),
    rows: [["2", "AAPL", "20"], ["7", "JPM", "-3"], ["3", "MSFT", "5"], ["6", "NVDA", "20"]],
  },
  {
    name: "a formula adds and replaces",
    graph: chain(
      source("a", { columns: ["trade_id", "quantity"] }),
      node("f", "formula", { as: "twice", expression: "[quantity] * 2" }),
      node("g", "formula", { as: "quantity", expression: "[twice] + 1" }),
      where({ column: "trade_id", operator: "in", value: [1, 4] }),
    ),
    columns: ["trade_id", "quantity", "twice"],
    rows: [["1", "21", "20"], ["4", null, null]],
    bag: true,
  },
  {
    name: "a disabled node passes through",
    graph: chain(source(), node("w", "filter", { logic: "nonsense" }, { disabled: true }), onlyId),
    rows: ids(1, 2, 3, 4, 5, 6, 7),
    bag: true,
  },
];

const grouping: readonly Case[] = [
  {
    name: "group_by: every aggregate",
    graph: chain(
      source(),
      where({ column: "symbol", operator: "in", value: ["AAPL", "MSFT"] }),
      node("g", "group_by", {
        keys: [{ column: "symbol" }],
        metrics: [
          { function: "sum", column: "quantity", as: "sum" },
          { function: "sum", column: "price", as: "total" },
          { function: "avg", column: "quantity", as: "avg" },
          { function: "count", as: "rows" },
          { function: "count", column: "price", as: "prices" },
          { function: "count_distinct", column: "side", as: "sides" },
          { function: "min", column: "side", as: "min" },
          { function: "max", column: "event_time", as: "max" },
          { function: "median", column: "quantity", as: "median" },
          { function: "stddev", column: "quantity", as: "stddev" },
          {
            function: "first",
            column: "price",
            order_by: [{ column: "event_time", direction: "asc" }],
            as: "open",
          },
          {
            function: "last",
            column: "price",
            order_by: [{ column: "event_time", direction: "asc" }],
            as: "close",
          },
        ],
      }),
    ),
    rows: [
      ["AAPL", "45", "201.75", 15, "3", "2", "2", "buy", "2024-02-01T09:30:00.000Z", 15, 5, "100.5", null],
      ["MSFT", "5", "401", 5, "2", "2", "1", "buy", "2024-01-31T10:15:00.000Z", 5, null, "200", "201"],
    ],
    bag: true,
  },
  {
    name: "group_by: over no rows count is 0, the others null",
    graph: chain(
      source(),
      where({ column: "symbol", operator: "=", value: "none" }),
      node("g", "group_by", {
        metrics: ["sum", "avg", "count", "count_distinct", "min", "max", "median", "stddev"].map((name) => ({
          function: name,
          column: "quantity",
          as: name,
        })).concat(
          {
            function: "first",
            column: "trade_id",
            order_by: [{ column: "trade_id", direction: "asc" }],
            as: "f",
          } as never,
        ),
      }),
    ),
    rows: [[null, null, "0", "0", null, null, null, null, null]],
  },
  {
    name: "group_by: aggregates of columns without nulls are null over no rows",
    graph: chain(
      source(),
      where({ column: "symbol", operator: "=", value: "none" }),
      node("g", "group_by", {
        metrics: [{ function: "sum", column: "trade_id", as: "s" }, {
          function: "min",
          column: "symbol",
          as: "m",
        }, {
          function: "max",
          column: "event_time",
          as: "x",
        }],
      }),
    ),
    rows: [[null, null, null]],
  },
  {
    name: "group_by: no rows make no groups",
    graph: chain(
      source(),
      where({ column: "symbol", operator: "=", value: "none" }),
      node("g", "group_by", { keys: [{ column: "side" }], metrics: [{ function: "count", as: "n" }] }),
    ),
    rows: [],
  },
  {
    name: "group_by: a constant key over no rows makes no group",
    graph: chain(
      source(),
      where({ column: "symbol", operator: "=", value: "none" }),
      node("f", "formula", { as: "one", expression: "1" }),
      node("g", "group_by", { keys: [{ column: "one" }], metrics: [{ function: "count", as: "n" }] }),
    ),
    rows: [],
  },
  {
    name: "group_by: conditional metrics",
    graph: chain(
      source(),
      node("g", "group_by", {
        keys: [{ column: "symbol" }],
        metrics: [
          {
            function: "sum",
            column: "quantity",
            where: { logic: "and", conditions: [{ column: "side", operator: "=", value: "buy" }] },
            as: "bought",
          },
          {
            function: "count",
            where: { logic: "and", conditions: [{ column: "side", operator: "=", value: "buy" }] },
            as: "buys",
          },
        ],
      }),
    ),
    rows: [["AAPL", "10", "1"], ["JPM", "-3", "1"], ["MSFT", "5", "2"], ["NVDA", null, "0"]],
    bag: true,
  },
  {
    name: "group_by: buckets keep the type; weeks start on Monday",
    graph: chain(
      source(),
      where({ column: "trade_id", operator: "in", value: [1, 6, 7] }),
      node("g", "group_by", {
        keys: [
          { column: "event_time", bucket: { size: 1, unit: "hour" }, as: "hour" },
          { column: "event_time", bucket: { size: 1, unit: "week" }, as: "week" },
          { column: "event_time", bucket: { size: 7, unit: "minute" }, as: "seven" },
          { column: "event_time", bucket: { size: 5, unit: "month" }, as: "months" },
          { column: "day", bucket: { size: 1, unit: "quarter" }, as: "quarter" },
          { column: "day", bucket: { size: 2, unit: "day" } },
        ],
      }),
    ),
    columns: ["hour", "week", "seven", "months", "quarter", "day"],
    rows: [
      [
        "1969-12-31T23:00:00.000Z",
        "1969-12-29T00:00:00.000Z",
        "1969-12-31T23:53:00.000Z",
        "1969-08-01T00:00:00.000Z",
        "1970-01-01",
        "1970-01-01",
      ],
      [
        "2024-01-31T09:00:00.000Z",
        "2024-01-29T00:00:00.000Z",
        "2024-01-31T09:25:00.000Z",
        "2023-10-01T00:00:00.000Z",
        "2024-01-01",
        "2024-01-30",
      ],
      [
        "2024-02-01T09:00:00.000Z",
        "2024-01-29T00:00:00.000Z",
        "2024-02-01T09:27:00.000Z",
        "2023-10-01T00:00:00.000Z",
        "2024-10-01",
        "2024-12-29",
      ],
    ],
    bag: true,
  },
  {
    name: "group_by: one row even when nothing of it is read",
    graph: chain(
      source(),
      node("g", "group_by", { metrics: [{ function: "count", as: "n" }] }),
      node("f", "formula", { as: "n", expression: "7" }),
    ),
    rows: [["7"]],
  },
  {
    name: "a filter after group_by sees groups",
    graph: chain(
      source(),
      node("g", "group_by", { keys: [{ column: "symbol" }], metrics: [{ function: "count", as: "n" }] }),
      node("h", "filter", {
        logic: "or",
        conditions: [{ column: "n", operator: ">", value: 2 }, {
          column: "symbol",
          operator: "=",
          value: "JPM",
        }],
      }),
    ),
    rows: [["AAPL", "3"], ["JPM", "1"]],
    bag: true,
  },
  {
    name: "a false filter after a total leaves no row",
    graph: chain(
      source(),
      node("g", "group_by", { metrics: [{ function: "count", as: "n" }] }),
      node("h", "filter", { logic: "and", conditions: [{ column: "n", operator: ">", value: 99 }] }),
    ),
    rows: [],
  },
  {
    name: "group_by of group_by",
    graph: chain(
      source(),
      node("g", "group_by", { keys: [{ column: "symbol" }], metrics: [{ function: "count", as: "n" }] }),
      node("h", "group_by", { keys: [{ column: "n" }], metrics: [{ function: "count", as: "symbols" }] }),
    ),
    rows: [["1", "2"], ["2", "1"], ["3", "1"]],
    bag: true,
  },
  {
    name: "pivot: a column per value in the listed order",
    graph: chain(
      source(),
      node("p", "pivot", {
        rows: ["symbol"],
        column: "side",
        value: "quantity",
        function: "sum",
        values: ["sell", "buy"],
      }),
    ),
    columns: ["symbol", "sell", "buy"],
    rows: [["AAPL", "20", "10"], ["JPM", null, "-3"], ["MSFT", null, "5"], ["NVDA", null, null]],
    bag: true,
  },
  {
    name: "pivot: count of a missing cell is 0; without rows one row",
    graph: chain(
      source(),
      node("p", "pivot", {
        rows: [],
        column: "trade_id",
        value: "quantity",
        function: "count",
        values: [1, 4, 99],
      }),
    ),
    columns: ["1", "4", "99"],
    rows: [["1", "0", "0"]],
  },
];

const windows: readonly Case[] = [
  {
    name: "window: lag, running sum and rank",
    graph: chain(
      source("a", { columns: ["trade_id", "symbol", "quantity"] }),
      node("w1", "window", {
        function: "lag",
        column: "quantity",
        as: "before",
        partition_by: ["symbol"],
        order_by: [{ column: "trade_id", direction: "asc" }],
      }),
      node("w2", "window", {
        function: "sum",
        column: "quantity",
        as: "running",
        partition_by: ["symbol"],
        order_by: [{ column: "trade_id", direction: "asc" }],
      }),
      node("w3", "window", {
        function: "rank",
        as: "rank",
        partition_by: [],
        order_by: [{ column: "quantity", direction: "desc" }],
      }),
      node("s", "sort", { keys: [{ column: "trade_id", direction: "asc" }] }),
    ),
    rows: [
      ["1", "AAPL", "10", null, "10", "4"],
      ["2", "AAPL", "20", "10", "30", "1"],
      ["3", "MSFT", "5", null, "5", "5"],
      ["4", "MSFT", null, "5", "5", "7"],
      ["5", "AAPL", "15", "20", "45", "3"],
      ["6", "NVDA", "20", null, "20", "1"],
      ["7", "JPM", "-3", null, "-3", "6"],
    ],
  },
  {
    name: "window: frames count rows; without an order the whole partition",
    graph: chain(
      source("a", { columns: ["trade_id", "quantity"] }),
      node("w1", "window", {
        function: "count",
        as: "three",
        partition_by: [],
        order_by: [{ column: "trade_id", direction: "asc" }],
        frame: { preceding: 1, following: 1 },
      }),
      node("w2", "window", {
        function: "avg",
        column: "quantity",
        as: "avg",
        partition_by: [],
        order_by: [],
      }),
      node("w3", "window", {
        function: "last_value",
        column: "quantity",
        as: "last",
        partition_by: [],
        order_by: [{ column: "trade_id", direction: "asc" }],
        frame: { preceding: "unbounded", following: "unbounded" },
      }),
      node("w4", "window", {
        function: "max",
        column: "quantity",
        as: "next",
        partition_by: [],
        order_by: [{ column: "trade_id", direction: "asc" }],
        frame: { preceding: 0, following: 1 },
      }),
      node("s", "sort", { keys: [{ column: "trade_id", direction: "asc" }] }),
      node("l", "limit", { count: 4 }),
    ),
    rows: [
      ["1", "10", "2", 11.166666667, "-3", "20"],
      ["2", "20", "3", 11.166666667, "-3", "20"],
      ["3", "5", "3", 11.166666667, "-3", "5"],
      ["4", null, "3", 11.166666667, "-3", "15"],
    ],
  },
  {
    name: "a filter on a window, and on its partition",
    graph: chain(
      source("a", { columns: ["trade_id", "symbol"] }),
      node("w1", "window", {
        function: "row_number",
        as: "n",
        partition_by: ["symbol"],
        order_by: [{ column: "trade_id", direction: "desc" }],
      }),
      where({ column: "n", operator: "=", value: 1 }, { column: "symbol", operator: "!=", value: "JPM" }),
    ),
    rows: [["4", "MSFT", "1"], ["5", "AAPL", "1"], ["6", "NVDA", "1"]],
    bag: true,
  },
  {
    name: "a filter after a window does not change the window",
    graph: chain(
      source("a", { columns: ["trade_id"] }),
      node("w1", "window", {
        function: "row_number",
        as: "n",
        partition_by: [],
        order_by: [{ column: "trade_id", direction: "asc" }],
      }),
      where({ column: "trade_id", operator: ">", value: 5 }),
      node("w2", "window", { function: "count", as: "left", partition_by: [], order_by: [] }),
    ),
    rows: [["6", "6", "2"], ["7", "7", "2"]],
    bag: true,
  },
  {
    name: "window formulas need an order",
    graph: chain(
      source("a", { columns: ["trade_id", "quantity"] }),
      node("s", "sort", { keys: [{ column: "trade_id", direction: "asc" }] }),
      node("f", "formula", { as: "change", expression: "[quantity] - LAG([quantity])" }),
      node("l", "limit", { count: 3 }),
    ),
    rows: [["1", "10", null], ["2", "20", "10"], ["3", "5", "-15"]],
  },
];

const join = (kind: string, more: Record<string, unknown> = {}): Graph =>
  graph([
    node("a", "data_source", { database: "flowforge", table: "trades", columns: ["trade_id", "symbol"] }),
    instrumentSource(),
    node("j", "join", { kind, keys: [{ left: "symbol", right: "symbol" }], ...more }),
  ], ["a > j.left", "b > j.right"]);

const joins: readonly Case[] = [
  {
    name: "inner join multiplies, and shows the key once",
    graph: join("inner"),
    columns: ["trade_id", "symbol", "sector", "lot"],
    rows: [
      ["1", "AAPL", "phones", "20"],
      ["1", "AAPL", "tech", "10"],
      ["2", "AAPL", "phones", "20"],
      ["2", "AAPL", "tech", "10"],
      ["3", "MSFT", "tech", "5"],
      ["4", "MSFT", "tech", "5"],
      ["5", "AAPL", "phones", "20"],
      ["5", "AAPL", "tech", "10"],
    ],
    bag: true,
  },
  {
    name: "left join empties what has no partner",
    graph: chain2(join("left"), where({ column: "lot", operator: "is_null" })),
    rows: [["6", "NVDA", null, null], ["7", "JPM", null, null]],
    bag: true,
  },
  {
    name: "right join keeps both keys",
    graph: chain2(join("right"), where({ column: "trade_id", operator: "is_null" })),
    columns: ["trade_id", "symbol", "symbol_right", "sector", "lot"],
    rows: [[null, null, "XOM", null, "1"], [null, null, null, "none", "2"]],
    bag: true,
  },
  {
    name: "full join empties either side",
    graph: chain2(
      join("full"),
      node("w", "filter", {
        logic: "or",
        conditions: [{ column: "trade_id", operator: "is_null" }, { column: "lot", operator: "is_null" }],
      }),
    ),
    rows: [
      ["6", "NVDA", null, null, null],
      ["7", "JPM", null, null, null],
      [null, null, "XOM", null, "1"],
      [null, null, null, "none", "2"],
    ],
    bag: true,
  },
  {
    name: "semi join keeps left rows once",
    graph: join("semi"),
    columns: ["trade_id", "symbol"],
    rows: [["1", "AAPL"], ["2", "AAPL"], ["3", "MSFT"], ["4", "MSFT"], ["5", "AAPL"]],
    bag: true,
  },
  { name: "anti join", graph: join("anti"), rows: [["6", "NVDA"], ["7", "JPM"]], bag: true },
  {
    name: "cross join",
    graph: chain2(
      join("cross", { keys: [] }),
      node("g", "group_by", { metrics: [{ function: "count", as: "n" }] }),
    ),
    rows: [["35"]],
  },
  {
    name: "int64 and decimal keys compare as numbers",
    graph: graph([
      node("a", "data_source", { database: "flowforge", table: "trades", columns: ["trade_id", "quantity"] }),
      instrumentSource(),
      node("j", "join", { kind: "inner", keys: [{ left: "quantity", right: "lot" }] }),
    ], ["a > j.left", "b > j.right"]),
    rows: [["1", "10", "AAPL", "tech", "10"], ["2", "20", "AAPL", "phones", "20"], [
      "3",
      "5",
      "MSFT",
      "tech",
      "5",
    ], [
      "6",
      "20",
      "AAPL",
      "phones",
      "20",
    ]],
    bag: true,
  },
  {
    name: "a filter below each side of a left join stays there",
    graph: graph([
      source("a", { columns: ["trade_id", "symbol"] }),
      node("fa", "filter", { logic: "and", conditions: [{ column: "trade_id", operator: "<", value: 4 }] }),
      instrumentSource(),
      node("fb", "filter", {
        logic: "and",
        conditions: [{ column: "sector", operator: "=", value: "phones" }],
      }),
      node("j", "join", { kind: "left", keys: [{ left: "symbol", right: "symbol" }] }),
    ], ["a > fa", "b > fb", "fa > j.left", "fb > j.right"]),
    rows: [["1", "AAPL", "phones", "20"], ["2", "AAPL", "phones", "20"], ["3", "MSFT", null, null]],
    bag: true,
  },
  {
    name: "a computed column of the empty side is empty",
    graph: graph([
      source("a", { columns: ["trade_id", "symbol"] }),
      instrumentSource(),
      node("f", "formula", { as: "one", expression: "1" }),
      node("j", "join", { kind: "left", keys: [{ left: "symbol", right: "symbol" }] }),
      node("s", "select", { columns: ["trade_id", "one"] }),
    ], ["a > j.left", "b > f", "f > j.right", "j > s"]),
    rows: [["1", "1"], ["1", "1"], ["2", "1"], ["2", "1"], ["3", "1"], ["4", "1"], ["5", "1"], ["5", "1"], [
      "6",
      null,
    ], [
      "7",
      null,
    ]],
    bag: true,
  },
  {
    name: "a table joined to itself",
    graph: graph([
      source("a", { columns: ["trade_id", "symbol"] }),
      node("j", "join", { kind: "inner", keys: [{ left: "symbol", right: "symbol" }] }),
      node("f", "filter", {
        logic: "and",
        conditions: [{ column: "trade_id", operator: "<", other_column: "trade_id_right" }],
      }),
    ], ["a > j.left", "a > j.right", "j > f"]),
    columns: ["trade_id", "symbol", "trade_id_right"],
    rows: [["1", "AAPL", "2"], ["1", "AAPL", "5"], ["2", "AAPL", "5"], ["3", "MSFT", "4"]],
    bag: true,
  },
  {
    name: "three tables",
    graph: graph([
      source("a", { columns: ["trade_id", "symbol"] }),
      instrumentSource("b"),
      quoteSource("c"),
      node("j", "join", { kind: "inner", keys: [{ left: "symbol", right: "symbol" }] }),
      node("k", "join", { kind: "inner", keys: [{ left: "symbol", right: "symbol" }] }),
      node("g", "group_by", {
        keys: [{ column: "sector" }],
        metrics: [{ function: "sum", column: "bid", as: "bids" }, { function: "count", as: "n" }],
      }),
    ], ["a > j.left", "b > j.right", "j > k.left", "c > k.right", "k > g"]),
    rows: [["phones", "3600", "9"], ["tech", "3600", "11"]],
    bag: true,
  },
  {
    name: "asof join: the nearest quote at or before",
    graph: graph([
      source("a", { columns: ["trade_id", "symbol", "event_time"] }),
      quoteSource(),
      node("j", "join", {
        kind: "asof",
        keys: [{ left: "symbol", right: "symbol" }],
        asof: { left: "event_time", right: "event_time", direction: "backward" },
      }),
      node("s", "select", { columns: ["trade_id", "event_time_right", "bid"] }),
    ], ["a > j.left", "b > j.right", "j > s"]),
    rows: [
      ["1", "2024-01-31T09:29:00.000Z", "100"],
      ["2", "2024-01-31T09:45:00.000Z", "101"],
      ["3", null, null],
      ["4", "2024-01-31T10:10:00.000Z", null],
      ["5", "2024-01-31T09:45:00.000Z", "101"],
      ["6", "2024-01-31T09:30:00.000Z", "299"],
      ["7", null, null],
    ],
    bag: true,
  },
  {
    name: "asof join: forward, within a tolerance",
    graph: graph([
      source("a", { columns: ["trade_id", "symbol", "event_time"] }),
      quoteSource(),
      node("j", "join", {
        kind: "asof",
        keys: [{ left: "symbol", right: "symbol" }],
        asof: {
          left: "event_time",
          right: "event_time",
          direction: "forward",
          tolerance: { size: 5, unit: "minute" },
        },
      }),
      node("s", "select", { columns: ["trade_id", "bid"] }),
      node("f", "filter", { logic: "and", conditions: [{ column: "trade_id", operator: "<", value: 5 }] }),
    ], ["a > j.left", "b > j.right", "j > s", "s > f"]),
    rows: [["1", null], ["2", "101"], ["3", null], ["4", null]],
    bag: true,
  },
];

function chain2(before: Graph, next: ReturnType<typeof node>): Graph {
  const last = before.nodes.at(-1)?.id ?? "";
  return {
    version: 1,
    nodes: [...before.nodes, next],
    edges: [...before.edges, { source: last, target: next.id }],
  };
}

const unions: readonly Case[] = [
  {
    name: "union by name: a missing side is null, int64 meets decimal",
    graph: graph([
      source("a", { columns: ["symbol", "quantity"] }),
      node("w", "filter", { logic: "and", conditions: [{ column: "symbol", operator: "=", value: "MSFT" }] }),
      instrumentSource(),
      node("r", "rename", { renames: [{ from: "lot", to: "quantity" }] }),
      node("u", "union", {}),
    ], ["a > w", "w > u.left", "b > r", "r > u.right"]),
    columns: ["symbol", "quantity", "sector"],
    rows: [["MSFT", "5", null], ["MSFT", null, null], ["AAPL", "10", "tech"], ["AAPL", "20", "phones"], [
      "MSFT",
      "5",
      "tech",
    ], [
      "XOM",
      "1",
      null,
    ], [null, "2", "none"]],
    bag: true,
  },
  {
    name: "union by mapping",
    graph: graph([
      source("a"),
      instrumentSource(),
      node("u", "union", {
        columns: [{ as: "s", left: "side", right: "sector" }, { as: "n", left: "trade_id" }],
      }),
      node("g", "group_by", {
        keys: [{ column: "s" }],
        metrics: [{ function: "count", column: "n", as: "n" }],
      }),
    ], ["a > u.left", "b > u.right", "u > g"]),
    rows: [["Sell", "1"], ["buy", "4"], ["none", "0"], ["phones", "0"], ["sell", "1"], ["tech", "0"], [
      null,
      "1",
    ]],
    bag: true,
  },
  {
    name: "a union's branches keep their limits, and it can be sorted and cut",
    graph: graph([
      source("a", { columns: ["trade_id"] }),
      node("s", "sort", { keys: [{ column: "trade_id", direction: "desc" }] }),
      node("l", "limit", { count: 2 }),
      node("u", "union", {}),
      node("t", "sort", { keys: [{ column: "trade_id", direction: "asc" }] }),
      node("m", "limit", { count: 8 }),
    ], ["a > s", "s > l", "a > u.left", "l > u.right", "u > t", "t > m"]),
    rows: ids(1, 2, 3, 4, 5, 6, 6, 7),
  },
  {
    name: "union of unions",
    graph: graph([
      source("a", { columns: ["trade_id"] }),
      node("u", "union", {}),
      node("v", "union", {}),
      node("g", "group_by", {
        metrics: [{ function: "count", as: "n" }, { function: "sum", column: "trade_id", as: "s" }],
      }),
    ], ["a > u.left", "a > u.right", "u > v.left", "a > v.right", "v > g"]),
    rows: [["21", "84"]],
  },
];

const terminals: readonly Case[] = [
  {
    name: "table_view sorts by a hidden column",
    graph: chain(
      source(),
      node("t", "table_view", {
        columns: ["trade_id"],
        page_size: 2,
        sort: [{ column: "price", direction: "desc" }],
      }),
    ),
    rows: ids(6, 4, 3, 2, 1, 7, 5),
  },
  {
    name: "bar_chart aggregates per x and colour",
    graph: chain(
      source(),
      node("t", "bar_chart", { x: "symbol", y: ["quantity"], color: "side", function: "sum" }),
    ),
    columns: ["symbol", "side", "quantity"],
    rows: [["AAPL", "buy", "10"], ["AAPL", "sell", "20"], ["AAPL", null, "15"], ["JPM", "buy", "-3"], [
      "MSFT",
      "buy",
      "5",
    ], ["NVDA", "Sell", "20"]],
  },
  {
    name: "line_chart orders by x and leaves null x out",
    graph: chain(
      source(),
      where({ column: "trade_id", operator: "in", value: [1, 3, 4, 5] }),
      node("t", "line_chart", { x: "day", y: ["trade_id"] }),
    ),
    rows: [["2024-01-31", "1"], ["2024-02-01", "3"], ["2024-02-29", "5"]],
  },
  {
    name: "candlestick",
    graph: chain(
      source(),
      where({ column: "symbol", operator: "=", value: "AAPL" }),
      node("g", "group_by", {
        keys: [{ column: "event_time", bucket: { size: 1, unit: "day" }, as: "day" }],
        metrics: [
          {
            function: "first",
            column: "price",
            order_by: [{ column: "event_time", direction: "asc" }],
            as: "o",
          },
          { function: "max", column: "price", as: "h" },
          { function: "min", column: "price", as: "l" },
          {
            function: "last",
            column: "price",
            order_by: [{ column: "event_time", direction: "asc" }],
            as: "c",
          },
          { function: "sum", column: "quantity", as: "v" },
        ],
      }),
      node("t", "candlestick", { time: "day", open: "o", high: "h", low: "l", close: "c", volume: "v" }),
    ),
    rows: [["2024-01-31T00:00:00.000Z", "100.5", "101.25", "100.5", "101.25", "30"], [
      "2024-02-01T00:00:00.000Z",
      null,
      null,
      null,
      null,
      "15",
    ]],
  },
  {
    name: "scatter_plot",
    graph: chain(
      source(),
      where({ column: "trade_id", operator: "<", value: 3 }),
      node("t", "scatter_plot", {
        x: "quantity",
        y: "price",
        size: "rate",
        color: "symbol",
      }),
    ),
    columns: ["quantity", "price", "rate", "symbol"],
    rows: [["10", "100.5", 0.5, "AAPL"], ["20", "101.25", 1.5, "AAPL"]],
    bag: true,
  },
  {
    name: "kpi_card",
    graph: chain(source(), node("t", "kpi_card", { metric: "quantity", function: "sum" })),
    columns: ["value"],
    rows: [["67"]],
  },
  {
    name: "kpi_card compares with the period before",
    graph: chain(
      source(),
      node("t", "kpi_card", {
        metric: "quantity",
        function: "sum",
        compare: { column: "event_time", period: { size: 1, unit: "day" } },
      }),
    ),
    columns: ["value", "previous"],
    options: { now: "2024-02-01T09:35:00.000Z" },
    rows: [["60", "10"]],
  },
  {
    name: "pivot_table with totals from the rows themselves",
    graph: chain(
      source(),
      where({ column: "symbol", operator: "in", value: ["AAPL", "NVDA"] }),
      node("t", "pivot_table", {
        rows: ["symbol"],
        columns: ["side"],
        value: "quantity",
        function: "avg",
        totals: true,
      }),
    ),
    columns: ["symbol", "side", "value", "total"],
    rows: [
      ["AAPL", "buy", 10, "cell"],
      ["AAPL", "sell", 20, "cell"],
      ["AAPL", null, 15, "cell"],
      ["NVDA", "Sell", 20, "cell"],
      ["AAPL", null, 15, "row"],
      ["NVDA", null, 20, "row"],
      [null, "buy", 10, "column"],
      [null, "sell", 20, "column"],
      [null, null, 15, "column"],
      [null, "Sell", 20, "column"],
      [null, null, 16.25, "grand"],
    ],
    bag: true,
  },
  {
    name: "pivot_table without totals",
    graph: chain(
      source(),
      node("t", "pivot_table", { rows: ["symbol"], columns: [], value: "quantity", function: "count" }),
    ),
    columns: ["symbol", "value"],
    rows: [["AAPL", "3"], ["JPM", "1"], ["MSFT", "1"], ["NVDA", "1"]],
  },
];

const options: readonly Case[] = [
  {
    name: "entitlements restrict every scan",
    graph: chain(source(), onlyId),
    options: { entitlements: { symbols: ["MSFT", "JPM"] } },
    rows: ids(3, 4, 7),
    bag: true,
  },
  {
    name: "an empty entitlement shows nothing",
    graph: chain(source(), onlyId),
    options: { entitlements: { symbols: [] } },
    rows: [],
  },
  {
    name: "no entitlements show nothing",
    graph: chain(source(), node("g", "group_by", { metrics: [{ function: "count", as: "n" }] })),
    options: { entitlements: undefined as never },
    rows: [["0"]],
  },
  {
    name: "dashboard filters reach a scan that leaves the column out, before its limit",
    graph: chain(source("a", { columns: ["trade_id"], limit: 1 })),
    options: {
      filters: [{ column: "symbol", operator: "=", value: "NVDA" }, {
        column: "nowhere",
        operator: "=",
        value: 1,
      }],
    },
    rows: ids(6),
  },
  {
    name: "limit and offset page over a total order",
    graph: chain(source("a", { columns: ["symbol", "trade_id"] })),
    options: { limit: 3, offset: 2 },
    rows: [["AAPL", "5"], ["JPM", "7"], ["MSFT", "3"]],
  },
];

const CASES = [
  ...filters,
  ...shaping,
  ...grouping,
  ...windows,
  ...joins,
  ...unions,
  ...terminals,
  ...options,
];

async function check(engine: Engine, each: Case, merge: boolean): Promise<void> {
  const target = each.graph.nodes.at(-1)?.id ?? "";
  const compiled = compile(each.graph, target, {
    catalog,
    dialect: engine.dialect,
    entitlements: everything,
    merge,
    ...each.options,
  });
  assert.ok(compiled.ok, JSON.stringify(compiled));
  if (each.columns) assert.deepEqual(compiled.columns.map((column) => column.name), each.columns);
  let rows;
  try {
    rows = await engine.run(compiled);
  } catch (error) {
    throw new Error(`${error instanceof Error ? error.message : error}\n${compiled.sql}`);
  }
  const expected = each.rows.map((row) => [...row]);
  assert.deepEqual(each.bag ? sorted(rows) : rows, each.bag ? sorted(expected) : expected, compiled.sql);
}

for (const open of [openClickHouse, openPostgres]) {
  Deno.test({
    name: `nodes mean the same merged and unmerged: ${open === openClickHouse ? "ClickHouse" : "PostgreSQL"}`,
    sanitizeOps: false,
    sanitizeResources: false,
    async fn(test) {
      const engine = await open();
      try {
        await engine.fill(trades, tradeRows);
        await engine.fill(instruments, instrumentRows);
        await engine.fill(quotes, quoteRows);
        for (const each of CASES) {
          for (const merge of [true, false]) {
            await test.step(`${each.name}${merge ? "" : " (unmerged)"}`, () => check(engine, each, merge));
          }
        }
      } finally {
        await engine.close();
      }
    },
  });
}

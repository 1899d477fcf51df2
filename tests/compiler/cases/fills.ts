/** Steps of time that are missing. */
import { chain, node, source } from "../support/graphs.ts";
import { type Case, where } from "./case.ts";

const since2000 = { ...where({ column: "event_time", operator: ">", value: "2000-01-01" }), id: "since" };
const only = (id: number) => where({ column: "trade_id", operator: "=", value: id });
/** Of six hours: AAPL from 06:00 and the next day, MSFT from 06:00, NVDA the next day. */
const per = (size: number, unit: string) =>
  node("g", "group_by", {
    keys: [{ column: "symbol" }, { column: "event_time", bucket: { size, unit }, as: "t" }],
    metrics: [
      { function: "sum", column: "quantity", as: "q" },
      { function: "max", column: "price", as: "p" },
      { function: "count", as: "n" },
    ],
  });
const fill = (config: Record<string, unknown>) => node("f", "fill", { time: "t", ...config });
/** A name, a day and a number for each trade. */
const days = (name: string, day: string, value: string) => [
  node("k", "formula", { as: "k", expression: name }),
  node("d", "formula", { as: "d", expression: day }),
  node("v", "formula", { as: "v", expression: value }),
  node("few", "select", { columns: ["k", "d", "v"] }),
];

export const fills: readonly Case[] = [
  {
    name: "fill: between the first and last step of each partition",
    graph: chain(
      source(),
      since2000,
      per(6, "hour"),
      fill({
        bucket: { size: 6, unit: "hour" },
        partition_by: ["symbol"],
        columns: [{ column: "n", mode: "zero" }, { column: "q", mode: "last" }],
      }),
    ),
    columns: ["symbol", "t", "q", "p", "n"],
    rows: [
      ["AAPL", "2024-01-31T06:00:00.000Z", "30", "101.25", "2"],
      ["AAPL", "2024-01-31T12:00:00.000Z", "30", null, "0"],
      ["AAPL", "2024-01-31T18:00:00.000Z", "30", null, "0"],
      ["AAPL", "2024-02-01T00:00:00.000Z", "30", null, "0"],
      ["AAPL", "2024-02-01T06:00:00.000Z", "15", null, "1"],
      ["MSFT", "2024-01-31T06:00:00.000Z", "5", "201", "2"],
      ["NVDA", "2024-02-01T06:00:00.000Z", "20", "300.000001", "1"],
    ],
  },
  {
    name: "fill: from and to, both rounded inward; rows outside stay",
    graph: chain(
      source(),
      since2000,
      where({ column: "symbol", operator: "=", value: "AAPL" }),
      per(6, "hour"),
      fill({
        bucket: { size: 6, unit: "hour" },
        partition_by: ["symbol"],
        columns: [{ column: "n", mode: "last" }, { column: "q", mode: "linear" }],
        from: "2024-01-31T12:00:01Z",
        to: "2024-02-01T17:59:59Z",
      }),
      node("s", "select", { columns: ["t", "q", "n"] }),
    ),
    rows: [
      ["2024-01-31T06:00:00.000Z", 30, "2"],
      ["2024-01-31T18:00:00.000Z", 22.5, "2"],
      ["2024-02-01T00:00:00.000Z", 18.75, "2"],
      ["2024-02-01T06:00:00.000Z", 15, "1"],
      ["2024-02-01T12:00:00.000Z", null, "1"],
    ],
  },
  {
    name: "fill: before the first row nothing is known, and a day to fill to means its last step",
    graph: chain(
      source(),
      only(1),
      per(8, "hour"),
      fill({
        bucket: { size: 8, unit: "hour" },
        columns: [{ column: "n", mode: "zero" }, { column: "q", mode: "last" }, {
          column: "p",
          mode: "linear",
        }],
        from: "2024-01-30T16:00",
        to: "2024-01-31",
      }),
    ),
    columns: ["symbol", "t", "q", "p", "n"],
    rows: [
      [null, "2024-01-30T16:00:00.000Z", null, null, "0"],
      [null, "2024-01-31T00:00:00.000Z", null, null, "0"],
      ["AAPL", "2024-01-31T08:00:00.000Z", "10", 100.5, "1"],
      [null, "2024-01-31T16:00:00.000Z", "10", null, "0"],
    ],
  },
  {
    name: "fill: rows off the steps or without a time stay and count for nothing; nothing is a partition too",
    graph: chain(
      source(),
      ...days(
        "IF([trade_id] < 4, null, [symbol])",
        'IF([trade_id] = 1, DATE("2024-01-01"), [trade_id] = 2, DATE("2024-01-09"), [trade_id] = 3, DATE("2024-01-15"), [trade_id] = 4, null, DATE("2024-01-30"))',
        "[trade_id] * 10",
      ),
      where({ column: "v", operator: "<", value: 60 }),
      node("f", "fill", {
        time: "d",
        bucket: { size: 1, unit: "week" },
        partition_by: ["k"],
        columns: [{ column: "v", mode: "linear" }],
        to: "2024-01-28",
      }),
    ),
    columns: ["k", "d", "v"],
    rows: [
      ["AAPL", "2024-01-30", 50],
      ["MSFT", null, 40],
      [null, "2024-01-01", 10],
      [null, "2024-01-08", 20],
      [null, "2024-01-09", 20],
      [null, "2024-01-15", 30],
      [null, "2024-01-22", null],
    ],
  },
  {
    name: "fill: rows that lie far apart but off the steps are no grid",
    graph: chain(
      source(),
      node("s", "select", { columns: ["trade_id", "event_time"] }),
      where({ column: "trade_id", operator: "in", value: [1, 7] }),
      node("f", "fill", { time: "event_time", bucket: { size: 7, unit: "second" }, columns: [] }),
    ),
    columns: ["trade_id", "event_time"],
    rows: [["7", "1969-12-31T23:59:59.999Z"], ["1", "2024-01-31T09:30:00.000Z"]],
  },
  {
    name: "fill: months of any length",
    graph: chain(
      source(),
      ...days(
        '"x"',
        'IF([trade_id] = 1, DATE("2023-11-01"), [trade_id] = 3, DATE("2024-01-01"), DATE("2024-04-01"))',
        "[trade_id] * 1.5",
      ),
      where({ column: "v", operator: "in", value: [1.5, 4.5, 6] }),
      node("f", "fill", {
        time: "d",
        bucket: { size: 1, unit: "month" },
        columns: [{ column: "v", mode: "last" }, { column: "k", mode: "last" }],
      }),
    ),
    columns: ["k", "d", "v"],
    rows: [
      ["x", "2023-11-01", "1.5"],
      ["x", "2023-12-01", "1.5"],
      ["x", "2024-01-01", "4.5"],
      ["x", "2024-02-01", "4.5"],
      ["x", "2024-03-01", "4.5"],
      ["x", "2024-04-01", "6"],
    ],
  },
  {
    name: "fill: an empty value in a row that is there stays, and the one before it is carried past it",
    graph: chain(
      source(),
      ...days(
        "[symbol]",
        'DATE_ADD("year", [trade_id] * 2, DATE("2000-01-01"))',
        "IF([trade_id] = 2, null, [trade_id] * 10)",
      ),
      where({ column: "d", operator: "<", value: "2007-01-01" }),
      node("f", "fill", {
        time: "d",
        bucket: { size: 2, unit: "quarter" },
        columns: [{ column: "v", mode: "last" }],
      }),
      node("y", "fill", {
        time: "d",
        bucket: { size: 1, unit: "year" },
        from: "2006-01-01",
        to: "2007-12-31",
      }),
      node("s", "select", { columns: ["d", "v"] }),
    ),
    rows: [
      ["2002-01-01", "10"],
      ["2002-07-01", "10"],
      ["2003-01-01", "10"],
      ["2003-07-01", "10"],
      ["2004-01-01", null],
      ["2004-07-01", "10"],
      ["2005-01-01", "10"],
      ["2005-07-01", "10"],
      ["2006-01-01", "30"],
      ["2007-01-01", null],
    ],
  },
  {
    name:
      "fill: several rows at one step stay, the last of them is carried on, and others are filled behind it",
    graph: chain(
      source(),
      where({ column: "symbol", operator: "=", value: "AAPL" }),
      node("few", "select", { columns: ["trade_id", "day", "quantity"] }),
      node("by", "sort", { keys: [{ column: "trade_id", direction: "asc" }] }),
      node("f", "fill", {
        time: "day",
        bucket: { size: 1, unit: "day" },
        columns: [{ column: "quantity", mode: "last" }, { column: "trade_id", mode: "last" }],
      }),
      { ...where({ column: "day", operator: "<", value: "2024-02-02" }), id: "early" },
    ),
    columns: ["trade_id", "day", "quantity"],
    rows: [["1", "2024-01-31", "10"], ["2", "2024-01-31", "20"], ["2", "2024-02-01", "20"]],
    bag: true,
  },
  {
    name: "fill: no rows make no rows, and reversed ends add none",
    graph: chain(
      source(),
      only(1),
      per(1, "day"),
      fill({ bucket: { size: 1, unit: "day" }, from: "2024-03-01", to: "2024-02-01" }),
      node("none", "filter", { logic: "and", conditions: [{ column: "q", operator: ">", value: 9 }] }),
      node("count", "group_by", { keys: [{ column: "t" }], metrics: [{ function: "count", as: "rows" }] }),
      node("gone", "filter", { logic: "and", conditions: [{ column: "rows", operator: ">", value: 1 }] }),
      node("again", "fill", {
        time: "t",
        bucket: { size: 1, unit: "day" },
        from: "2024-01-01",
        to: "2024-01-09",
      }),
      node("all", "group_by", { metrics: [{ function: "count", as: "rows" }] }),
    ),
    columns: ["rows"],
    rows: [["0"]],
  },
  {
    name: "fill: the rows are filtered, cut and summed like any others",
    graph: chain(
      source(),
      since2000,
      per(1, "day"),
      fill({
        bucket: { size: 1, unit: "day" },
        columns: [{ column: "n", mode: "zero" }],
        from: "2024-01-30",
        to: "2024-02-03",
      }),
      where({ column: "n", operator: "<", value: 3 }),
      node("l", "limit", { count: 5, offset: 1 }),
      node("s", "group_by", {
        keys: [{ column: "t" }],
        metrics: [{ function: "sum", column: "n", as: "n" }],
      }),
      node("by", "sort", { keys: [{ column: "t", direction: "asc" }] }),
    ),
    rows: [
      ["2024-01-31T00:00:00.000Z", "4"],
      ["2024-02-01T00:00:00.000Z", "2"],
      ["2024-02-02T00:00:00.000Z", "0"],
    ],
  },
];

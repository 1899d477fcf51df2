/** Windows whose frames are lengths of time. */
import { chain, node, source } from "../support/graphs.ts";
import type { Case } from "./case.ts";

const byId = [{ column: "trade_id", direction: "asc" }];
const sorted = node("s", "sort", { keys: byId });
const span = (size: number, unit: string) => ({ size, unit });
const over = (
  as: string,
  config: Readonly<Record<string, unknown>>,
  column = "event_time",
  direction = "asc",
) => node(`w_${as}`, "window", { as, partition_by: [], order_by: [{ column, direction }], ...config });
const count = (as: string, preceding: unknown, following: unknown, column?: string, direction?: string) =>
  over(as, { function: "count", frame: { preceding, following } }, column, direction);
const trades = source("a", { columns: ["trade_id", "event_time", "day", "symbol", "quantity", "price"] });
const only = (...columns: string[]) => node("only", "select", { columns: ["trade_id", ...columns] });

/** Around the end of a February that has 28 days. */
const MOMENTS = [
  "2023-03-31T12:00:00Z",
  "2023-02-28T11:59:59Z",
  "2023-02-28T12:00:00Z",
  "2023-02-28T12:00:01Z",
  "2023-03-28T12:00:00Z",
  "2023-03-30T12:00:00Z",
];
const moments = node("m", "formula", {
  as: "at",
  expression: `CASE [trade_id] ${
    MOMENTS.map((moment, index) => `WHEN ${index + 1} THEN DATETIME("${moment}")`).join(" ")
  } END`,
});

export const timeFrames: readonly Case[] = [
  {
    name: "time frames: both ends and ties are in, before is later where the order descends",
    graph: chain(
      trades,
      over("sum", {
        function: "sum",
        column: "quantity",
        frame: { preceding: span(30, "minute"), following: "current" },
      }),
      count("around", span(1, "day"), span(1, "hour")),
      count("later", span(1, "hour"), "current", "event_time", "desc"),
      count("at_once", span(0, "second"), span(0, "hour")),
      count("so_far", "unbounded", span(0, "day")),
      count("from_then", span(15, "minute"), "unbounded"),
      count("for_ever", span(1000, "year"), span(1_000_000_000, "second")),
      sorted,
      only("sum", "around", "later", "at_once", "so_far", "from_then", "for_ever"),
    ),
    rows: [
      ["1", "10", "4", "4", "1", "2", "6", "7"],
      ["2", "30", "4", "3", "1", "3", "6", "7"],
      ["3", "25", "4", "2", "1", "4", "4", "7"],
      ["4", "25", "4", "1", "1", "5", "4", "7"],
      ["5", "35", "6", "2", "2", "7", "2", "7"],
      ["6", "35", "6", "2", "2", "7", "2", "7"],
      ["7", "-3", "1", "1", "1", "1", "7", "1"],
    ],
  },
  {
    name: "time frames: over dates, and rows without a date see each other alone",
    graph: chain(
      trades,
      count("month", span(1, "month"), "current", "day"),
      count("ahead", span(0, "day"), span(1, "month"), "day"),
      count("week", span(2, "week"), span(4, "week"), "day", "desc"),
      over("median", {
        function: "median",
        column: "quantity",
        frame: { preceding: span(1, "year"), following: "current" },
      }, "day"),
      over("all", {
        function: "sum",
        column: "trade_id",
        frame: { preceding: "unbounded", following: span(60, "year") },
      }, "day"),
      sorted,
      only("month", "ahead", "week", "median", "all"),
    ),
    rows: [
      ["1", "2", "4", "3", 15, "24"],
      ["2", "2", "4", "3", 15, "24"],
      ["3", "3", "2", "3", 10, "24"],
      ["4", "1", "1", "1", null, "4"],
      ["5", "4", "1", "2", 12.5, "24"],
      ["6", "1", "1", "1", 15, "24"],
      ["7", "1", "1", "1", -3, "24"],
    ],
  },
  {
    name: "time frames: months end where DATE_ADD does",
    graph: chain(
      trades,
      moments,
      count("month", span(1, "month"), "current", "at"),
      count("ahead", span(0, "day"), span(1, "month"), "at"),
      count("both", span(1, "month"), span(2, "day"), "at"),
      count("back", span(1, "month"), span(1, "month"), "at", "desc"),
      sorted,
      only("month", "ahead", "both", "back"),
    ),
    rows: [
      ["1", "5", "1", "5", "5"],
      ["2", "1", "3", "3", "3"],
      ["3", "2", "3", "3", "4"],
      ["4", "3", "2", "3", "4"],
      ["5", "3", "3", "4", "5"],
      ["6", "4", "2", "5", "5"],
      ["7", "1", "1", "1", "1"],
    ],
  },
  {
    name: "time frames: first and last value, empty ones skipped, and in each partition",
    graph: chain(
      trades,
      ...["first_value", "last_value"].flatMap((name) =>
        [false, true].map((ignore_nulls) =>
          over(`${name}_${ignore_nulls}`, {
            function: name,
            column: name === "first_value" ? "quantity" : "price",
            ignore_nulls,
            frame: { preceding: span(15, "minute"), following: span(10, "minute") },
            partition_by: ["symbol"],
          })
        )
      ),
      over("within_a_day", {
        function: "last_value",
        column: "price",
        ignore_nulls: true,
        frame: { preceding: span(1, "day"), following: "current" },
      }),
      sorted,
      only("first_value_false", "first_value_true", "last_value_false", "last_value_true", "within_a_day"),
    ),
    rows: [
      ["1", "10", "10", "100.5", "100.5", "100.5"],
      ["2", "10", "10", "101.25", "101.25", "101.25"],
      ["3", "5", "5", "201", "201", "200"],
      ["4", "5", "5", "201", "201", "201"],
      ["5", "15", "15", null, null, "300.000001"],
      ["6", "20", "20", "300.000001", "300.000001", "300.000001"],
      ["7", "-3", "-3", "-7.5", "-7.5", "-7.5"],
    ],
  },
];

/** A viewer's range on the time that a card compares by. */
import { catalog, chain, node, source, trades } from "../support/graphs.ts";
import type { Case } from "./case.ts";

const timed = {
  tables: catalog.tables.map((table) => table === trades ? { ...table, eventTime: "event_time" } : table),
};
const isApple = { column: "symbol", operator: "=", value: "AAPL" };

const comparedBy = (column: string, config: Readonly<Record<string, unknown>> = {}) =>
  node("k", "kpi_card", {
    metric: "quantity",
    function: "sum",
    compare: { column, period: { size: 1, unit: "day" } },
    ...config,
  });
const card = comparedBy("event_time");
const bucketed = (bucket: object, as: string) =>
  node("g", "group_by", {
    keys: [{ column: "event_time", bucket, as }],
    metrics: [{ column: "quantity", function: "sum", as: "quantity" }],
  });
const day = (text: string) => `2024-${text}T00:00:00Z`;

/** A range on the column that a card compares by: it says which two periods are compared. */
export const kpiRanges: readonly Case[] = [
  {
    name: "kpi: a range is compared with as much before it, read past the range",
    graph: chain(source(), card),
    options: { range: { from: day("02-01"), to: day("02-02") }, catalog: timed },
    rows: [["35", "35"]],
  },
  {
    name: "kpi: the last period of a range takes the place of the card's",
    graph: chain(source(), card),
    options: { range: { last: { size: 30, unit: "minute" } }, now: "2024-01-31T10:15:00Z", catalog: timed },
    rows: [["5", "30"]],
  },
  {
    name: "kpi: a filter on the compared column is a range too",
    graph: chain(source(), card),
    options: {
      filters: [{
        column: "event_time",
        operator: "between",
        value: ["2024-01-31T09:40:00Z", "2024-01-31T10:10:00Z"],
      }],
    },
    rows: [["25", "10"]],
  },
  {
    name: "kpi: a day of a column of moments is compared with the whole day before it",
    graph: chain(source(), card),
    options: {
      filters: [{ column: "event_time", operator: "between", value: ["2024-02-01", "2024-02-01"] }],
    },
    rows: [["35", "35"]],
  },
  {
    name: "kpi: after a day begins with the next one",
    graph: chain(source(), card),
    options: {
      filters: [
        { column: "event_time", operator: "after", value: "2024-01-31" },
        { column: "event_time", operator: "<=", value: "2024-02-01" },
      ],
    },
    rows: [["35", "35"]],
  },
  {
    name: "kpi: a range without an end is compared with nothing",
    graph: chain(source(), card),
    options: { range: { from: day("02-01") }, catalog: timed },
    rows: [["35", null]],
  },
  {
    name: "kpi: other filters hold in both periods",
    graph: chain(source(), card),
    options: { range: { from: day("02-01"), to: day("02-02") }, filters: [isApple], catalog: timed },
    rows: [["15", "30"]],
  },
  {
    name: "kpi: a range on another column cuts both periods",
    graph: chain(source(), card),
    options: {
      filters: [{ column: "day", operator: "between", value: ["2024-01-31", "2024-02-01"] }],
      now: day("02-01"),
    },
    rows: [["35", null]],
  },
  {
    name: "kpi: a filter that is no range leaves the card its period",
    graph: chain(source(), card),
    options: {
      filters: [{ column: "event_time", operator: "!=", value: "2024-01-31T10:05:00Z" }],
      now: day("02-01"),
    },
    rows: [["30", null]],
  },
  {
    name: "kpi: a range on days, its last day included",
    graph: chain(
      source(),
      node("k", "kpi_card", {
        metric: "quantity",
        function: "sum",
        compare: { column: "day", period: { size: 1, unit: "day" } },
      }),
    ),
    options: { filters: [{ column: "day", operator: "between", value: ["2024-02-01", "2024-02-01"] }] },
    rows: [["5", "30"]],
  },
  {
    name: "kpi: a day alone is a range of that day",
    graph: chain(source(), card),
    options: { filters: [{ column: "event_time", operator: "=", value: "2024-02-01" }] },
    rows: [["35", "35"]],
  },
  {
    name: "kpi: one value of a list is as itself",
    graph: chain(source(), card),
    options: { filters: [{ column: "event_time", operator: "in", value: ["2024-02-01"] }] },
    rows: [["35", "35"]],
  },
  {
    name: "kpi: a day of a column of days is compared with the day before",
    graph: chain(source(), comparedBy("day")),
    options: { filters: [{ column: "day", operator: "=", value: "2024-02-01" }] },
    rows: [["5", "30"]],
  },
  {
    name: "kpi: several days are no range",
    graph: chain(source(), card),
    options: { filters: [{ column: "event_time", operator: "in", value: ["2024-01-31", "2024-02-01"] }] },
    rows: [["70", null]],
  },
  {
    name: "kpi: a moment has nothing before it",
    graph: chain(source(), card),
    options: { filters: [{ column: "event_time", operator: "=", value: "2024-01-31T09:45:00Z" }] },
    rows: [["20", null]],
  },
  {
    name: "kpi: what another filter hides within a range is hidden in both periods",
    graph: chain(source(), card),
    options: {
      filters: [
        { column: "event_time", operator: "=", value: "2024-02-01" },
        { column: "event_time", operator: "!=", value: "2024-01-31T09:30:00Z" },
      ],
    },
    rows: [["35", "25"]],
  },
  {
    name: "kpi: no period before is no count of nothing",
    graph: chain(source(), comparedBy("event_time", { function: "count" })),
    options: { filters: [{ column: "event_time", operator: ">=", value: "2024-02-01" }] },
    rows: [["2", null]],
  },
  {
    name: "kpi: a range that begins with the calendar has nothing before it",
    graph: chain(source(), card),
    options: { range: { from: "1901-01-01T00:00:00Z", to: day("02-01") }, catalog: timed },
    rows: [["32", null]],
  },
  {
    name: "kpi: an hour of buckets is compared with the hour before",
    graph: chain(source(), bucketed({ size: 1, unit: "hour" }, "h"), comparedBy("h")),
    options: { range: { from: "2024-01-31T10:00:00Z", to: "2024-01-31T11:00:00Z" }, catalog: timed },
    rows: [["5", "30"]],
  },
  {
    name: "kpi: a bucket under its column's name is a bucket",
    graph: chain(source(), bucketed({ size: 1, unit: "day" }, "event_time"), comparedBy("event_time")),
    options: { range: { from: day("02-01"), to: day("02-02") }, catalog: timed },
    rows: [["35", "35"]],
  },
  {
    name: "kpi: a range need not end where buckets do",
    graph: chain(source(), bucketed({ size: 1, unit: "day" }, "d"), comparedBy("d")),
    options: {
      filters: [{
        column: "event_time",
        operator: "between",
        value: ["2024-01-31T09:40:00Z", "2024-01-31T10:10:00Z"],
      }],
    },
    rows: [["25", "10"]],
  },
  {
    name: "kpi: a truncated time is under the range of its own",
    graph: chain(
      source(),
      node("f", "formula", { as: "d", expression: 'DATE_TRUNC("day", [event_time])' }),
      comparedBy("d"),
    ),
    options: { filters: [{ column: "event_time", operator: "=", value: "2024-02-01" }] },
    rows: [["35", "35"]],
  },
  {
    name: "kpi: a time that is read as a date is under its range",
    graph: chain(
      source(),
      node("s", "select", {
        columns: ["event_time", "quantity"],
        casts: [{ column: "event_time", type: "date" }],
      }),
      card,
    ),
    options: { filters: [{ column: "event_time", operator: "=", value: "2024-02-01" }] },
    rows: [["35", "35"]],
  },
  {
    name: "kpi: a limit chooses among the rows of either period",
    graph: chain(
      source(),
      node("o", "sort", { keys: [{ column: "trade_id", direction: "asc" }] }),
      node("l", "limit", { count: 1 }),
      card,
    ),
    options: { range: { from: day("02-01"), to: day("02-02") }, catalog: timed },
    rows: [["15", "10"]],
  },
  {
    name: "kpi: the newest of each is chosen among the rows of either period",
    graph: chain(
      source(),
      node("u", "unique", { columns: ["symbol"], keep: { column: "trade_id", direction: "desc" } }),
      card,
    ),
    options: { range: { from: day("02-01"), to: day("02-02") }, catalog: timed },
    rows: [["35", "20"]],
  },
  {
    name: "kpi: a running total under a range goes on through both periods",
    graph: chain(
      source(),
      node("w", "window", {
        function: "sum",
        column: "quantity",
        as: "total",
        order_by: [{ column: "trade_id", direction: "asc" }],
      }),
      comparedBy("event_time", { metric: "total", function: "max" }),
    ),
    options: { range: { from: day("02-01"), to: day("02-02") }, catalog: timed },
    rows: [["70", "35"]],
  },
];

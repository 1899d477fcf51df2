/** What the caller adds: entitlements, filters of a dashboard, pages. */
import { chain, instrumentSource, node, source } from "../support/graphs.ts";
import { type Case, ids, onlyId } from "./case.ts";

const byId = node("o", "sort", { keys: [{ column: "trade_id", direction: "asc" }] });

/** Every operator, and the trades it leaves. */
const operators: readonly (readonly [column: string, operator: string, value: unknown, ...ids: number[]])[] =
  [
    ["side", "=", "buy", 1, 3, 4, 7],
    ["side", "!=", "buy", 2, 6],
    ["quantity", ">", "14.5", 2, 5, 6],
    ["quantity", ">=", 15, 2, 5, 6],
    ["price", "<", 0, 7],
    ["price", "<=", "100.50", 1, 7],
    ["rate", "between", [0, 1.5], 1, 2, 6],
    ["symbol", "in", ["MSFT", "JPM"], 3, 4, 7],
    ["side", "not_in", ["buy", "sell"], 6],
    ["side", "contains", "ell", 2, 6],
    ["side", "not_contains", "ell", 1, 3, 4, 7],
    ["symbol", "starts_with", "A", 1, 2, 5],
    ["symbol", "not_starts_with", "A", 3, 4, 6, 7],
    ["symbol", "ends_with", "A", 6],
    ["symbol", "not_ends_with", "L", 3, 4, 6, 7],
    ["symbol", "matches", "^[JN]", 6, 7],
    ["symbol", "not_matches", "^[JN]", 1, 2, 3, 4, 5],
    ["day", "before", "2024-01-31", 7],
    ["event_time", "after", "2024-01-31T10:05:00Z", 4, 5, 6],
    ["event_time", "=", "2024-01-31", 1, 2, 3, 4],
    ["event_time", "between", ["2024-01-31", "2024-01-31"], 1, 2, 3, 4],
    ["event_time", "not_in", ["2024-01-31", "1969-12-31"], 5, 6],
    ["event_time", "last_n", { size: 31, unit: "minute" }, 5, 6],
    ["side", "is_null", undefined, 5],
    ["day", "is_not_null", undefined, 1, 2, 3, 5, 6, 7],
    ["flag", "is_true", undefined, 1, 4, 6],
    ["flag", "is_false", undefined, 2, 5],
  ];

export const options: readonly Case[] = [
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
  {
    name: "an offset alone skips rows",
    graph: chain(source(), byId, onlyId),
    options: { offset: 5 },
    rows: ids(6, 7),
  },
  {
    name: "a limit of none",
    graph: chain(source(), onlyId),
    options: { limit: 0 },
    rows: [],
  },
  {
    name: "the caller's page lies within the node's own limit",
    graph: chain(source(), byId, node("l", "limit", { count: 4, offset: 1 }), onlyId),
    options: { limit: 3, offset: 2 },
    rows: ids(4, 5),
  },
  {
    name: "entitlement first, then filters, then the source's own limit",
    graph: chain(source("a", { columns: ["trade_id"], limit: 1 })),
    options: {
      entitlements: { symbols: ["AAPL", "NVDA"] },
      filters: [{ column: "quantity", operator: "=", value: 20 }, {
        column: "side",
        operator: "!=",
        value: "sell",
      }],
    },
    rows: ids(6),
  },
  {
    name: "entitlements that are no list are none",
    graph: chain(source(), onlyId),
    options: { entitlements: { symbols: "AAPL" as never } },
    rows: [],
  },
  {
    name: "a table without a symbol column needs no entitlement",
    graph: chain(instrumentSource(), node("s", "select", { columns: ["lot"] })),
    options: { entitlements: undefined as never },
    rows: [["1"], ["10"], ["2"], ["20"], ["5"]],
    bag: true,
  },
  {
    name: "locked filters restrict every scan, beside what the reader asks",
    graph: chain(source(), onlyId),
    options: {
      locked: [{ column: "symbol", operator: "=", value: "AAPL" }],
      filters: [{ column: "symbol", operator: "in", value: ["AAPL", "NVDA"] }, {
        column: "quantity",
        operator: ">",
        value: 10,
      }],
    },
    rows: ids(2, 5),
    bag: true,
  },
  {
    name: "locked filters come before the source's own limit",
    graph: chain(source("a", { columns: ["trade_id"], limit: 1 })),
    options: { locked: [{ column: "symbol", operator: "=", value: "NVDA" }] },
    rows: ids(6),
  },
  ...operators.map(([column, operator, value, ...rows]): Case => ({
    name: `a dashboard's filter: ${column} ${operator}`,
    graph: chain(source("a", { columns: ["trade_id"] })),
    options: { filters: [{ column, operator, value }], now: "2024-02-01T10:00:00Z" },
    rows: ids(...rows),
    bag: true,
  })),
];

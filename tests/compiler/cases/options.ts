/** What the caller adds: entitlements, filters of a dashboard, pages. */
import { chain, node, source } from "../support/graphs.ts";
import { type Case, ids, onlyId } from "./case.ts";

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
];

/** Unions. */
import { graph, instrumentSource, node, source } from "../support/graphs.ts";
import { type Case, ids } from "./case.ts";

export const unions: readonly Case[] = [
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

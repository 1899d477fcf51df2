/** Joins to the nearest time before or after. */
import { graph, node, quoteSource, source } from "../support/graphs.ts";
import type { Case } from "./case.ts";

export const asofJoins: readonly Case[] = [
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
    name: "asof join: a key that is the same on every row",
    graph: graph([
      source("a", { columns: ["trade_id", "event_time"] }),
      node("f", "formula", { as: "one", expression: "ISNULL([trade_id])" }),
      quoteSource(),
      node("g", "formula", { as: "other", expression: "ISNULL([bid])" }),
      node("j", "join", {
        kind: "asof",
        keys: [{ left: "one", right: "other" }],
        asof: { left: "event_time", right: "event_time", direction: "backward" },
      }),
      node("s", "select", { columns: ["trade_id", "bid"] }),
    ], ["a > f", "f > j.left", "b > g", "g > j.right", "j > s"]),
    rows: [
      ["1", "299"],
      ["2", "101"],
      ["3", "101"],
      ["4", "101"],
      ["5", "101"],
      ["6", "101"],
      ["7", null],
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
  ...(["backward", "forward"] as const).map((direction): Case => ({
    name: `asof join: ${direction}, within a tolerance longer than any calendar`,
    graph: graph([
      source("a", { columns: ["trade_id", "symbol", "event_time"] }),
      quoteSource(),
      node("j", "join", {
        kind: "asof",
        keys: [{ left: "symbol", right: "symbol" }],
        asof: {
          left: "event_time",
          right: "event_time",
          direction,
          tolerance: { size: 1_000_000_000, unit: "year" },
        },
      }),
      node("s", "select", { columns: ["trade_id", "bid"] }),
      node("f", "filter", { logic: "and", conditions: [{ column: "trade_id", operator: "<", value: 5 }] }),
    ], ["a > j.left", "b > j.right", "j > s", "s > f"]),
    rows: [["1", direction === "backward" ? "100" : "101"], ["2", "101"], ["3", null], ["4", null]],
    bag: true,
  })),
];

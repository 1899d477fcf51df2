/** Windows: ranks from 0 to 1, buckets, shares, and empty values that are skipped. */
import { chain, node } from "../support/graphs.ts";
import type { Case } from "./case.ts";

const byId = [{ column: "trade_id", direction: "asc" }];
const window = (as: string, config: Readonly<Record<string, unknown>>) =>
  node(`w_${as}`, "window", { as, partition_by: [], order_by: byId, ...config });
const sorted = node("s", "sort", { keys: byId });
const ids = node("a", "data_source", {
  database: "flowforge",
  table: "trades",
  columns: ["trade_id", "symbol", "side", "quantity", "rate"],
});
const only = (...columns: string[]) => node("only", "select", { columns: ["trade_id", ...columns] });
const byQuantity = (nulls: string) => [{ column: "quantity", direction: "desc", nulls }];

export const neighbours: readonly Case[] = [
  {
    name: "window: ranks from 0 to 1, buckets and shares",
    graph: chain(
      ids,
      window("rank", { function: "percent_rank", order_by: byQuantity("last") }),
      window("nulls_first", { function: "percent_rank", order_by: byQuantity("first") }),
      window("alone", { function: "percent_rank", partition_by: ["trade_id"] }),
      window("three", { function: "ntile", buckets: 3 }),
      window("ten", { function: "ntile", buckets: 10 }),
      window("share", { function: "share", column: "quantity", partition_by: ["symbol"] }),
      window("of_rate", { function: "share", column: "rate", partition_by: ["symbol"], order_by: [] }),
      sorted,
      only("rank", "nulls_first", "alone", "three", "ten", "share", "of_rate"),
    ),
    rows: [
      ["1", 0.5, 0.66666666667, 0, "1", "1", 0.22222222222, 0.5],
      ["2", 0, 0.16666666667, 0, "1", "2", 0.44444444444, 1.5],
      ["3", 0.66666666667, 0.83333333333, 0, "1", "3", 1, null],
      ["4", 1, 0, 0, "2", "4", null, 1],
      ["5", 0.33333333333, 0.5, 0, "2", "5", 0.33333333333, -1],
      ["6", 0, 0.16666666667, 0, "3", "6", 1, null],
      ["7", 0.83333333333, 1, 0, "3", "7", 1, 1],
    ],
  },
  {
    name: "window: empty values are skipped",
    graph: chain(
      ids,
      window("lag", { function: "lag", column: "quantity", ignore_nulls: true }),
      window("lag2", { function: "lag", column: "quantity", ignore_nulls: true, offset: 2 }),
      window("itself", { function: "lag", column: "quantity", ignore_nulls: true, offset: 0 }),
      window("lead", { function: "lead", column: "side", ignore_nulls: true }),
      window("first", {
        function: "first_value",
        column: "rate",
        ignore_nulls: true,
        frame: { preceding: 1, following: 1 },
      }),
      window("last", { function: "last_value", column: "quantity", ignore_nulls: true }),
      window("own", {
        function: "last_value",
        column: "quantity",
        ignore_nulls: true,
        frame: { preceding: 0, following: "current" },
      }),
      sorted,
      only("lag", "lag2", "itself", "lead", "first", "last", "own"),
    ),
    rows: [
      ["1", null, null, "10", "sell", 0.5, "10", "10"],
      ["2", "10", null, "20", "buy", 0.5, "20", "20"],
      ["3", "20", "10", "5", "buy", 1.5, "5", "5"],
      ["4", "5", "20", null, "Sell", 2.5, "5", null],
      ["5", "5", "20", "15", "Sell", 2.5, "15", "15"],
      ["6", "15", "5", "20", "buy", -1, "20", "20"],
      ["7", "20", "15", "-3", null, 0, "-3", "-3"],
    ],
  },
  {
    name: "window: empty values are skipped within each partition, in either order",
    graph: chain(
      ids,
      window("back", {
        function: "lag",
        column: "quantity",
        ignore_nulls: true,
        partition_by: ["symbol"],
        order_by: [{ column: "trade_id", direction: "desc" }],
      }),
      window("first", {
        function: "first_value",
        column: "side",
        ignore_nulls: true,
        partition_by: ["symbol"],
      }),
      sorted,
      only("back", "first"),
    ),
    rows: [
      ["1", "20", "buy"],
      ["2", "15", "buy"],
      ["3", null, "buy"],
      ["4", null, "buy"],
      ["5", null, "buy"],
      ["6", null, "Sell"],
      ["7", null, "buy"],
    ],
  },
];

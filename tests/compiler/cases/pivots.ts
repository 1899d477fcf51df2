/** Values that become columns. */
import { chain, node, source } from "../support/graphs.ts";
import { type Case, where } from "./case.ts";

export const pivots: readonly Case[] = [
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
  {
    name: "pivot: where no value was found its rows stay",
    graph: chain(
      source(),
      node("p", "pivot", {
        rows: ["symbol"],
        column: "side",
        value: "quantity",
        function: "sum",
        values: [],
      }),
    ),
    columns: ["symbol"],
    rows: [["AAPL"], ["JPM"], ["MSFT"], ["NVDA"]],
    bag: true,
  },
  {
    name: "pivot: by true and false, listed as text",
    graph: chain(
      source(),
      node("p", "pivot", {
        rows: [],
        column: "flag",
        value: "trade_id",
        function: "count",
        values: ["true", false],
      }),
    ),
    columns: ["true", "false"],
    rows: [["3", "2"]],
  },
  {
    name: "pivot: by empty text, decimals and moments, each named as it is listed",
    graph: chain(
      source(),
      node("f", "formula", { as: "first", expression: 'IF([trade_id] = 1, "", "x")' }),
      node("p", "pivot", {
        rows: ["first"],
        column: "price",
        value: "quantity",
        function: "max",
        values: ["100.50", 200],
      }),
      node("q", "pivot", {
        rows: ["100.50"],
        column: "first",
        value: "200",
        function: "max",
        values: ["", "x"],
      }),
    ),
    columns: ["100.50", "", "x"],
    rows: [["10", null, null], [null, null, "5"]],
    bag: true,
  },
  {
    name: "pivot: a column called by the empty text is a column like any other",
    graph: chain(
      source(),
      node("f", "formula", { as: "kind", expression: 'IF([quantity] > 10, "", "small")' }),
      node("p", "pivot", {
        rows: ["symbol"],
        column: "kind",
        value: "trade_id",
        function: "count",
        values: ["", "small"],
      }),
      where({ column: "", operator: ">=", value: 1 }, { column: "", operator: ">", other_column: "small" }, {
        column: "small",
        operator: "!=",
        other_column: "",
      }),
      node("s", "sort", { keys: [{ column: "", direction: "desc" }] }),
      node("g", "group_by", { metrics: [{ function: "sum", column: "", as: "big" }] }),
    ),
    columns: ["big"],
    rows: [["3"]],
  },
];

/** Zero has two signs and is one value, whether compared, grouped, joined or looked up. */
import { chain, graph, node, source } from "../support/graphs.ts";
import { type Case, where } from "./case.ts";

/** Four rows with 0 (trades 1 to 4), three with -0. */
const zero = (id: string) =>
  node(id, "formula", { as: "z", expression: "IF([trade_id] > 4, -1e0, 1e0) * 0e0" });
const count = (id: string) => node(id, "group_by", { metrics: [{ function: "count", as: "n" }] });
const keyed = node("g", "group_by", { keys: [{ column: "z" }], metrics: [{ function: "count", as: "n" }] });
const onlyCount = node("only", "select", { columns: ["n"] });

export const zeros: readonly Case[] = [
  {
    name: "zero: a group has either sign",
    graph: chain(source(), zero("z"), keyed, onlyCount),
    rows: [["7"]],
  },
  {
    name: "zero: count_distinct sees one value",
    graph: chain(
      source(),
      zero("z"),
      node("g", "group_by", { metrics: [{ function: "count_distinct", column: "z", as: "n" }] }),
    ),
    rows: [["1"]],
  },
  {
    name: "zero: unique rows",
    graph: chain(
      source(),
      zero("z"),
      node("s", "select", { columns: ["z"] }),
      node("u", "unique", {}),
      count("c"),
    ),
    rows: [["1"]],
  },
  {
    name: "zero: keys of a join meet",
    graph: graph(
      [
        source("a"),
        zero("l"),
        source("b"),
        zero("r"),
        node("j", "join", { kind: "inner", keys: [{ left: "z", right: "z" }] }),
        count("c"),
      ],
      ["a > l", "b > r", "l > j.left", "r > j.right", "j > c"],
    ),
    rows: [["49"]],
  },
  {
    // Over a union ClickHouse hands partitions out to several threads, by their bits.
    name: "zero: a partition has either sign",
    graph: graph(
      [
        source("a"),
        source("b"),
        node("u", "union", {}),
        zero("z"),
        node("w", "window", { function: "count", as: "n", partition_by: ["z"], order_by: [] }),
        node("only", "unique", { columns: ["z"], keep: { column: "trade_id", direction: "asc" } }),
        node("s", "select", { columns: ["trade_id", "n"] }),
      ],
      ["a > u.left", "b > u.right", "u > z", "z > w", "w > only", "only > s"],
    ),
    rows: [["1", "14"]],
  },
  {
    name: "zero: in a list",
    graph: chain(source(), zero("z"), where({ column: "z", operator: "in", value: [0, 1] }), count("c")),
    rows: [["7"]],
  },
];

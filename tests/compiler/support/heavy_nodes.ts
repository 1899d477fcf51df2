/** Settings of nodes as long as a request may carry, and graphs of more nodes than there may be. */
import { chain, graph, node, source } from "./graphs.ts";
import { type HeavyInput, list, longName, MANY, nested } from "./heavy_inputs.ts";

const ofSource = (type: string, config: Record<string, unknown>) => chain(source(), node("t", type, config));
const names = list(MANY, (at) => `c${at}`);
const price = { column: "price", direction: "asc" };
const nodesInARow = (length: number, isRing: boolean) => ({
  version: 1,
  nodes: list(length, (at) => node(at === length - 1 ? "t" : `n${at}`, "limit", { count: 1 })),
  edges: list(isRing ? length : length - 1, (at) => ({
    source: at === length - 1 ? "t" : `n${at}`,
    target: at === length - 1 ? "n0" : at === length - 2 ? "t" : `n${at + 1}`,
  })),
});
const ofTwo = (type: string, config: Record<string, unknown>) =>
  graph([source(), source("b"), node("t", type, config)], ["a > t.left", "b > t.right"]);
const conditions = list(1_000, (at) => ({ column: "price", operator: "=", value: String(at) }));
const filter = { logic: "or", conditions: list(10, () => ({ logic: "and", conditions })) };

export const HEAVY_NODES: readonly HeavyInput[] = [
  { what: "a hundred thousand nodes in a row", graph: nodesInARow(MANY, false), refused: "too_large" },
  { what: "a hundred thousand nodes in a ring", graph: nodesInARow(MANY, true), refused: "too_large" },
  {
    what: "a million edges",
    graph: { version: 1, nodes: [source("t")], edges: Array(1_000_000).fill({ source: "t", target: "t" }) },
    refused: "too_large",
  },
  {
    what: "nested lists for edges",
    graph: { version: 1, nodes: [source("t")], edges: nested(MANY, (inner) => [inner], []) },
    refused: "invalid_edge",
  },
  {
    what: "nested lists for nodes",
    graph: { version: 1, nodes: nested(MANY, (inner) => [inner], []), edges: [] },
    refused: "invalid_node",
  },
  {
    what: "a name of five million characters",
    graph: ofSource("select", { columns: ["c".repeat(5e6)] }),
    refused: "unknown_column",
  },
  {
    what: "columns to turn into rows",
    graph: ofSource("unpivot", { columns: names, name: "n", value: "v" }),
    refused: "too_large",
  },
  {
    what: "two thousand unknown columns to turn into rows",
    graph: ofSource("unpivot", { columns: list(2_000, longName), name: "n", value: "v" }),
    refused: "unknown_column",
  },
  {
    what: "casts",
    graph: ofSource("select", {
      columns: ["price"],
      casts: list(MANY, () => ({ column: "price", type: "string" })),
    }),
    refused: "too_large",
  },
  {
    what: "two thousand casts of unknown columns",
    graph: ofSource("select", {
      columns: ["price"],
      casts: list(2_000, (at) => ({ column: longName(at), type: "string" })),
    }),
    refused: "unknown_column",
  },
  {
    what: "a format of a million brackets",
    graph: ofSource("select", {
      columns: ["symbol"],
      casts: [{ column: "symbol", type: "date", format: "[".repeat(1e6) }],
    }),
    refused: "too_large",
  },
  {
    what: "columns of a line",
    graph: ofSource("line_chart", { x: "event_time", y: names }),
    refused: "too_large",
  },
  {
    what: "columns to partition by",
    graph: ofSource("window", { function: "count", as: "n", partition_by: names, order_by: [] }),
    refused: "too_large",
  },
  {
    what: "keys of a window's order",
    graph: ofSource("window", {
      function: "count",
      as: "n",
      partition_by: [],
      order_by: Array(MANY).fill(price),
    }),
    refused: "too_large",
  },
  {
    what: "columns to fill",
    graph: ofSource("fill", {
      time: "event_time",
      bucket: { size: 1, unit: "day" },
      columns: names.map((column) => ({ column, mode: "last" })),
    }),
    refused: "too_large",
  },
  {
    what: "keys of a join",
    graph: ofTwo("join", { kind: "inner", keys: Array(MANY).fill({ left: "price", right: "price" }) }),
    refused: "too_large",
  },
  {
    what: "columns of a union",
    graph: ofTwo("union", { columns: names.map((as) => ({ as, left: "price", right: "price" })) }),
    refused: "too_large",
  },
  {
    what: "two hundred filters of ten thousand conditions",
    graph: chain(source(), ...list(200, (at) => node(at === 199 ? "t" : `n${at}`, "filter", filter))),
    refused: "too_large",
  },
  {
    what: "two thousand metrics that count by fifty conditions",
    graph: ofSource("group_by", {
      metrics: list(2_000, (at) => ({
        function: "count",
        as: `m${at}`,
        where: { logic: "and", conditions: conditions.slice(0, 50) },
      })),
    }),
    refused: "too_large",
  },
];

/** Graphs of many nodes, and what a caller may add to them; and every heavy input together. */
import { chain, graph, node, source } from "./graphs.ts";
import { HEAVY_NODES } from "./heavy_nodes.ts";
import { groups, HEAVY_SETTINGS, type HeavyInput, list, longName, MANY, repeated } from "./heavy_inputs.ts";

/** Each node reads the one before twice. */
const doubled = (type: string, config: (at: number) => Record<string, unknown>) =>
  graph(
    [source("n0"), ...list(200, (at) => node(at === 199 ? "t" : `n${at + 1}`, type, config(at)))],
    list(200, (at) => ["left", "right"].map((port) => `n${at} > ${at === 199 ? "t" : `n${at + 1}`}.${port}`))
      .flat(),
  );

const HEAVY_GRAPHS: readonly HeavyInput[] = [
  {
    what: "a hundred formulas of ten thousand characters",
    graph: chain(
      source(),
      ...list(
        100,
        (at) => node(`n${at}`, "formula", { as: `c${at}`, expression: repeated("[symbol]&1&", 9_900) + at }),
      ),
      node("t", "limit", { count: 1 }),
    ),
    refused: "nothing or too_complex or too_large",
  },
  {
    what: "a hundred formulas of unknown columns",
    graph: chain(
      source(),
      ...list(100, (at) =>
        node(`n${at}`, "formula", {
          as: `c${at}`,
          expression: list(150, (k) => `[${longName(k + at)}]`).join("&"),
        })),
      node("t", "limit", { count: 1 }),
    ),
    refused: "unknown_column",
  },
  {
    what: "two thousand formulas, each twice the one before",
    graph: chain(
      source(),
      ...list(1_900, (at) =>
        node(`n${at}`, "formula", {
          as: `c${at}`,
          expression: at ? `[c${at - 1}]+[c${at - 1}]` : "[quantity]",
        })),
      node("t", "limit", { count: 1 }),
    ),
    refused: "too_complex or too_large",
  },
  {
    what: "two thousand windows",
    graph: chain(
      source(),
      ...list(1_900, (at) =>
        node(`n${at}`, "window", {
          function: "row_number",
          as: `c${at}`,
          partition_by: [],
          order_by: [{ column: "price", direction: "asc" }],
        })),
      node("t", "limit", { count: 1 }),
    ),
    refused: "nothing or too_large",
  },
  {
    what: "a table joined with itself two hundred times",
    graph: doubled(
      "join",
      (at) => ({ kind: "inner", keys: [{ left: "trade_id", right: "trade_id" }], suffix: `_${at}` }),
    ),
    refused: "too_large",
  },
  {
    what: "a table beside itself two hundred times",
    graph: doubled("union", () => ({})),
    refused: "too_complex",
  },
  {
    what: "filters of a dashboard",
    graph: chain(source(), node("t", "limit", { count: 1 })),
    options: { filters: list(MANY, (at) => ({ column: "price", operator: ">", value: String(at) })) },
    refused: "too_large",
  },
  {
    what: "nested groups as a dashboard's filter",
    graph: chain(source(), node("t", "limit", { count: 1 })),
    options: { filters: [{ column: "price", ...groups } as never] },
    refused: "too_large",
  },
];

export const HEAVY_INPUTS = [...HEAVY_SETTINGS, ...HEAVY_NODES, ...HEAVY_GRAPHS];

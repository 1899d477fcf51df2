/** Inputs as large, as deep or as wrong as a request may carry; each is refused or compiled about as fast as it is read. */
import type { CompileOptions } from "@/compiler/mod.ts";
import { chain, node, source } from "./graphs.ts";

export interface HeavyInput {
  readonly what: string;
  readonly graph: unknown;
  readonly options?: Partial<CompileOptions>;
  /** Code of the first problem; missing where it compiles. */
  readonly refused?: string;
}

export const MANY = 100_000;

export function nested(
  depth: number,
  wrap: (inner: unknown, level: number) => unknown,
  innermost: unknown = {},
) {
  let value = innermost;
  for (let level = 0; level < depth; level++) value = wrap(value, level);
  return value as Record<string, unknown>;
}

export const groups = nested(
  MANY,
  (inner, level) => ({ logic: level % 2 ? "and" : "or", conditions: [inner] }),
  {
    logic: "and",
    conditions: [],
  },
);
const records = nested(MANY, (inner) => ({ a: inner }));
const lists = nested(MANY, (inner) => [inner], []);
export const list = <T>(length: number, make: (at: number) => T) =>
  Array.from({ length }, (_, at) => make(at));
const ofSource = (type: string, config: Record<string, unknown>) => chain(source(), node("t", type, config));
const formula = (expression: string) => ofSource("formula", { as: "made", expression });
export const repeated = (text: string, length: number) => text.repeat(Math.floor(length / text.length));
/** Long names that differ at their ends: the dearest to tell apart. */
export const longName = (at: number) =>
  `${"a name that is long enough to be compared in whole ".repeat(2).slice(0, 56)}${at}`;
const wide = list(1_000, (at) => ({ function: "count", as: longName(at) }));
export const wideBehind = (type: string, config: Record<string, unknown>) =>
  chain(source(), node("w", "group_by", { keys: [], metrics: wide }), node("t", type, config));

export const HEAVY_SETTINGS: readonly HeavyInput[] = [
  { what: "nested groups of conditions", graph: ofSource("filter", groups), refused: "too_large" },
  {
    what: "nested groups where a metric counts",
    graph: ofSource("group_by", { keys: [], metrics: [{ function: "count", as: "n", where: groups }] }),
    refused: "too_large",
  },
  { what: "nested records in a config", graph: ofSource("limit", { count: 1, more: records }) },
  { what: "nested lists in a config", graph: ofSource("limit", { count: 1, more: lists }) },
  {
    what: "nested lists as a value",
    graph: ofSource("filter", {
      logic: "and",
      conditions: [{ column: "symbol", operator: "=", value: lists }],
    }),
    refused: "invalid_value",
  },
  {
    what: "nested records as a formula",
    graph: ofSource("formula", { as: "x", expression: records }),
    refused: "invalid_setting",
  },
  {
    what: "nested records as a column",
    graph: ofSource("select", { columns: [records] }),
    refused: "invalid_setting",
  },
  {
    what: "nodes",
    graph: { version: 1, nodes: list(MANY, (at) => source(`n${at}`)), edges: [] },
    refused: "too_large",
  },
  {
    what: "edges",
    graph: { version: 1, nodes: [source()], edges: list(MANY, () => ({ source: "a", target: "a" })) },
    refused: "too_large",
  },
  {
    what: "edges into one port",
    graph: {
      version: 1,
      nodes: [source(), node("t", "limit", { count: 1 })],
      edges: list(4_000, () => ({ source: "a", target: "t" })),
    },
    refused: "wrong_port",
  },
  {
    what: "a cycle of two thousand nodes",
    graph: {
      version: 1,
      nodes: list(2_000, (at) => node(at ? `n${at}` : "t", "limit", { count: 1 })),
      edges: list(
        2_000,
        (at) => ({ source: at ? `n${at}` : "t", target: at === 1_999 ? "t" : `n${at + 1}` }),
      ),
    },
    refused: "cycle",
  },
  {
    what: "conditions in one group",
    graph: ofSource("filter", {
      logic: "or",
      conditions: list(MANY, (at) => ({ column: "price", operator: "=", value: String(at) })),
    }),
    refused: "too_large",
  },
  {
    what: "two thousand conditions",
    graph: ofSource("filter", {
      logic: "or",
      conditions: list(2_000, (at) => ({ column: "price", operator: "=", value: String(at) })),
    }),
  },
  {
    what: "two thousand conditions of unknown columns",
    graph: wideBehind("filter", {
      logic: "or",
      conditions: list(2_000, (at) => ({ column: longName(at + 5_000), operator: "=", value: 1 })),
    }),
    refused: "unknown_column",
  },
  {
    what: "a hundred thousand conditions in fifty groups",
    graph: ofSource("filter", {
      logic: "or",
      conditions: list(
        50,
        () => ({
          logic: "and",
          conditions: list(2_000, (at) => ({ column: "price", operator: ">", value: String(at) })),
        }),
      ),
    }),
    refused: "too_large",
  },
  {
    what: "values in a list",
    graph: ofSource("filter", {
      logic: "and",
      conditions: [{ column: "symbol", operator: "in", value: list(MANY, (at) => `v${at}`) }],
    }),
    refused: "too_large",
  },
  {
    what: "a number of a million digits",
    graph: ofSource("filter", {
      logic: "and",
      conditions: [{ column: "quantity", operator: "=", value: "7".repeat(1_000_000) }],
    }),
    refused: "invalid_value",
  },
  {
    what: "a number with a million zeros behind its point",
    graph: ofSource("filter", {
      logic: "and",
      conditions: [{ column: "quantity", operator: "=", value: `0.${"0".repeat(1_000_000)}1` }],
    }),
    refused: "invalid_value",
  },
  {
    what: "a million spaces for a time",
    graph: ofSource("filter", {
      logic: "and",
      conditions: [{ column: "event_time", operator: "=", value: `2024${" ".repeat(1_000_000)}x` }],
    }),
    refused: "invalid_value",
  },
  {
    what: "a pattern of a million brackets",
    graph: ofSource("filter", {
      logic: "and",
      conditions: [{ column: "symbol", operator: "matches", value: "(".repeat(1_000_000) }],
    }),
    refused: "invalid_pattern",
  },
  {
    what: "a long pattern",
    graph: ofSource("filter", {
      logic: "and",
      conditions: [{ column: "symbol", operator: "matches", value: repeated("(a|b?)", 9_999) }],
    }),
  },
  {
    what: "a formula of a million characters",
    graph: formula("1+".repeat(500_000) + "1"),
    refused: "too_large",
  },
  { what: "deep parentheses", graph: formula("(".repeat(9_999)), refused: "too_large" },
  {
    what: "deep parentheses that close",
    graph: formula("(".repeat(4_999) + "1" + ")".repeat(4_999)),
    refused: "too_large",
  },
  { what: "deep signs", graph: formula("-".repeat(9_998) + "[quantity]"), refused: "too_large" },
  { what: "deep powers", graph: formula(repeated("2^", 9_998) + "2"), refused: "too_large" },
  { what: "deep calls", graph: formula(repeated("ABS(", 9_996)), refused: "too_large" },
  { what: "deep cases", graph: formula(repeated("CASE WHEN ", 9_990)), refused: "too_large" },
  { what: "a long sum", graph: formula(repeated("1+", 9_998) + "1"), refused: "too_large" },
  { what: "a long join of text", graph: formula(repeated("[symbol]&", 9_900) + "[symbol]") },
  { what: "quotes that stay open", graph: formula(repeated("'' ", 9_999)), refused: "formula_syntax" },
  { what: "brackets that stay open", graph: formula("[".repeat(9_999)), refused: "formula_syntax" },
  {
    what: "unknown columns in a formula",
    graph: wideBehind("formula", {
      as: "x",
      expression: list(150, (at) => `[${longName(at + 5_000)}]`).join("&"),
    }),
    refused: "unknown_column",
  },
  {
    what: "pivot values",
    graph: ofSource("pivot", {
      rows: [],
      column: "symbol",
      value: "quantity",
      function: "sum",
      values: list(MANY, (at) => `v${at}`),
    }),
    refused: "too_large",
  },
  {
    what: "a thousand pivot values",
    graph: ofSource("pivot", {
      rows: [],
      column: "symbol",
      value: "quantity",
      function: "sum",
      values: list(1_000, (at) => `v${at}`),
    }),
  },
  {
    what: "renames",
    graph: ofSource("rename", { renames: list(MANY, (at) => ({ from: `c${at}`, to: `d${at}` })) }),
    refused: "too_large",
  },
  {
    what: "two thousand renames of unknown columns",
    graph: wideBehind("rename", {
      renames: list(2_000, (at) => ({ from: longName(at + 5_000), to: `d${at}` })),
    }),
    refused: "unknown_column",
  },
  {
    what: "a thousand renames",
    graph: wideBehind("rename", { renames: list(1_000, (at) => ({ from: longName(at), to: `d${at}` })) }),
  },
  {
    what: "two thousand sort keys",
    graph: wideBehind("sort", {
      keys: list(2_000, (at) => ({ column: longName(at % 1_000), direction: "asc" })),
    }),
  },
  {
    what: "two hundred metrics of many sums",
    graph: ofSource("group_by", {
      keys: [],
      metrics: list(
        200,
        (at) => ({
          function: "formula",
          expression: repeated("SUM([quantity])+", 3_200) + "1",
          as: `m${at}`,
        }),
      ),
    }),
    refused: "too_large",
  },
  {
    what: "a table of an unknown name, two thousand times",
    graph: {
      version: 1,
      nodes: list(
        2_000,
        (at) => node(at ? `n${at}` : "t", "data_source", { database: "nowhere", table: longName(at) }),
      ),
      edges: [],
    },
    refused: "unknown_table",
  },
];

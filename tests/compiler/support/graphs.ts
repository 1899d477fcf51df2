/** Short ways to write graphs and a small market to run them on. */
import type { Catalog, CatalogTable, Graph, GraphEdge, GraphNode } from "@/compiler/mod.ts";
import type { Engine } from "./engines.ts";

type Config = Readonly<Record<string, unknown>>;

export function node(id: string, type: string, config: Config, more: Partial<GraphNode> = {}): GraphNode {
  return { id, type: type as GraphNode["type"], position: { x: 0, y: 0 }, config, ...more };
}

/** Nodes each reading the one before. */
export function chain(...nodes: readonly GraphNode[]): Graph {
  const edges = nodes.slice(1).map((next, index) => ({ source: nodes[index]?.id ?? "", target: next.id }));
  return { version: 1, nodes, edges };
}

export function graph(nodes: readonly GraphNode[], edges: readonly string[]): Graph {
  return { version: 1, nodes, edges: edges.map(edge) };
}

/** `a > b` or `a > b.left`. */
function edge(text: string): GraphEdge {
  const [source = "", end = ""] = text.split(" > ");
  const [target = "", port] = end.split(".");
  return { source, target, ...(port ? { port: port as "left" | "right" } : {}) };
}

export const trades: CatalogTable = {
  database: "flowforge",
  table: "trades",
  store: "clickhouse",
  symbolColumn: "symbol",
  columns: [
    { name: "trade_id", type: "int64", nullable: false },
    { name: "event_time", type: "datetime", nullable: false },
    { name: "symbol", type: "string", nullable: false },
    { name: "side", type: "string", nullable: true },
    { name: "quantity", type: "int64", nullable: true },
    { name: "price", type: "decimal", nullable: true },
    { name: "rate", type: "float64", nullable: true },
    { name: "day", type: "date", nullable: true },
    { name: "flag", type: "boolean", nullable: true },
  ],
};

export const tradeRows: readonly (readonly unknown[])[] = [
  [1, "2024-01-31 09:30:00.000", "AAPL", "buy", 10, "100.5", 0.5, "2024-01-31", true],
  [2, "2024-01-31 09:45:00.000", "AAPL", "sell", 20, "101.25", 1.5, "2024-01-31", false],
  [3, "2024-01-31 10:05:00.000", "MSFT", "buy", 5, "200", null, "2024-02-01", null],
  [4, "2024-01-31 10:15:00.000", "MSFT", "buy", null, "201", 2.5, null, true],
  [5, "2024-02-01 09:30:00.000", "AAPL", null, 15, null, -1, "2024-02-29", false],
  [6, "2024-02-01 09:30:00.000", "NVDA", "Sell", 20, "300.000001", 0, "2024-12-30", true],
  [7, "1969-12-31 23:59:59.999", "JPM", "buy", -3, "-7.5", 1e10, "1970-01-01", null],
];

export const instruments: CatalogTable = {
  database: "flowforge",
  table: "instruments",
  store: "clickhouse",
  columns: [
    { name: "symbol", type: "string", nullable: true },
    { name: "sector", type: "string", nullable: true },
    { name: "lot", type: "decimal", nullable: false },
  ],
};

export const instrumentRows: readonly (readonly unknown[])[] = [
  ["AAPL", "tech", "10"],
  ["MSFT", "tech", "5"],
  ["XOM", null, "1"],
  [null, "none", "2"],
  ["AAPL", "phones", "20"],
];

export const quotes: CatalogTable = {
  database: "flowforge",
  table: "quotes",
  store: "clickhouse",
  symbolColumn: "symbol",
  columns: [
    { name: "symbol", type: "string", nullable: false },
    { name: "event_time", type: "datetime", nullable: true },
    { name: "bid", type: "decimal", nullable: true },
  ],
};

export const quoteRows: readonly (readonly unknown[])[] = [
  ["AAPL", "2024-01-31 09:29:00.000", "100"],
  ["AAPL", "2024-01-31 09:45:00.000", "101"],
  ["AAPL", null, "999"],
  ["MSFT", "2024-01-31 10:10:00.000", null],
  ["NVDA", "2024-01-31 09:30:00.000", "299"],
];

export const catalog: Catalog = { tables: [trades, instruments, quotes] };
export async function fillMarket(engine: Engine): Promise<void> {
  await engine.fill(trades, tradeRows);
  await engine.fill(instruments, instrumentRows);
  await engine.fill(quotes, quoteRows);
}

export const everything = { symbols: "all" as const };

export const source = (id = "a", more: Config = {}) =>
  node(id, "data_source", { database: "flowforge", table: "trades", ...more });
export const instrumentSource = (id = "b") =>
  node(id, "data_source", { database: "flowforge", table: "instruments" });
export const quoteSource = (id = "b") => node(id, "data_source", { database: "flowforge", table: "quotes" });

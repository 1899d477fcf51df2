/** Workflows whose rows change where an operation joins a SELECT that it must not join: one for each such place. */
import type { Graph, GraphNode } from "@/compiler/mod.ts";
import type { Feature, Operation } from "@/compiler/plan/fusion.ts";
import { chain, graph, instrumentSource, node, source } from "./graphs.ts";

export interface Witness {
  readonly up: Feature;
  readonly down: Operation;
  readonly what: string;
  readonly graph: Graph;
  /** Other rules that say the same about this level, and are lifted along with this one. */
  readonly along?: readonly (readonly [Feature, Operation])[];
  /** Only ClickHouse filters on windows in the same level, by QUALIFY. */
  readonly only?: "postgres" | "clickhouse";
}

const where = (column: string, operator: string, value?: unknown) =>
  node("where", "filter", { logic: "and", conditions: [{ column, operator, value }] });
const sort = (column: string, direction = "asc") =>
  node(`by-${column}`, "sort", { keys: [{ column, direction }] });
const cut = (count: number) => node(`cut-${count}`, "limit", { count });
const rank = node("rank", "window", {
  function: "row_number",
  as: "n",
  partition_by: ["symbol"],
  order_by: [{ column: "trade_id", direction: "asc" }],
});
const sum = (column: string, as = "total") =>
  node(`sum-${as}`, "group_by", { metrics: [{ function: "sum", column, as }] });
const perSymbol = node("per-symbol", "group_by", {
  keys: [{ column: "symbol" }],
  metrics: [{ function: "count", as: "rows" }],
});
const running = (column: string) =>
  node("running", "window", {
    function: "sum",
    column,
    as: "running",
    partition_by: [],
    order_by: [{ column, direction: "asc" }],
  });
const unpivot = (...columns: string[]) =>
  node("unpivot", "unpivot", { columns, name: "name", value: "value" });
const shown = (...columns: string[]) => node("shown", "select", { columns });
const withSector = (...before: GraphNode[]): Graph => {
  const nodes = [
    source(),
    ...before,
    instrumentSource(),
    node("j", "join", {
      kind: "inner",
      keys: [{ left: "symbol", right: "symbol" }],
    }),
  ];
  const path = [source(), ...before].map((each) => each.id);
  const edges = path.slice(1).map((id, at) => `${path[at]} > ${id}`);
  return graph(nodes, [...edges, `${path.at(-1)} > j.left`, "b > j.right"]);
};
const first = where("n", "=", 1);

export const WITNESSES: readonly Witness[] = [
  {
    up: "windowed",
    down: "filter",
    what: "a filter after a window sees the window's result",
    graph: chain(source(), rank, where("quantity", ">", 10), shown("trade_id", "n")),
    only: "postgres",
  },
  {
    up: "windowed",
    down: "project",
    what: "a median looks into what a window has gathered",
    graph: chain(
      source(),
      node("middle", "window", {
        function: "median",
        column: "quantity",
        as: "middle",
        partition_by: ["symbol"],
        order_by: [{ column: "trade_id", direction: "asc" }],
      }),
      shown("trade_id", "middle"),
    ),
    only: "postgres",
  },
  {
    up: "windowed",
    down: "window",
    what: "a window over a window's result",
    graph: chain(source(), rank, running("n"), shown("trade_id", "running")),
  },
  {
    up: "windowed",
    down: "aggregate",
    what: "a total of a window's result",
    graph: chain(source(), rank, sum("n")),
  },
  {
    up: "windowed",
    down: "join",
    what: "a window counts rows before a join doubles them",
    graph: withSector(rank, shown("symbol", "n")),
  },
  {
    up: "qualified",
    down: "window",
    what: "a window over the rows that a window's filter left",
    along: [["windowed", "window"]],
    only: "clickhouse",
    graph: chain(source(), rank, where("n", "=", 2), running("trade_id"), shown("trade_id", "running")),
  },
  {
    up: "qualified",
    down: "aggregate",
    what: "a total over the first rows",
    along: [["windowed", "aggregate"]],
    only: "clickhouse",
    graph: chain(source(), rank, first, sum("trade_id")),
  },
  {
    up: "qualified",
    down: "join",
    what: "the first rows are joined, not the joined rows ranked",
    along: [["windowed", "join"]],
    only: "clickhouse",
    graph: withSector(rank, first, shown("symbol", "trade_id")),
  },
  {
    up: "grouped",
    down: "aggregate",
    what: "a total of totals",
    graph: chain(source(), perSymbol, sum("rows")),
  },
  { up: "grouped", down: "join", what: "groups are counted before the join", graph: withSector(perSymbol) },
  {
    up: "limited",
    down: "filter",
    what: "a filter sees only the rows of the limit",
    graph: chain(source(), sort("trade_id"), cut(2), where("symbol", "=", "MSFT"), shown("trade_id")),
  },
  {
    up: "limited",
    down: "window",
    what: "a window sees only the rows of the limit",
    graph: chain(
      source(),
      sort("trade_id"),
      cut(2),
      node("all", "window", { function: "count", as: "n", partition_by: [], order_by: [] }),
      shown("trade_id", "n"),
    ),
  },
  {
    up: "limited",
    down: "aggregate",
    what: "a total of the rows of the limit",
    graph: chain(source(), sort("trade_id"), cut(2), sum("trade_id")),
  },
  {
    up: "limited",
    down: "sort",
    what: "the rows are chosen by one order and shown in another",
    along: [["limited", "limit"]],
    graph: chain(source(), sort("trade_id"), cut(3), sort("price", "desc"), cut(1), shown("trade_id")),
  },
  {
    up: "limited",
    down: "limit",
    what: "the second cut counts by another order",
    along: [["limited", "sort"]],
    graph: chain(source(), sort("trade_id"), cut(3), sort("price", "desc"), cut(1), shown("trade_id")),
  },
  {
    up: "limited",
    down: "join",
    what: "the rows are cut before the join multiplies them",
    graph: withSector(sort("trade_id"), cut(2), shown("trade_id", "symbol")),
  },
  {
    up: "windowed",
    down: "expand",
    what: "rows are numbered before each becomes two",
    graph: chain(source(), rank, unpivot("symbol", "side")),
  },
  {
    up: "qualified",
    down: "expand",
    what: "the first row of each symbol becomes two",
    along: [["windowed", "expand"]],
    graph: chain(source(), rank, where("n", "=", 1), unpivot("symbol", "side")),
    only: "clickhouse",
  },
  {
    up: "grouped",
    down: "expand",
    what: "the finished groups become two rows each",
    graph: chain(
      source(),
      node("pairs", "group_by", {
        keys: [{ column: "symbol" }, { column: "side" }],
        metrics: [{ function: "count", as: "rows" }],
      }),
      unpivot("symbol", "side"),
    ),
  },
  {
    up: "limited",
    down: "expand",
    what: "three rows become six",
    graph: chain(source(), sort("trade_id"), cut(3), unpivot("symbol", "side")),
  },
];

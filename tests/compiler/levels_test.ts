/** How many SELECTs typical workflows become: one, unless the rows would be others. */
import assert from "node:assert/strict";
import { compile, type CompileOptions, type Graph, type GraphNode } from "@/compiler/mod.ts";
import {
  catalog,
  chain,
  everything,
  graph,
  instrumentSource,
  node,
  quoteSource,
  source,
} from "./support/graphs.ts";

const where = (column: string, value: unknown = 1) =>
  node(`where-${column}`, "filter", { logic: "and", conditions: [{ column, operator: "=", value }] });
const sort = (column: string, id = "") =>
  node(`by-${column}${id}`, "sort", { keys: [{ column, direction: "asc" }] });
const cut = (count: number) => node(`cut-${count}`, "limit", { count, offset: 1 });
const select = (...columns: string[]) => node("select", "select", { columns });
const formula = node("formula", "formula", { as: "f", expression: "[trade_id] * 2" });
const renamed = node("rename", "rename", { renames: [{ from: "symbol", to: "ticker" }] });
const sample = (mode: string) => node("sample", "sample", { mode, size: 5 });
const unique = (id: string, ...columns: string[]) => node(`unique-${id}`, "unique", { columns });
const groups = node("groups", "group_by", {
  keys: [{ column: "symbol" }],
  metrics: [{ function: "count", as: "n" }, { function: "sum", column: "quantity", as: "sum" }],
});
const rank = (id: string, column: string, ...partition_by: string[]) =>
  node(id, "window", { function: "rank", as: id, partition_by, order_by: [{ column, direction: "asc" }] });
const pivot = node("pivot", "pivot", {
  rows: ["symbol"],
  column: "side",
  value: "quantity",
  function: "sum",
  values: ["buy"],
});
const picture = (type: string, config: Record<string, unknown> = {}) => node("picture", type, config);
const read = (...nodes: GraphNode[]) => chain(source(), ...nodes);

/** Left side, joins one after another, and what follows. */
function joined(
  kinds: readonly string[],
  left: readonly GraphNode[] = [],
  after: readonly GraphNode[] = [],
): Graph {
  const nodes = [source(), ...left];
  const edges = left.map((each, at) => `${nodes[at]?.id} > ${each.id}`);
  kinds.forEach((kind, at) => {
    const before = nodes.at(-1)?.id;
    const right = kind === "asof" ? quoteSource(`r${at}`) : instrumentSource(`r${at}`);
    nodes.push(
      right,
      node(`join${at}`, "join", {
        kind,
        keys: [{ left: "symbol", right: "symbol" }],
        asof: { left: "event_time", right: "event_time", direction: "backward" },
        suffix: `_${at}`,
      }),
    );
    edges.push(`${before} > join${at}.left`, `r${at} > join${at}.right`);
  });
  for (const each of after) {
    edges.push(`${nodes.at(-1)?.id} > ${each.id}`);
    nodes.push(each);
  }
  return graph(nodes, edges);
}
const unions = (...between: GraphNode[]) => {
  const path = ["u", ...between.map((each) => each.id), "v.left"];
  return graph(
    [source("a"), source("b"), source("c"), node("u", "union", {}), ...between, node("v", "union", {})],
    ["a > u.left", "b > u.right", "c > v.right", ...path.slice(1).map((id, at) => `${path[at]} > ${id}`)],
  );
};

type Levels = number | { readonly clickhouse: number; readonly postgres: number };

const LEVELS:
  readonly (readonly [what: string, graph: Graph, levels: Levels, options?: Partial<CompileOptions>])[] = [
    [
      "Source → Filter → Select → Sort → Table",
      read(where("symbol", "A"), select("trade_id"), sort("trade_id"), picture("table_view")),
      1,
    ],
    [
      "every row-wise step, in pages",
      read(where("symbol", "A"), formula, renamed, sort("ticker"), sort("f"), cut(9), select("f")),
      1,
      { limit: 100, offset: 5 },
    ],
    ["a filter on a formula", read(formula, where("f"), renamed, where("ticker", "A")), 1],
    ["cuts after each other", read(sort("trade_id"), cut(9), cut(5), cut(3)), 1],
    [
      "a sort that is there already",
      read(
        sort("trade_id"),
        cut(9),
        sort("trade_id", "2"),
        picture("table_view", { sort: [{ column: "trade_id", direction: "asc" }] }),
      ),
      1,
    ],
    [
      "the last rows in time, as a line",
      read(sort("event_time"), cut(9), picture("line_chart", { x: "event_time", y: ["rate"] })),
      1,
    ],
    ["another sort after a cut", read(sort("trade_id"), cut(9), sort("price")), 2],
    ["a sort after a cut that nobody sees", read(cut(9), sort("price"), groups), 2],
    ["a filter after a cut", read(cut(9), where("trade_id")), 2],
    ["a sample of rows", read(where("symbol", "A"), sample("rows"), select("symbol")), 1],
    [
      "a sample in percent, and anything after it",
      read(sample("percent"), where("symbol", "A"), groups, sort("n"), cut(2)),
      2,
    ],
    [
      "a condition on a key, one on a metric, the first three",
      read(groups, where("symbol", "A"), where("n"), sort("n"), cut(3), picture("table_view")),
      1,
    ],
    [
      "a formula over metrics",
      read(groups, node("mean", "formula", { as: "mean", expression: "[sum] / [n]" }), where("mean")),
      1,
    ],
    ["a rank over groups", read(groups, rank("r", "n"), sort("r")), 1],
    ["the best groups", read(groups, rank("r", "n"), where("r")), { clickhouse: 1, postgres: 2 }],
    [
      "columns that become rows, those of one name, in groups",
      read(
        where("symbol", "A"),
        node("u", "unpivot", { columns: ["side", "symbol"], name: "name", value: "value" }),
        where("name", "side"),
        node("g", "group_by", { keys: [{ column: "value" }], metrics: [{ function: "count", as: "n" }] }),
      ),
      1,
    ],
    [
      "steps that are missing, with what is known of them, in groups",
      read(
        where("symbol", "A"),
        node("f", "fill", {
          time: "event_time",
          bucket: { size: 1, unit: "minute" },
          columns: [{ column: "quantity", mode: "zero" }],
        }),
        groups,
      ),
      2,
    ],
    ["groups of groups", read(groups, node("again", "group_by", { keys: [{ column: "n" }] })), 2],
    ["a pivot and a condition", read(pivot, where("symbol", "A"), where("buy")), 1],
    [
      "distinct rows after a filter, sorted",
      read(where("symbol", "A"), unique("1"), sort("trade_id"), cut(3)),
      1,
    ],
    ["distinct rows that are distinct already", read(unique("1"), unique("2"), where("symbol", "A")), 1],
    ["distinct groups", read(groups, unique("1")), 1],
    ["distinct values of part of a group", read(groups, select("n"), unique("1")), 2],
    ["the first of each kind", read(unique("1", "symbol")), { clickhouse: 1, postgres: 2 }],
    [
      "independent windows, sorted and cut",
      read(rank("r", "price", "symbol"), rank("q", "rate"), sort("r"), cut(3)),
      1,
    ],
    ["a window over a window", read(rank("r", "price"), rank("q", "r")), 2],
    ["a condition on a window", read(rank("r", "price", "symbol"), where("r")), {
      clickhouse: 1,
      postgres: 2,
    }],
    ["a condition on every window's partition", read(rank("r", "price", "symbol"), where("symbol", "A")), 1],
    [
      "bars",
      read(where("symbol", "A"), picture("bar_chart", { x: "symbol", y: ["rate"], function: "sum" })),
      1,
    ],
    ["a number", read(where("symbol", "A"), picture("kpi_card", { metric: "rate", function: "sum" })), 1],
    [
      "a cross-tab",
      read(picture("pivot_table", { rows: ["symbol"], columns: ["side"], value: "rate", function: "sum" })),
      1,
    ],
    ["two tables joined, grouped", joined(["inner"], [], [groups]), 1],
    [
      "both sides of a join chosen from",
      joined(["inner"], [where("side", "buy")], [where("lot"), groups, where("n"), sort("n"), cut(2)]),
      1,
    ],
    ["a chain of inner joins", joined(["inner", "inner", "cross", "inner"]), 1],
    ["a left join", joined(["left"]), { clickhouse: 2, postgres: 1 }],
    ["a left join of chosen rows", joined(["left"], [where("side", "buy")], [where("lot")]), {
      clickhouse: 2,
      postgres: 1,
    }],
    ["inner, then left joins", joined(["inner", "left", "left"]), { clickhouse: 3, postgres: 1 }],
    ["a full join", joined(["full"]), { clickhouse: 3, postgres: 1 }],
    ["a full join of chosen rows", joined(["full"], [where("side", "buy")]), { clickhouse: 3, postgres: 2 }],
    ["semi and anti joins", joined(["inner", "semi", "anti"], [where("side", "buy")], [groups]), 1],
    ["the nearest quotes of joined trades", joined(["inner", "asof"]), 2],
    ["a join of groups", joined(["inner"], [groups]), 2],
    ["a join of the first rows", joined(["inner"], [sort("trade_id"), cut(3)]), 2],
    ["a union of unions", unions(), 4],
    ["a union of a renamed union", unions(renamed), 4],
    ["a union of a filtered union", unions(where("symbol", "A")), 5],
  ];

for (const [what, workflow, levels, options] of LEVELS) {
  Deno.test(`levels: ${what}`, () => {
    for (const dialect of ["clickhouse", "postgres"] as const) {
      const statement = (merge: boolean) => {
        const target = workflow.nodes.at(-1)?.id ?? "";
        const compiled = compile(workflow, target, {
          catalog,
          dialect,
          entitlements: everything,
          merge,
          ...options,
        });
        assert.ok(compiled.ok, JSON.stringify(compiled));
        return compiled;
      };
      const { levels: merged, sql } = statement(true);
      assert.equal(merged, typeof levels === "number" ? levels : levels[dialect], `${dialect}\n${sql}`);
      assert.ok(statement(false).levels >= workflow.nodes.length);
    }
  });
}

Deno.test("a condition on a grouping key is WHERE, one on a metric HAVING, one on a window QUALIFY", () => {
  const best = read(groups, where("symbol", "A"), where("n"), rank("r", "n"), where("r"));
  const compiled = compile(best, "where-r", { catalog, dialect: "clickhouse", entitlements: everything });
  assert.ok(compiled.ok);
  const lines = compiled.sql.split("\n").filter((line) => !line.startsWith(" ")).map((line) =>
    line.split(" ")[0]
  );
  assert.deepEqual(lines, ["SELECT", "FROM", "WHERE", "GROUP", "HAVING", "QUALIFY"]);
});

/**
 * Ternary partitioning: the rows of a random workflow fall into those where a condition holds, those where its
 * opposite holds, and those where neither does because of a null. NoREC: counting what a filter keeps is counting
 * where its condition is true.
 */
import assert from "node:assert/strict";
import { type Column, type Graph, type GraphNode, propagate } from "@/compiler/mod.ts";
import { type Engine, openClickHouse, openPostgres, type Rows, sorted } from "./support/engines.ts";
import { node } from "./support/graphs.ts";
import { type Draws, quoted, randomGroup } from "./support/random_graphs.ts";
import { check, MOST_ROWS, rowsOf } from "./support/random_runs.ts";
import { fillRandomTables, portableCatalog } from "./support/random_tables.ts";

interface Condition {
  readonly column: string;
  readonly operator: string;
  readonly value?: unknown;
  readonly other_column?: string;
}
interface Group {
  readonly logic: "and" | "or";
  readonly conditions: readonly (Group | Condition)[];
}

const OPPOSITES: Record<string, string> = Object.fromEntries(
  [
    ["=", "!="],
    ["<", ">="],
    [">", "<="],
    ["in", "not_in"],
    ["contains", "not_contains"],
    ["starts_with", "not_starts_with"],
    ["ends_with", "not_ends_with"],
    ["matches", "not_matches"],
    ["is_null", "is_not_null"],
    ["is_true", "is_false"],
  ].flatMap(([one, other]) => [[one, other], [other, one]]),
);
OPPOSITES.before = ">=";
OPPOSITES.after = "<=";

function opposite(condition: Group | Condition): Group | Condition {
  if ("logic" in condition) {
    const logic = condition.logic === "and" ? "or" : "and";
    return { logic, conditions: condition.conditions.map(opposite) };
  }
  const { operator, value, column } = condition;
  if (operator === "between" && Array.isArray(value)) {
    const beyond = [{ column, operator: "<", value: value[0] }, { column, operator: ">", value: value[1] }];
    return { logic: "or", conditions: beyond };
  }
  const other = OPPOSITES[operator];
  if (other === undefined) throw new Error(`no opposite of ${operator}`);
  return { ...condition, operator: other };
}

/** An empty group is true whatever its logic, and a rolling period has two ends: neither has an opposite. */
const hasOpposite = (condition: Group | Condition): boolean =>
  "logic" in condition
    ? condition.conditions.length > 0 && condition.conditions.every(hasOpposite)
    : condition.operator !== "last_n";

const columnsOf = (condition: Group | Condition): readonly string[] =>
  "logic" in condition
    ? condition.conditions.flatMap(columnsOf)
    : [condition.column, ...(condition.other_column === undefined ? [] : [condition.other_column])];

const followed = (graph: Graph, ...more: readonly GraphNode[]): Graph => {
  const last = graph.nodes.at(-1)?.id ?? "";
  return {
    version: 1,
    nodes: [...graph.nodes, ...more],
    edges: [
      ...graph.edges,
      ...more.map((each, at) => ({ source: more[at - 1]?.id ?? last, target: each.id })),
    ],
  };
};

async function wholeOf(engine: Engine, graph: Graph): Promise<Rows | undefined> {
  const rows = await rowsOf(engine, graph);
  return rows === undefined || rows.length === MOST_ROWS ? undefined : rows;
}

const columnsAt = (graph: Graph) =>
  propagate(graph, portableCatalog).nodes[graph.nodes.at(-1)?.id ?? ""]?.columns ?? [];

const byConditions = (engine: Engine) =>
  check(portableCatalog, async (graph, draws) => {
    const group = randomGroup(columnsAt(graph), draws, 1) as unknown as Group;
    if (!hasOpposite(group)) return;
    const nulls = columnsOf(group).map((column) => ({ column, operator: "is_null" }));
    const part = (config: object) => rowsOf(engine, followed(graph, node("part", "filter", { ...config })));
    const whole = await wholeOf(engine, graph);
    const [yes, no] = [await part(group), await part(opposite(group))];
    const withNulls = await part({ logic: "or", conditions: nulls });
    if (!whole || !yes || !no || !withNulls) return;
    const rest = new Map<string, number>();
    const count = (rows: Rows, step: number) => {
      for (const row of rows) rest.set(JSON.stringify(row), (rest.get(JSON.stringify(row)) ?? 0) + step);
    };
    count(whole, 1);
    count([...yes, ...no], -1);
    const allowed = new Map<string, number>();
    for (const row of withNulls) {
      allowed.set(JSON.stringify(row), (allowed.get(JSON.stringify(row)) ?? 0) + 1);
    }
    for (const [row, left] of rest) {
      assert.ok(left >= 0, `in both parts, or in neither's whole: ${row}`);
      assert.ok(left <= (allowed.get(row) ?? 0), `in no part, and without a null: ${row}`);
    }
  });

function randomTruth(columns: readonly Column[], draws: Draws): string {
  const column = draws.pick(columns);
  const text = quoted(column);
  const simple = () => {
    switch (column.type) {
      case "string":
        return draws.pick([`${text} > "a"`, `LENGTH(${text}) > 1`, `CONTAINS(${text}, "A")`]);
      case "boolean":
        return text;
      case "date":
      case "datetime":
        return draws.pick([`YEAR(${text}) > 1970`, `ISNULL(${text})`]);
      default:
        return draws.pick([
          `${text} > 1`,
          `${text} <= 1.5`,
          `IF(${text} = 2, ${text} > 0, NOT (${text} < 0))`,
        ]);
    }
  };
  const one = simple();
  return draws.pick([
    one,
    one,
    `NOT (${one})`,
    `(${one}) AND NOT ISNULL(${text})`,
    `(${one}) OR ${text} = ${text}`,
  ]);
}

const byFormulas = (engine: Engine) =>
  check(portableCatalog, async (graph, draws) => {
    const expression = randomTruth(columnsAt(graph), draws);
    const truth = node("truth", "formula", { as: "the truth", expression });
    const extended = followed(graph, truth);
    const where = (operator: string) => ({ logic: "and", conditions: [{ column: "the truth", operator }] });
    const whole = await wholeOf(engine, extended);
    if (whole === undefined) return;
    const parts: Rows = [];
    for (const operator of ["is_true", "is_false", "is_null"]) {
      parts.push(...await rowsOf(engine, followed(extended, node("part", "filter", where(operator)))) ?? []);
    }
    assert.deepEqual(sorted(parts), sorted(whole), expression);
    const counted = await rowsOf(
      engine,
      followed(
        extended,
        node("one", "formula", { as: "a one", expression: "IF([the truth], 1, 0)" }),
        node("count", "group_by", {
          metrics: [
            { function: "sum", column: "a one", as: "sum" },
            { function: "count", as: "n", where: where("is_true") },
          ],
        }),
      ),
    );
    const kept = await rowsOf(
      engine,
      followed(
        extended,
        node("part", "filter", where("is_true")),
        node("count", "group_by", { metrics: [{ function: "count", as: "n" }] }),
      ),
    );
    if (counted === undefined || kept === undefined) return;
    const [sum, n] = counted[0] ?? [];
    assert.equal(n, kept[0]?.[0], expression);
    assert.equal(sum ?? "0", kept[0]?.[0], expression);
  });

Deno.test({
  name: "rows fall into true, false and null",
  sanitizeOps: false,
  sanitizeResources: false,
  async fn(test) {
    for (const open of [openClickHouse, openPostgres]) {
      const engine = await open();
      try {
        await fillRandomTables(engine);
        await test.step(`by conditions: ${engine.dialect}`, () => byConditions(engine));
        await test.step(`by formulas: ${engine.dialect}`, () => byFormulas(engine));
      } finally {
        await engine.close();
      }
    }
  },
});

/** Whether ClickHouse gives a random workflow the rows that the oracle expects. */
import assert from "node:assert/strict";
import { compile, type CompileOptions, type Graph } from "@/compiler/mod.ts";
import { type Compiled, type Engine, type Rows } from "../support/engines.ts";
import { everything } from "../support/graphs.ts";
import { type Draws, randomCondition } from "../support/random_graphs.ts";
import { empty, hostile, hostileRows, single, wild, wildRows } from "../support/random_tables.ts";
import { dense, denseRows, NOW, oracleCatalog } from "./dense.ts";
import { interpret } from "./interpret.ts";
import type { World } from "./node.ts";
import { cutOf } from "./order.ts";
import { type Outcome, settleSlice } from "./relation.ts";
import { Undecided } from "./values.ts";

/** A longer result would say little more, and take long to compare. */
const MOST_COMPARED = 1000;

/** The rows are what the outcome says, or one of the relations that it leaves open. */
export const accept = (outcome: Outcome, rows: Rows) =>
  outcome.settle?.(rows) ?? settleSlice(outcome.relation, 0, Infinity, rows);

/** Other rows for every seed, in tables of the usual kinds. */
export function randomWorld(seed: number): World {
  const start = seed % 1_000_003;
  return {
    tables: [
      { table: dense, rows: denseRows(24, start + 3) },
      { table: hostile, rows: hostileRows(24, start) },
      { table: empty, rows: [] },
      { table: single, rows: hostileRows(1, start + 1) },
      { table: wild, rows: wildRows(20, start + 2) },
    ],
  };
}

type Asked = Partial<CompileOptions> & Pick<CompileOptions, "dialect">;

function compiledFor(graph: Graph, target: string, options: Asked): Compiled {
  const compiled = compile(graph, target, { catalog: oracleCatalog, ...options });
  if (compiled.ok) return compiled;
  assert.equal(compiled.problems[0]?.code, "too_complex", JSON.stringify(compiled.problems));
  throw new Undecided("no engine could plan it");
}

function randomOptions(draws: Draws) {
  const { columns } = draws.pick(oracleCatalog.tables);
  const { ignore_case: _, ...filter } = randomCondition(draws.pick(columns), columns, draws);
  return {
    now: NOW,
    merge: draws.next(4) > 0,
    entitlements: draws.next(5) === 0 ? { symbols: ["AAPL", ""] } : everything,
    filters: draws.next(5) === 0 && !("other_column" in filter)
      ? [filter as { column: string; operator: string }]
      : [],
  };
}

/** A column means what it says: its name, its type, and no null where it has none. */
function checkColumns(outcome: Outcome, compiled: Compiled, rows: Rows): void {
  const shown = (columns: Outcome["relation"]["columns"]) =>
    columns.map(({ name, type, scale }) => `${name}: ${type}${type === "decimal" ? `(${scale})` : ""}`);
  assert.deepEqual(shown(compiled.columns), shown(outcome.relation.columns));
  for (const [at, { name, type, nullable }] of compiled.columns.entries()) {
    // NaN prints as null.
    if (!nullable && type !== "float64") {
      assert.ok(rows.every((row) => row[at] !== null), `a null in ${name}`);
    }
  }
}

/** Throws what differs; Undecided where nothing can be said. */
export async function assertAgreement(
  engine: Engine,
  world: World,
  graph: Graph,
  draws: Draws,
): Promise<void> {
  const options = { ...randomOptions(draws), dialect: engine.dialect };
  const target = graph.nodes.at(-1)?.id ?? "";
  // With a limit the order is total, as it is when another node follows.
  const ask = (id: string) => engine.run(compiledFor(graph, id, { ...options, limit: 1_000_000 }));
  const whole = await interpret(graph, target, world, { ...options, ask });
  const isPaged = whole.settle === undefined && draws.next(4) === 0;
  const page = isPaged
    ? { limit: draws.next(12), offset: draws.next(3) }
    : { limit: MOST_COMPARED, offset: 0 };
  const outcome = isPaged ? cutOf(whole.relation, page.offset, page.limit) : whole;
  if (outcome.relation.lines.length > MOST_COMPARED) throw new Undecided("too many rows to compare");
  const compiled = compiledFor(graph, target, { ...options, ...page });
  const rows = await engine.run(compiled);
  try {
    checkColumns(outcome, compiled, rows);
    accept(outcome, rows);
  } catch (error) {
    if (error instanceof Undecided || !(error instanceof Error)) throw error;
    const { sql, params } = compiled;
    throw new Error(
      [
        error.message,
        JSON.stringify({ ...options, ...page }),
        JSON.stringify(graph),
        sql,
        JSON.stringify(params),
      ].join("\n"),
    );
  }
}

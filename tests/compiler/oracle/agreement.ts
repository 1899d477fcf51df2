/** Whether ClickHouse gives a random workflow the rows that the oracle expects. */
import assert from "node:assert/strict";
import { compile, type CompileOptions, type Graph } from "@/compiler/mod.ts";
import type { CatalogTable, DashboardFilter } from "@/compiler/schema/types.ts";
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

function randomFilters(columns: CatalogTable["columns"], draws: Draws): readonly DashboardFilter[] {
  if (columns.length === 0) return [];
  const { ignore_case: _, ...filter } = randomCondition(draws.pick(columns), columns, draws);
  const isAsked = draws.next(3) === 0 && !("other_column" in filter);
  return isAsked ? [filter as { column: string; operator: string }] : [];
}

/** The columns of one table that all the others of the workflow have too, so that a locked filter reaches them. */
function sharedColumns({ nodes }: Graph): CatalogTable["columns"] {
  const [first, ...others] = oracleCatalog.tables.filter(({ database, table }) =>
    nodes.some(({ config }) => config.database === database && config.table === table)
  );
  return (first?.columns ?? []).filter(({ name, type }) =>
    others.every(({ columns }) => columns.some((column) => column.name === name && column.type === type))
  );
}

function randomRange(draws: Draws): Pick<CompileOptions, "range"> {
  if (draws.next(6) > 0) return {};
  const at = (days: number) => new Date(Date.parse(NOW) + days * 86_400_000).toISOString();
  return {
    range: draws.pick([
      { last: { size: draws.next(40) + 1, unit: draws.pick(["day", "month", "year"]) } },
      { from: at(-draws.next(20_000)) },
      { from: at(-draws.next(20_000)), to: at(draws.next(100) - 50) },
    ]),
  };
}

function randomOptions(graph: Graph, draws: Draws) {
  return {
    ...randomRange(draws),
    now: NOW,
    merge: draws.next(4) > 0,
    entitlements: draws.next(5) === 0 ? { symbols: ["AAPL", ""] } : everything,
    filters: randomFilters(draws.pick(oracleCatalog.tables).columns, draws),
    locked: randomFilters(sharedColumns(graph), draws),
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
  const options = { ...randomOptions(graph, draws), dialect: engine.dialect };
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

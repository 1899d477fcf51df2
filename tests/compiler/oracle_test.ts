/** What workflows mean, by an interpreter of their description: the corpus, and random workflows on ClickHouse. */
import assert from "node:assert/strict";
import { type CatalogTable, compile, type Graph } from "@/compiler/mod.ts";
import { CASES } from "./cases/all.ts";
import { accept, assertAgreement, randomWorld } from "./oracle/agreement.ts";
import { NOW, oracleCatalog } from "./oracle/dense.ts";
import { ended, endedAlone } from "./oracle/endings.ts";
import { interpret } from "./oracle/interpret.ts";
import { printedRows } from "./oracle/relation.ts";
import { Undecided } from "./oracle/values.ts";
import { type Engine, openClickHouse, sorted } from "./support/engines.ts";
import {
  chain,
  everything,
  instrumentRows,
  instruments,
  node,
  quoteRows,
  quotes,
  tradeRows,
  trades,
} from "./support/graphs.ts";
import type { Draws } from "./support/draws.ts";
import { check } from "./support/random_runs.ts";

Deno.test("the oracle gives every case of the corpus its rows", async (test) => {
  const world = {
    tables: [
      { table: trades, rows: tradeRows },
      { table: instruments, rows: instrumentRows },
      { table: quotes, rows: quoteRows },
    ],
  };
  for (const { name, graph, options, rows, columns, bag } of CASES) {
    await test.step(name, async () => {
      const target = graph.nodes.at(-1)?.id ?? "";
      const outcome = await interpret(graph, target, world, {
        entitlements: everything,
        now: NOW,
        ...options,
      });
      if (columns) assert.deepEqual(outcome.relation.columns.map((column) => column.name), columns);
      const expected = rows.map((row) => [...row]);
      accept(outcome, expected);
      // Where nothing is left open, these are the rows and no others.
      const printed = printedRows(outcome.relation);
      const isOrdered = !bag && outcome.relation.order.length > 0;
      if (outcome.settle === undefined) {
        assert.deepEqual(isOrdered ? printed : sorted(printed), isOrdered ? expected : sorted(expected));
      }
    });
  }
});

/** What the oracle leaves open of a sample: its share, and that it is the same again. */
async function checkSamples(engine: Engine): Promise<void> {
  const columns = [{ name: "n", type: "int64", nullable: false }] as const;
  const numbers: CatalogTable = { database: "flowforge", table: "numbers", store: "clickhouse", columns };
  await engine.fill(numbers, Array.from({ length: 4000 }, (_, n) => [n]));
  const sampled = async (size: number, seed: number) => {
    const graph = chain(
      node("a", "data_source", { database: numbers.database, table: numbers.table }),
      node("s", "sample", { mode: "percent", size, seed }),
    );
    const compiled = compile(graph, "s", { catalog: { tables: [numbers] }, dialect: "clickhouse" });
    assert.ok(compiled.ok);
    return sorted(await engine.run(compiled));
  };
  for (const percent of [0.5, 10, 50, 97]) {
    const rows = await sampled(percent, 1);
    const expected = percent * 40;
    assert.ok(
      Math.abs(rows.length - expected) < 5 * Math.sqrt(expected),
      `${percent} percent: ${rows.length} of 4000`,
    );
    assert.deepEqual(await sampled(percent, 1), rows);
    assert.notDeepEqual(await sampled(percent, 2), rows);
  }
}

/** How many single nodes are tried beside each random workflow. */
const ALONE = 4;

async function asTheOracle(engine: Engine): Promise<void> {
  const world = randomWorld(Number(Deno.env.get("FUZZ_SEED") ?? 7));
  for (const { table, rows } of world.tables) await engine.fill(table, rows);
  let [asked, undecided] = [0, 0];
  const agree = async (graph: Graph, draws: Draws) => {
    asked += 1;
    try {
      await assertAgreement(engine, world, graph, draws);
    } catch (error) {
      if (!(error instanceof Undecided)) throw error;
      undecided += 1;
    }
  };
  await check(oracleCatalog, async (graph, draws) => {
    await agree(graph, draws);
    await agree(ended(graph, draws, oracleCatalog), draws);
    for (let alone = 0; alone < ALONE; alone++) await agree(endedAlone(draws, oracleCatalog), draws);
  }, { terminals: true, ties: true });
  console.log(`${undecided} of ${asked} workflows were left undecided`);
  assert.ok(undecided <= asked / 5);
}

Deno.test({
  name: "a percentage is about that share of the rows, the same for the same seed",
  sanitizeOps: false,
  sanitizeResources: false,
  async fn() {
    const engine = await openClickHouse();
    try {
      await checkSamples(engine);
    } finally {
      await engine.close();
    }
  },
});

Deno.test({
  name: "random workflows mean what the oracle says",
  sanitizeOps: false,
  sanitizeResources: false,
  async fn() {
    const engine = await openClickHouse();
    try {
      await asTheOracle(engine);
    } finally {
      await engine.close();
    }
  },
});

/** What workflows mean, by an interpreter of their description: the corpus, and random workflows on ClickHouse. */
import assert from "node:assert/strict";
import { CASES } from "./cases/all.ts";
import { accept, assertAgreement, randomWorld } from "./oracle/agreement.ts";
import { NOW, oracleCatalog } from "./oracle/dense.ts";
import { interpret } from "./oracle/interpret.ts";
import { printedRows } from "./oracle/relation.ts";
import { Undecided } from "./oracle/values.ts";
import { type Engine, openClickHouse, sorted } from "./support/engines.ts";
import {
  everything,
  instrumentRows,
  instruments,
  quoteRows,
  quotes,
  tradeRows,
  trades,
} from "./support/graphs.ts";
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

/** Each random workflow is tried with as many last nodes and options. */
const ENDINGS_EACH = 3;

async function asTheOracle(engine: Engine): Promise<void> {
  const world = randomWorld(Number(Deno.env.get("FUZZ_SEED") ?? 7));
  for (const { table, rows } of world.tables) await engine.fill(table, rows);
  let [asked, undecided] = [0, 0];
  await check(oracleCatalog, async (graph, draws) => {
    for (let ending = 0; ending < ENDINGS_EACH; ending++) {
      asked += 1;
      try {
        await assertAgreement(engine, world, graph, draws);
      } catch (error) {
        if (!(error instanceof Undecided)) throw error;
        undecided += 1;
      }
    }
  }, { terminals: true, ties: true });
  console.log(`${undecided} of ${asked} workflows were left undecided`);
  assert.ok(undecided <= asked / 5);
}

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

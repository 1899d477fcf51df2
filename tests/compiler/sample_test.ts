/** Samples: each row has a chance of its own, and the same rows and seed give the same sample everywhere. */
import assert from "node:assert/strict";
import { type CatalogTable, compile, type GraphNode } from "@/compiler/mod.ts";
import { type Engine, openClickHouse, openPostgres, type Rows, sorted } from "./support/engines.ts";
import { chain, everything, node } from "./support/graphs.ts";

type Data = readonly (readonly unknown[])[];

const letters: CatalogTable = {
  database: "flowforge",
  table: "letters",
  store: "clickhouse",
  columns: [
    { name: "letter", type: "string", nullable: true },
    { name: "side", type: "string", nullable: true },
    { name: "amount", type: "float64", nullable: true },
  ],
};
const catalog = { tables: [letters] };
const read = node("a", "data_source", { database: "flowforge", table: "letters" });

/** A hundred rows for each of four letters, alike but for nothing. */
const alike = ["A", "B", "C", "D"].flatMap((letter) =>
  Array.from({ length: 100 }, () => [letter, letter < "C" ? "buy" : "sell", 1])
);

/** Rows that would hash alike where texts ran into each other, or where no text and an empty one were the same. */
const confusing: Data = Array.from({ length: 40 }, () => [
  [null, "", -0],
  ["", null, 0],
  ["", "", null],
  [null, null, 0],
  ["a\x1f", "b", 1e300],
  ["a", "\x1fb", 1e300],
]).flat();

async function ran(engine: Engine, ...steps: readonly GraphNode[]): Promise<Rows> {
  const given = chain(read, ...steps);
  const compiled = compile(given, steps.at(-1)?.id ?? "", {
    catalog,
    dialect: engine.dialect,
    entitlements: everything,
  });
  assert.ok(compiled.ok, JSON.stringify(compiled));
  return await engine.run(compiled);
}

const sample = (mode: string, size: number, seed?: number) =>
  node("s", "sample", { mode, size, ...(seed === undefined ? {} : { seed }) });
const only = (...columns: string[]) => node("o", "select", { columns });

function counted(rows: Rows): Map<string, number> {
  const counts = new Map<string, number>();
  for (const row of rows) counts.set(JSON.stringify(row), (counts.get(JSON.stringify(row)) ?? 0) + 1);
  return counts;
}

/** Whether a binomial draw could give this: nine deviations are left to chance. */
function isFair(count: number, of: number, chance: number): boolean {
  return Math.abs(count - of * chance) <= 9 * Math.sqrt(of * chance * (1 - chance));
}

for (const open of [openClickHouse, openPostgres]) {
  Deno.test({
    name: `every row has a chance of its own: ${open === openClickHouse ? "ClickHouse" : "PostgreSQL"}`,
    sanitizeOps: false,
    sanitizeResources: false,
    async fn(test) {
      const engine = await open();
      const seeds = Array.from({ length: 12 }, (_, seed) => seed);
      try {
        await engine.fill(letters, alike);
        await test.step("equal rows, a number of them", async () => {
          for (const steps of [[only("letter")], []]) {
            const rows = await ran(engine, ...steps, sample("rows", 200));
            assert.equal(rows.length, 200);
            const counts = [...counted(rows).values()];
            assert.equal(counts.length, 4);
            for (const count of counts) assert.ok(count > 20 && count < 80, `${counts}`);
          }
        });
        await test.step("equal rows, a percentage of them", async () => {
          for (const percent of [50, 10, 2]) {
            let total = 0;
            for (const seed of seeds) {
              const rows = await ran(engine, only("letter"), sample("percent", percent, seed));
              total += rows.length;
              assert.ok(isFair(rows.length, 400, percent / 100), `${percent} %: ${rows.length}`);
              if (percent === 50) assert.equal(counted(rows).size, 4);
            }
            assert.ok(isFair(total, 400 * seeds.length, percent / 100), `${percent} %: ${total}`);
          }
        });
        await test.step("the second of two equal rows does not go with the first", async () => {
          await engine.fill(letters, alike.filter((_, at) => at % 100 < 2));
          const together = new Set<number>();
          for (const seed of seeds) {
            const rows = await ran(engine, only("letter"), sample("percent", 50, seed));
            for (const count of counted(rows).values()) together.add(count);
          }
          assert.deepEqual([...together].sort(), [1, 2]);
        });
      } finally {
        await engine.close();
      }
    },
  });
}

Deno.test({
  name: "the same rows and seed give the same sample in any physical order and on every engine",
  sanitizeOps: false,
  sanitizeResources: false,
  async fn(test) {
    const engines = [await openClickHouse(), await openPostgres()];
    const numbered: Data = alike.map((_, at) => [...(alike[at * 7 % alike.length] ?? []).slice(0, 2), at]);
    const byAmount = node("by", "sort", { keys: [{ column: "amount", direction: "desc" }] });
    try {
      for (
        const [what, rows, ...steps] of [
          ["a number of rows", confusing, sample("rows", 60, 7)],
          ["a percentage", confusing, sample("percent", 30, 7)],
          ["of one column", confusing, only("letter"), sample("percent", 30, 7)],
          [
            "in the order of a column that is gone",
            numbered,
            byAmount,
            only("letter"),
            sample("rows", 60, 7),
          ],
        ] as const
      ) {
        await test.step(what, async () => {
          const seen = new Set<string>();
          const half = Math.floor(rows.length / 2);
          for (const placed of [rows, rows.toReversed(), [...rows.slice(half), ...rows.slice(0, half)]]) {
            for (const engine of engines) {
              await engine.fill(letters, placed);
              const sampled = await ran(engine, ...steps);
              seen.add(JSON.stringify(rows === numbered ? sampled : sorted(sampled)));
            }
          }
          assert.equal(seen.size, 1, [...seen].join("\n"));
        });
      }
    } finally {
      for (const engine of engines) await engine.close();
    }
  },
});

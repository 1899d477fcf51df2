/** How the random families run: seeds, numbers of runs, and what a failure prints. */
import assert from "node:assert/strict";
import fc from "fast-check";
import { type Catalog, compile, type CompileOptions, type Graph } from "@/compiler/mod.ts";
import type { Engine, Rows } from "./engines.ts";
import { Draws, randomGraph } from "./random_graphs.ts";
import type { RandomOptions } from "./random_parts.ts";
import { portableCatalog, wildCatalog } from "./random_tables.ts";

const runs = Number(Deno.env.get("FUZZ_RUNS") ?? 60);
const seconds = Number(Deno.env.get("FUZZ_SECONDS") ?? 40);
/** The same in every run of the suite, so that a gate says the same twice; `deno task fuzz` draws others. */
const seed = Number(Deno.env.get("FUZZ_SEED") ?? 20_261_121);
/** Long enough for a workflow of several nodes: by itself fast-check would keep to a dozen numbers. */
const entropy = fc.array(fc.nat({ max: 9973 }), { minLength: 8, maxLength: 160, size: "max" });
const everything = { symbols: "all" as const };
const now = "2024-03-10T12:00:00.000Z";

/** Above what is compared: a result this long is cut, and says nothing. */
export const MOST_ROWS = 500;

/** Undefined where the compiler says that no engine could plan it. */
export async function rowsOf(
  engine: Engine,
  graph: Graph,
  options: Partial<CompileOptions> = {},
  target = graph.nodes.at(-1)?.id ?? "",
): Promise<Rows | undefined> {
  const compiled = compile(graph, target, {
    catalog: engine.dialect === "clickhouse" ? wildCatalog : portableCatalog,
    dialect: engine.dialect,
    entitlements: everything,
    limit: MOST_ROWS,
    now,
    ...options,
  });
  if (!compiled.ok) {
    assert.equal(compiled.problems[0]?.code, "too_complex", JSON.stringify(compiled.problems));
    return undefined;
  }
  // What is said of all rows stands in columns behind them.
  return await engine.run({ ...compiled, columns: [...compiled.columns, ...compiled.facts ?? []] });
}

/** Tries random graphs, with a picture at the end where wanted; the numbers left over after the graph are for the property's own choices. */
export function check(
  catalog: Catalog,
  property: (graph: Graph, draws: Draws) => Promise<void>,
  options: Partial<RandomOptions> = {},
): Promise<void> {
  console.log(`FUZZ seed: ${seed} (${runs} runs)`);
  return fc.assert(
    fc.asyncProperty(entropy, entropy, async (numbers, more) => {
      const portable = catalog === portableCatalog;
      const graph = randomGraph(new Draws(numbers), catalog, { portable, ...options });
      try {
        await property(graph, new Draws(more));
      } catch (error) {
        throw new Error(`${error instanceof Error ? error.message : error}\n${JSON.stringify(graph)}`);
      }
    }),
    { seed, numRuns: runs, endOnFailure: false, interruptAfterTimeLimit: seconds * 1000 },
  );
}

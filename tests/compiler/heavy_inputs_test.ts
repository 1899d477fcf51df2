/** However large, deep or wrong a graph is, its answer costs about as much as reading it. */
import assert from "node:assert/strict";
import process from "node:process";
import { compile, propagate } from "@/compiler/mod.ts";
import { DIALECT_NAMES } from "@/compiler/schema/vocabulary.ts";
import { catalog, chain, everything, node, source } from "./support/graphs.ts";
import { HEAVY_INPUTS } from "./support/heavy_graphs.ts";
import { list, longName, wideBehind } from "./support/heavy_inputs.ts";

/** Of this process' own work, so that a busy machine does not count. What is not linear takes many times as long. */
const MOST_SECONDS = 20;

function seconds(run: () => void): number {
  const before = process.cpuUsage();
  run();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1e6;
}

for (const { what, graph, options, refused } of HEAVY_INPUTS) {
  Deno.test(`answered at once: ${what}`, () => {
    for (const dialect of DIALECT_NAMES) {
      const took = seconds(() => {
        const compiled = compile(graph, "t", { catalog, dialect, entitlements: everything, ...options });
        const code = compiled.ok ? "nothing" : compiled.problems[0]?.code;
        assert.ok((refused ?? "nothing").split(" or ").includes(`${code}`), `${dialect}: ${code}`);
      });
      assert.ok(took < MOST_SECONDS, `${dialect}: ${took} s`);
    }
    const took = seconds(() => void propagate(graph, catalog));
    assert.ok(took < MOST_SECONDS, `propagate: ${took} s`);
  });
}

Deno.test("hints end where they would cost more than the graph", () => {
  const columns = list(60, (at) => longName(at + 5_000));
  const problems = propagate(wideBehind("select", { columns }), catalog).nodes.t?.problems ?? [];
  assert.equal(problems.length, 60);
  assert.match(problems[0]?.hint ?? "", /^Did you mean/);
  assert.equal(problems.at(-1)?.hint, undefined);
  const few = propagate(chain(source(), node("t", "select", { columns: ["pric", "symbl"] })), catalog);
  assert.deepEqual(few.nodes.t?.problems.map(({ hint }) => hint), [
    'Did you mean "price"?',
    'Did you mean "symbol"?',
  ]);
});

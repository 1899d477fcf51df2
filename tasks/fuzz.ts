/**
 * Random workflows until a time limit: `deno task fuzz [--minutes 10] [--seed 42] [--runs 400]`. Each round is the
 * random tests of the compiler with the next seed; the first failure ends it and prints the seed and the graph.
 */
import { parseArgs } from "node:util";

const FAMILIES = ["random_graphs", "oracle", "partition", "server", "formula/agreement"].map((name) =>
  `tests/compiler/${name}_test.ts`
);

const { values } = parseArgs({
  args: Deno.args,
  options: {
    minutes: { type: "string", default: "10" },
    seed: { type: "string", default: String(Math.floor(Math.random() * 2 ** 31)) },
    runs: { type: "string", default: "400" },
  },
});
const [minutes, seed, runs] = [values.minutes, values.seed, values.runs].map(Number);
if (![minutes, seed, runs].every((number) => number !== undefined && number >= 0)) {
  console.error("Cannot start: minutes, seed and runs are numbers.");
  Deno.exit(2);
}

Deno.chdir(new URL("..", import.meta.url).pathname);
const end = performance.now() + (minutes ?? 0) * 60_000;
let round = 0;
for (; round === 0 || performance.now() < end; round++) {
  const current = String((seed ?? 0) + round);
  console.log(`round ${round + 1}: seed ${current}, ${runs} runs of each family`);
  const seconds = Math.max(20, Math.ceil((end - performance.now()) / 1000));
  const { success, stdout, stderr } = await new Deno.Command(Deno.execPath(), {
    args: ["test", "-A", "--no-check", "--quiet", ...FAMILIES],
    env: { NO_COLOR: "1", FUZZ_SEED: current, FUZZ_RUNS: String(runs), FUZZ_SECONDS: String(seconds) },
    stdin: "null",
  }).output();
  if (success) continue;
  const decoder = new TextDecoder();
  console.error(decoder.decode(stdout) + decoder.decode(stderr));
  console.error(`Failed. Repeat with: deno task fuzz --seed ${current} --runs ${runs} --minutes 0`);
  Deno.exit(1);
}
console.log(`${round} rounds without a difference`);

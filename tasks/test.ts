/**
 * The whole suite. Every test file runs in a process of its own (an embedded engine owns its process's data folder),
 * as many at a time as there are cores. Arguments narrow it to files whose path contains one of them. The whole suite
 * also measures which lines ran and holds each zone to its gate; `--keep-coverage` leaves `.coverage/lcov.info`.
 */
import { parseArgs } from "node:util";
import { collectCoverage, type CoverageFolder, openCoverageFolder } from "./coverage/collect.ts";
import { GATES } from "./coverage/gates.ts";
import { unloadedText, zoneReports } from "./coverage/report.ts";
import { ensureEngine } from "./engine.ts";
import { filesBelow } from "./source.ts";
import { CHROMIUM, ensurePrograms, POSTGRESQL, REDIS } from "./system.ts";

interface FileResult {
  readonly file: string;
  readonly passed: number;
  readonly failed: number;
  readonly seconds: number;
  readonly output: string;
}

const FILE_LIMIT_MS = 8 * 60_000;
const ROOT = new URL("..", import.meta.url).pathname.replace(/\/$/, "");

async function runFile(file: string, measured: CoverageFolder | null): Promise<FileResult> {
  const started = performance.now();
  const coverage = measured === null
    ? []
    : ["--coverage-raw-data-only", `--coverage=${measured.environment.DENO_COVERAGE_DIR}`];
  const process = new Deno.Command(Deno.execPath(), {
    args: ["test", "-A", "--no-check", "--quiet", ...coverage, file],
    env: { NO_COLOR: "1", APP_ENV: "test", ...measured?.environment },
    stdin: "null",
    stdout: "piped",
    stderr: "piped",
  }).spawn();
  const limit = setTimeout(() => process.kill("SIGKILL"), FILE_LIMIT_MS);
  const { code, stdout, stderr } = await process.output();
  clearTimeout(limit);
  const decoder = new TextDecoder();
  const output = decoder.decode(stdout) + decoder.decode(stderr);
  const summary = /(\d+) passed(?: \(\d+ steps?\))? \| (\d+) failed/.exec(output);
  const passed = Number(summary?.[1] ?? 0);
  const counted = Number(summary?.[2] ?? 0);
  // A file that dies, leaks or hangs is a failure even when no single test said so.
  const failed = code === 0 ? counted : Math.max(1, counted);
  return { file, passed, failed, seconds: (performance.now() - started) / 1000, output };
}

function report(result: FileResult): void {
  const mark = result.failed === 0 ? "ok  " : "FAIL";
  console.log(`${mark} ${result.file}  ${result.passed} passed  ${result.seconds.toFixed(1)} s`);
  const seeds = result.output.match(/^.*\bseed[:=].*$/gm) ?? [];
  if (result.failed > 0) console.log(result.output);
  else for (const line of seeds) console.log(`     ${line.trim()}`);
}

/** Prints what ran of each zone; returns how many zones stay below their gates. */
async function reportCoverage(folder: CoverageFolder, gated: boolean): Promise<number> {
  const collected = await collectCoverage(folder, ROOT);
  const zones = zoneReports(collected, GATES);
  const faults = gated ? zones.flatMap(({ fault }) => fault ?? []) : [];
  const unloaded = unloadedText(collected);
  console.log("\nLines run by the tests");
  for (const { text } of zones) console.log(text);
  if (unloaded !== null) console.log(unloaded);
  for (const fault of faults) console.log(`FAIL ${fault}`);
  return faults.length;
}

const { values: options, positionals: parts } = parseArgs({
  args: Deno.args,
  allowPositionals: true,
  options: { "keep-coverage": { type: "boolean" } },
});
Deno.chdir(ROOT);
const started = performance.now();
await ensureEngine({ onProgress: (line) => console.log(line) });
const missing = await ensurePrograms([CHROMIUM, POSTGRESQL, REDIS], (line) => console.log(line));

const results: FileResult[] = [];
const wanted = (file: string) => parts.length === 0 || parts.some((part) => file.includes(part));
const queue = (await filesBelow(ROOT, ["tests"], /_test\.tsx?$/)).filter(wanted);
const measured = parts.length === 0 || options["keep-coverage"]
  ? await openCoverageFolder(`${ROOT}/.coverage`)
  : null;
async function work(files: string[]): Promise<void> {
  for (let file = files.shift(); file !== undefined; file = files.shift()) {
    const result = await runFile(file, measured);
    results.push(result);
    report(result);
  }
}
// Browser journeys start whole servers; they come last and one at a time.
const journeys = queue.filter((file) => file.includes("/e2e/"));
const others = queue.filter((file) => !file.includes("/e2e/"));
await Promise.all(Array.from({ length: Math.max(1, navigator.hardwareConcurrency) }, () => work(others)));
await work(journeys);

// Gates hold for the whole suite: a part of it runs a part of the code.
const gates = parts.length === 0 ? GATES.length : 0;
const below = measured === null ? 0 : await reportCoverage(measured, gates > 0).catch((error) => {
  // The tests' own results are told all the same; a suite that cannot be measured has failed every gate.
  console.log(`FAIL Cannot measure which lines ran: ${error instanceof Error ? error.stack : error}`);
  return Math.max(1, gates);
});
if (measured !== null && !options["keep-coverage"]) await Deno.remove(measured.path, { recursive: true });

const passed = results.reduce((sum, result) => sum + result.passed, Math.max(0, gates - below));
const failed = results.reduce((sum, result) => sum + result.failed, below);
console.log(`\n${results.length} files in ${((performance.now() - started) / 1000).toFixed(0)} s`);
if (missing.length > 0) {
  const names = missing.map((program) => program.name).join(", ");
  console.log(`Tests that need ${names} could not run: install ${names} and run again.`);
}
console.log(`${passed} passed, ${failed} failed`);
Deno.exit(failed > 0 || missing.length > 0 || passed === 0 ? 1 : 0);

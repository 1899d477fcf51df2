/**
 * The whole suite. Every test file runs in a process of its own (an embedded engine owns its process's data folder),
 * as many at a time as there are cores. Arguments narrow it to files whose path contains one of them.
 */
import { ensureEngine } from "./engine.ts";
import { CHROMIUM, ensurePrograms, POSTGRESQL, REDIS } from "./system.ts";

interface FileResult {
  readonly file: string;
  readonly passed: number;
  readonly failed: number;
  readonly seconds: number;
  readonly output: string;
}

const FILE_LIMIT_MS = 8 * 60_000;

async function* testFiles(folder: string): AsyncGenerator<string> {
  const entries = [];
  for await (const entry of Deno.readDir(folder)) entries.push(entry);
  entries.sort((a, b) => a.name < b.name ? -1 : 1);
  for (const entry of entries) {
    const path = `${folder}/${entry.name}`;
    if (entry.isDirectory) yield* testFiles(path);
    else if (/_test\.tsx?$/.test(entry.name)) yield path;
  }
}

async function runFile(file: string): Promise<FileResult> {
  const started = performance.now();
  const process = new Deno.Command(Deno.execPath(), {
    args: ["test", "-A", "--no-check", "--quiet", file],
    env: { NO_COLOR: "1", APP_ENV: "test" },
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

async function checkTypes(): Promise<FileResult> {
  const started = performance.now();
  const { success, stderr } = await new Deno.Command(Deno.execPath(), {
    args: ["check", "--quiet", "."],
    stdin: "null",
    stdout: "null",
    stderr: "piped",
    env: { NO_COLOR: "1" },
  }).output();
  return {
    file: "types",
    passed: success ? 1 : 0,
    failed: success ? 0 : 1,
    seconds: (performance.now() - started) / 1000,
    output: new TextDecoder().decode(stderr),
  };
}

function report(result: FileResult): void {
  const mark = result.failed === 0 ? "ok  " : "FAIL";
  console.log(`${mark} ${result.file}  ${result.passed} passed  ${result.seconds.toFixed(1)} s`);
  const seeds = result.output.match(/^.*\bseed[:=].*$/gm) ?? [];
  if (result.failed > 0) console.log(result.output);
  else for (const line of seeds) console.log(`     ${line.trim()}`);
}

const root = new URL("..", import.meta.url).pathname;
Deno.chdir(root);
const started = performance.now();
await ensureEngine({ onProgress: (line) => console.log(line) });
const missing = await ensurePrograms([CHROMIUM, POSTGRESQL, REDIS], (line) => console.log(line));

const results: FileResult[] = [];
const collect = (result: FileResult) => {
  results.push(result);
  report(result);
};
if (Deno.args.length === 0) collect(await checkTypes());
const queue: string[] = [];
for await (const file of testFiles("tests")) {
  if (Deno.args.length === 0 || Deno.args.some((part) => file.includes(part))) queue.push(file);
}
// Browser journeys start whole servers; they come last and one at a time.
const journeys = queue.filter((file) => file.includes("/e2e/"));
const others = queue.filter((file) => !file.includes("/e2e/"));
async function work(files: string[]): Promise<void> {
  for (let file = files.shift(); file !== undefined; file = files.shift()) collect(await runFile(file));
}
await Promise.all(Array.from({ length: Math.max(1, navigator.hardwareConcurrency) }, () => work(others)));
await work(journeys);

const passed = results.reduce((sum, result) => sum + result.passed, 0);
const failed = results.reduce((sum, result) => sum + result.failed, 0);
console.log(`\n${results.length} files in ${((performance.now() - started) / 1000).toFixed(0)} s`);
if (missing.length > 0) {
  const names = missing.map((program) => program.name).join(", ");
  console.log(`Tests that need ${names} could not run: install ${names} and run again.`);
}
console.log(`${passed} passed, ${failed} failed`);
Deno.exit(failed > 0 || missing.length > 0 || passed === 0 ? 1 : 0);

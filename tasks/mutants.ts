/**
 * Plants the mutants of tests/compiler/mutants one at a time in a copy of the repository, and expects the test that
 * each names to fail: `deno task mutants [--only <part of a name, file or test>] [--jobs 1]`. First every test has to
 * pass without a mutant, since one that fails anyway would catch nothing.
 */
import { dirname, join } from "node:path";
import { parseArgs } from "node:util";
import { MUTANTS } from "../tests/compiler/mutants/mod.ts";
import { type Mutant, planted, type Verdict, verdictOf } from "../tests/compiler/mutants/mutant.ts";

const ROOT = new URL("..", import.meta.url).pathname;
/** Not tracked, too large to copy, and read only. */
const LINKED = [".engine", "node_modules"];
const TIME_LIMIT_MS = 4 * 60_000;
/** A random family that has found a difference need not look long for a smaller one. */
const FUZZ_SECONDS = Deno.env.get("FUZZ_SECONDS") ?? "30";

const { values } = parseArgs({
  args: Deno.args,
  options: {
    only: { type: "string", multiple: true, default: [""] },
    jobs: { type: "string", default: "1" },
  },
});
const jobs = Number(values.jobs);
if (!Number.isInteger(jobs) || jobs < 1) {
  console.error("Cannot start: --jobs takes a whole number from 1.");
  Deno.exit(2);
}
const chosen = MUTANTS.filter(({ name, file, caughtBy }) =>
  [name, file, caughtBy].some((text) => values.only.some((part) => text.includes(part)))
);
if (chosen.length === 0) {
  console.error(`Cannot start: no mutant's name, file or test holds "${values.only.join('" or "')}".`);
  Deno.exit(2);
}

const workshop = await Deno.makeTempDir({ prefix: "mutants-" });
const running = new Set<number>();

/** Each run leads a process group of its own, so that servers which a test started end with it. */
function endGroup(pid: number, signal: Deno.Signal): void {
  try {
    Deno.kill(-pid, signal);
  } catch {
    // The process has already ended, so there is nothing to signal.
  }
}

function cleanUp(): void {
  for (const pid of running) endGroup(pid, "SIGKILL");
  Deno.removeSync(workshop, { recursive: true });
}

for (const signal of ["SIGINT", "SIGTERM"] as const) {
  Deno.addSignalListener(signal, () => {
    cleanUp();
    Deno.exit(130);
  });
}

/** Tracked files, and new ones that are not ignored: a tracked file may import them already. */
async function sourceFiles(): Promise<readonly string[]> {
  const args = ["ls-files", "-z", "--cached", "--others", "--exclude-standard"];
  const { success, stdout } = await new Deno.Command("git", { args, cwd: ROOT }).output();
  if (!success) throw new Error("Cannot list the files of the repository: git refused");
  return new TextDecoder().decode(stdout).split("\0").filter((path) => path !== "" && !LINKED.includes(path));
}

async function copyRepository(folder: string): Promise<void> {
  const folders = new Set<string>();
  for (const path of await sourceFiles()) {
    const target = join(folder, path);
    if (!folders.has(dirname(target))) await Deno.mkdir(dirname(target), { recursive: true });
    folders.add(dirname(target));
    // A file that is deleted and not yet committed is still listed.
    await Deno.copyFile(join(ROOT, path), target).catch((error) => {
      if (!(error instanceof Deno.errors.NotFound)) throw error;
    });
  }
  for (const name of LINKED) await Deno.symlink(join(ROOT, name), join(folder, name));
  // Open to all, since a database server of a test runs as another user.
  await Deno.mkdir(join(folder, "tmp"), { mode: 0o777 });
  for (const path of [workshop, folder, join(folder, "tmp")]) await Deno.chmod(path, 0o755);
}

async function runTests(folder: string, { caughtBy, only, family }: Mutant): Promise<Verdict> {
  const process = new Deno.Command(Deno.execPath(), {
    args: ["test", "-A", "--no-check", "--quiet", ...(only ? ["--filter", only] : []), caughtBy],
    cwd: folder,
    env: { NO_COLOR: "1", APP_ENV: "test", TMPDIR: join(folder, "tmp"), FUZZ_SECONDS },
    stdin: "null",
    stdout: "piped",
    stderr: "piped",
    detached: true,
  }).spawn();
  running.add(process.pid);
  let late = false;
  const limit = setTimeout(() => {
    late = true;
    endGroup(process.pid, "SIGKILL");
  }, TIME_LIMIT_MS);
  const { code, stdout, stderr } = await process.output();
  clearTimeout(limit);
  endGroup(process.pid, "SIGKILL");
  running.delete(process.pid);
  if (late) return { kind: "broken", reason: "the test did not end in time" };
  const decoder = new TextDecoder();
  const output = decoder.decode(stdout) + decoder.decode(stderr);
  if (code === 0 && !/ok \| [1-9]\d* passed/.test(output)) return { kind: "broken", reason: "no test ran" };
  return verdictOf(output, code, family);
}

const plain = new Map<string, Promise<Verdict>>();

/** What the test says without a mutant; asked once for all mutants that it catches. */
function withoutMutant(folder: string, mutant: Mutant): Promise<Verdict> {
  const key = JSON.stringify([mutant.caughtBy, mutant.only]);
  const known = plain.get(key);
  if (known) return known;
  const { family: _, ...anyTest } = mutant;
  const asked = runTests(folder, anyTest);
  plain.set(key, asked);
  return asked;
}

async function tryMutant(folder: string, mutant: Mutant): Promise<Verdict> {
  const file = join(folder, mutant.file);
  const source = await Deno.readTextFile(file);
  let changed: string;
  try {
    changed = planted(source, mutant);
  } catch (error) {
    return { kind: "broken", reason: error instanceof Error ? error.message : String(error) };
  }
  const before = await withoutMutant(folder, mutant);
  if (before.kind !== "survived") return { kind: "broken", reason: "the test fails without the mutant, too" };
  try {
    await Deno.writeTextFile(file, changed);
    return await runTests(folder, mutant);
  } finally {
    await Deno.writeTextFile(file, source);
  }
}

const counts = { caught: 0, survived: 0, broken: 0 };
const queue = [...chosen];

async function work(number: number): Promise<void> {
  const folder = join(workshop, String(number));
  await Deno.mkdir(folder);
  await copyRepository(folder);
  for (let mutant = queue.shift(); mutant !== undefined; mutant = queue.shift()) {
    const started = performance.now();
    const verdict = await tryMutant(folder, mutant);
    counts[verdict.kind]++;
    const seconds = ((performance.now() - started) / 1000).toFixed(1);
    const mark = verdict.kind === "caught" ? "caught  " : verdict.kind.toUpperCase().padEnd(8);
    const reason = verdict.reason === undefined ? "" : `: ${verdict.reason}`;
    console.log(`${mark} ${mutant.name}  (${mutant.caughtBy}, ${seconds} s)${reason}`);
  }
}

try {
  await Promise.all(Array.from({ length: Math.min(jobs, chosen.length) }, (_, at) => work(at + 1)));
} finally {
  cleanUp();
}
/** Families that have not been shown to bite. */
const isFamily = (path: string) =>
  /^tests\/compiler\/.*_test\.ts$/.test(path) && !path.endsWith("/mutants_test.ts");
const caughtBy = new Set(MUTANTS.map((mutant) => mutant.caughtBy));
const untried = (await sourceFiles()).filter((path) => isFamily(path) && !caughtBy.has(path));
if (untried.length > 0) console.log(`\nNo mutant yet for ${untried.join(", ")}`);
const broken = counts.broken > 0 ? `, ${counts.broken} could not be tried` : "";
console.log(`\n${counts.caught} caught, ${counts.survived} survived${broken}`);
Deno.exit(counts.survived + counts.broken > 0 ? 1 : 0);

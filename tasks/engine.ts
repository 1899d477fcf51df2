/** Brings the embedded ClickHouse engine onto this machine, once. `deno run -A tasks/engine.ts` */
import { join } from "node:path";
import { ENGINE_DIR } from "@/lib/server/stores/clickhouse/engine/library.ts";

const VERSION = "3.4.0";
const MANIFEST = { name: "flowforge-engine", private: true, dependencies: { chdb: VERSION } };

interface EngineOptions {
  /** One line of progress at a time. */
  readonly onProgress?: (message: string) => void;
  readonly engineDir?: string;
}

/** Returns the engine's folder. Needs the npm registry the first time only; of two calls at once one installs. */
export async function ensureEngine(
  { onProgress, engineDir = ENGINE_DIR }: EngineOptions = {},
): Promise<string> {
  if (await isInstalled(engineDir)) return engineDir;
  await Deno.mkdir(engineDir, { recursive: true });
  const lock = await Deno.open(join(engineDir, ".lock"), { create: true, write: true });
  try {
    if (!await lock.tryLock(true)) {
      onProgress?.("Waiting for another process that installs the ClickHouse engine …");
      await lock.lock(true);
    }
    if (!await isInstalled(engineDir)) await install(engineDir, onProgress);
    return engineDir;
  } finally {
    lock.close();
  }
}

/** npm writes this file of a package before its bigger ones, so the native part is asked for as well. */
async function isInstalled(engineDir: string): Promise<boolean> {
  try {
    const manifest = JSON.parse(await Deno.readTextFile(join(engineDir, "node_modules/chdb/package.json")));
    if (manifest.version !== VERSION) return false;
    for await (const entry of Deno.readDir(join(engineDir, "node_modules/@chdb"))) {
      if (entry.name.startsWith("lib-")) return true;
    }
    return false;
  } catch (error) {
    if (error instanceof Deno.errors.NotFound) return false;
    throw error;
  }
}

async function install(engineDir: string, onProgress?: (message: string) => void): Promise<void> {
  onProgress?.(`Installing the ClickHouse engine (chdb ${VERSION}, about 550 MB) into ${engineDir} …`);
  await Deno.writeTextFile(join(engineDir, "package.json"), JSON.stringify(MANIFEST, null, 2));
  const started = performance.now();
  const ticking = setInterval(() => {
    onProgress?.(`… still installing, ${Math.round((performance.now() - started) / 1000)} s so far`);
  }, 10_000);
  try {
    const output = await runInstaller(engineDir);
    if (!await isInstalled(engineDir)) throw new Error(output);
  } catch (cause) {
    throw new Error(
      "Cannot install the ClickHouse engine: the npm registry did not give it. " +
        "Check the network and try again, or set CLICKHOUSE_URL to use a server.",
      { cause },
    );
  } finally {
    clearInterval(ticking);
  }
  onProgress?.(`The ClickHouse engine is installed (${Math.round((performance.now() - started) / 1000)} s).`);
}

/** npm leaves out the parts for other platforms when the registry lacks them; without npm, Deno does the work. */
async function runInstaller(cwd: string): Promise<string> {
  const npm = Deno.build.os === "windows" ? "npm.cmd" : "npm";
  try {
    return await capture(npm, ["install", "--no-audit", "--no-fund", "--no-progress"], cwd);
  } catch (error) {
    if (!(error instanceof Deno.errors.NotFound)) throw error;
    return await capture(Deno.execPath(), ["install", "--node-modules-dir=auto"], cwd);
  }
}

async function capture(command: string, args: string[], cwd: string): Promise<string> {
  const { success, stdout, stderr } = await new Deno.Command(command, { args, cwd, stdin: "null" }).output();
  const text = new TextDecoder().decode(stdout) + new TextDecoder().decode(stderr);
  if (!success) throw new Error(text);
  return text;
}

if (import.meta.main) console.log(await ensureEngine({ onProgress: console.error }));

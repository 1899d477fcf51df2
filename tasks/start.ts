/**
 * From a fresh clone to a served app: installs the embedded engine, builds what the browser needs, starts.
 * Everything after the first run is already there, so a later start only composes and listens.
 */
import { ensureEngine } from "./engine.ts";

const root = new URL("../", import.meta.url);
Deno.chdir(root.pathname);
const started = performance.now();
const say = (line: string) => console.log(line);
const SERVER = new URL("_fresh/server.js", root);
const BUILD_INPUTS = [
  "compiler",
  "lib",
  "components",
  "islands",
  "routes",
  "static",
  "deno.json",
  "deno.lock",
];

async function newestChange(path: string): Promise<number> {
  const info = await Deno.stat(path).catch(() => null);
  if (info === null) return 0;
  let newest = info.mtime?.getTime() ?? 0;
  if (!info.isDirectory) return newest;
  for await (const entry of Deno.readDir(path)) {
    newest = Math.max(newest, await newestChange(`${path}/${entry.name}`));
  }
  return newest;
}

async function buildIsStale(): Promise<boolean> {
  const built = (await Deno.stat(SERVER).catch(() => null))?.mtime?.getTime();
  if (built === undefined) return true;
  const changes = await Promise.all(BUILD_INPUTS.map(newestChange));
  return Math.max(...changes) > built;
}

async function ensureBuild(): Promise<void> {
  if (!(await buildIsStale())) return;
  say("Building the browser's part…");
  const { success, stderr } = await new Deno.Command(Deno.execPath(), {
    args: ["run", "-A", "dev.ts", "build"],
    stdin: "null",
    stdout: "null",
    stderr: "piped",
  }).output();
  if (success) return;
  console.error(new TextDecoder().decode(stderr));
  console.error("Cannot start: the build failed.");
  Deno.exit(1);
}

// With CLICKHOUSE_URL the configured server is used and no engine is needed; lib/server/config.ts reads the setting.
const { loadConfig } = await import("@/lib/server/config.ts");
const needsEngine = loadConfig(Deno.env.toObject()).clickhouse === undefined;
await Promise.all([needsEngine ? ensureEngine({ onProgress: say }) : null, ensureBuild()]);

const { config } = await import("../main.ts");
const server: { default: { fetch: (request: Request) => Promise<Response> } } = await import(SERVER.href);
try {
  Deno.serve({
    hostname: config.host,
    port: config.port,
    onListen: ({ hostname, port }) => {
      const seconds = ((performance.now() - started) / 1000).toFixed(1);
      say(`FlowForge is ready after ${seconds} s: http://${hostname}:${port}`);
    },
  }, server.default.fetch);
} catch (error) {
  if (!(error instanceof Deno.errors.AddrInUse)) throw error;
  console.error(`Cannot listen on port ${config.port}: it is in use. Set PORT to a free one.`);
  Deno.exit(1);
}

import { freePort } from "../../support/ports.ts";
import { type ChildProcess, startProcess, waitUntil } from "../../support/processes.ts";

const ROOT = new URL("../../../", import.meta.url).pathname;
const START_LIMIT_MS = 240_000;

export interface RunningApp {
  readonly url: string;
  readonly process: ChildProcess;
  readonly dataDir: string;
  stop(): Promise<void>;
}

/** The app as README starts it, on a free port and, unless one is given, a data folder of its own. */
export async function startApp(
  options: { readonly dataDir?: string; readonly live?: boolean } = {},
): Promise<RunningApp> {
  const dataDir = options.dataDir ?? await Deno.makeTempDir({ prefix: "flowforge-e2e-" });
  const port = freePort();
  const process = startProcess(Deno.execPath(), {
    args: ["run", "-A", "tasks/start.ts", ...(options.live ? [] : ["--no-live"])],
    cwd: ROOT,
    env: { PORT: String(port), FLOWFORGE_DATA: dataDir, APP_ENV: "development", LOG_LEVEL: "warn" },
  });
  let ended = false;
  void process.ended.then(() => ended = true);
  await waitUntil(
    "the app's start",
    () => ended || process.output().includes("FlowForge is ready"),
    START_LIMIT_MS,
  );
  if (ended) throw new Error(`Cannot start the app:\n${process.output()}`);
  return {
    url: `http://127.0.0.1:${port}`,
    process,
    dataDir,
    async stop() {
      await process.stop();
      if (options.dataDir === undefined) await Deno.remove(dataDir, { recursive: true });
    },
  };
}

/**
 * One embedded PostgreSQL in a process of its own, so that a statement that never ends can be killed. The engine
 * works in a thread; this one watches: it ends the process when its parent is gone (their pipe closes, however the
 * parent ended) or when the engine has not come up for air for too long. Arguments: data folder, socket, that time.
 */
import { dirname } from "node:path";
import type { ChildReply } from "../child_process.ts";
import type { WorkerReply, WorkerRequest } from "./protocol.ts";

const BEAT_MS = 1000;
/** A statement that runs when the parent leaves is not waited for any longer than this. */
const CLOSE_MS = 5000;

const [dataDir = "", socketPath = "", stuckAfterMs = "0"] = Deno.args;
const worker = new Worker(new URL("./worker.ts", import.meta.url), { type: "module" });
// The terminal sends these to parent and child alike; the parent decides when its stores close.
for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) Deno.addSignalListener(signal, () => {});

try {
  await ask({ kind: "open", dataDir, socketPath });
  say({ kind: "opened" });
} catch (error) {
  say({ kind: "failed", reason: error instanceof Error ? error.message : String(error) });
  end(1);
}
if (Number(stuckAfterMs) > 0) watchEngine(Number(stuckAfterMs));
for await (const _ of Deno.stdin.readable);
setTimeout(() => end(1), CLOSE_MS);
await ask({ kind: "close" }).catch(() => {});
end(0);

function ask(request: WorkerRequest): Promise<void> {
  return new Promise((resolve, reject) => {
    worker.onmessage = ({ data }: MessageEvent<WorkerReply>) => {
      if (data.kind === "failed") reject(new Error(data.reason));
      else resolve();
    };
    worker.onerror = (event) => {
      event.preventDefault();
      reject(new Error(event.message));
    };
    worker.postMessage(request);
  });
}

function say(reply: ChildReply): void {
  Deno.stdout.writeSync(new TextEncoder().encode(`${JSON.stringify(reply)}\n`));
}

function end(code: number): never {
  try {
    Deno.removeSync(dirname(socketPath), { recursive: true });
  } catch {
    // The parent process has already removed the folder.
  }
  Deno.exit(code);
}

function watchEngine(limitMs: number): void {
  let heard = performance.now();
  worker.addEventListener("message", () => heard = performance.now());
  setInterval(() => {
    if (performance.now() - heard > limitMs) end(1);
    worker.postMessage({ kind: "beat" } satisfies WorkerRequest);
  }, BEAT_MS);
}

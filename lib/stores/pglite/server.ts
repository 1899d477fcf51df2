/** Starts, restarts and stops an embedded PostgreSQL. */
import { join } from "node:path";
import type { WorkerReply, WorkerRequest } from "./protocol.ts";

export interface PgliteServer {
  /** Unix socket, in a folder that only this user can enter. */
  readonly socketPath: string;
  /** Ends whatever runs, as a crash would, and opens the same data again; clients reconnect by themselves. */
  restart(): Promise<void>;
  close(): Promise<void>;
}

export async function startPglite(dataDir: string): Promise<PgliteServer> {
  await Deno.mkdir(dataDir, { recursive: true });
  // Not in the data folder: the path of a socket may have about a hundred characters only.
  const socketDir = await Deno.makeTempDir({ prefix: "flowforge-" });
  await Deno.chmod(socketDir, 0o700);
  const socketPath = join(socketDir, ".s.PGSQL.5432");
  let worker = await openWorker(dataDir, socketPath);
  let restarting: Promise<void> | null = null;

  const restart = async () => {
    worker.terminate();
    await Deno.remove(socketPath).catch(() => {});
    worker = await openWorker(dataDir, socketPath);
  };
  return {
    socketPath,
    restart: () => restarting ??= restart().finally(() => restarting = null),
    async close() {
      await restarting?.catch(() => {});
      await ask(worker, { kind: "close" }).catch(() => {});
      worker.terminate();
      await Deno.remove(socketDir, { recursive: true }).catch(() => {});
    },
  };
}

async function openWorker(dataDir: string, socketPath: string): Promise<Worker> {
  const worker = new Worker(new URL("./worker.ts", import.meta.url), { type: "module" });
  try {
    await ask(worker, { kind: "open", dataDir, socketPath });
    return worker;
  } catch (error) {
    worker.terminate();
    throw new Error("Cannot open the embedded PostgreSQL: its data folder cannot be read.", { cause: error });
  }
}

function ask(worker: Worker, request: WorkerRequest): Promise<void> {
  return new Promise((resolve, reject) => {
    worker.onmessage = ({ data }: MessageEvent<WorkerReply>) =>
      data.kind === "failed" ? reject(new Error(data.reason)) : resolve();
    worker.onerror = (event) => {
      event.preventDefault();
      reject(new Error(event.message));
    };
    worker.postMessage(request);
  });
}

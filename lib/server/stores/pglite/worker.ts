/**
 * One embedded PostgreSQL in a thread of its own, reachable through a socket of the PostgreSQL protocol.
 * It has one session: whoever connects must hold one connection only, or statements of two clients would mix.
 */
/// <reference lib="deno.worker" />
import { PGlite } from "@electric-sql/pglite";
import { PGLiteSocketServer } from "@electric-sql/pglite-socket";
import type { WorkerReply, WorkerRequest } from "./protocol.ts";

let close: () => Promise<void> = () => Promise.resolve();

const reply = (message: WorkerReply) => self.postMessage(message);

async function open(dataDir: string, socketPath: string): Promise<void> {
  const database = await PGlite.create({ dataDir });
  // A second place, because a client that reconnects may arrive before its old socket is gone.
  const server = new PGLiteSocketServer({ db: database, path: socketPath, maxConnections: 2 });
  await server.start();
  close = async () => {
    await server.stop();
    await database.close();
  };
}

self.onmessage = async ({ data }: MessageEvent<WorkerRequest>) => {
  try {
    if (data.kind === "beat") return reply({ kind: "beat" });
    if (data.kind === "open") await open(data.dataDir, data.socketPath);
    else await close();
    reply({ kind: data.kind === "open" ? "opened" : "closed" });
  } catch (error) {
    reply({ kind: "failed", reason: error instanceof Error ? error.message : String(error) });
  }
};

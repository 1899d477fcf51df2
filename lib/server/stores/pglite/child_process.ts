/** Starts the process of an embedded PostgreSQL with no more rights than it needs, and waits until it is ready. */
import { dirname } from "node:path";
import { fileURLToPath } from "node:url";
import { within } from "@/lib/server/deadline.ts";
import type { ChildReply } from "./protocol.ts";

const path = (relative: string) => fileURLToPath(new URL(relative, import.meta.url));
const ENTRY = path("./child.ts");
const CONFIG = path("../../../../deno.json");
const PACKAGES = path("../../../../node_modules");

/** Closing takes this long at most; then the process is killed. */
const CLOSE_MS = 10_000;

interface PgliteChild {
  readonly pid: number;
  /** Settles when the process has ended, for whatever reason. */
  readonly ended: Promise<unknown>;
  /** As a crash would: at once, whatever it is doing. */
  kill(): Promise<void>;
  close(): Promise<void>;
}

interface ChildOptions {
  readonly dataDir: string;
  readonly socketPath: string;
  /** The process ends by itself when its engine is busy with one thing for longer; 0 leaves that to the caller. */
  readonly stuckAfterMs: number;
}

export async function startChild({ dataDir, socketPath, stuckAfterMs }: ChildOptions): Promise<PgliteChild> {
  const folders = [dataDir, dirname(socketPath)].map(asListItem).join(",");
  const process = new Deno.Command(Deno.execPath(), {
    args: [
      ...["run", "--quiet", "--no-prompt", "--no-check", "--cached-only", "--frozen", "--config", CONFIG],
      `--allow-read=${folders},${asListItem(PACKAGES)},${asListItem(dirname(ENTRY))}`,
      `--allow-write=${folders}`,
      `--allow-net=unix:${asListItem(socketPath)}`,
      ...[ENTRY, dataDir, socketPath, String(stuckAfterMs)],
    ],
    stdin: "piped",
    stdout: "piped",
    // Its words may carry values of a statement.
    stderr: "null",
  }).spawn();
  const ended = process.status;
  const signal = (name: Deno.Signal) => {
    try {
      process.kill(name);
    } catch {
      // The process has already ended, so there is nothing to signal.
    }
  };
  const kill = async () => {
    signal("SIGKILL");
    await ended;
    await process.stdin.close().catch(() => {});
  };
  try {
    const reply = await firstLine(process.stdout);
    if (reply.kind === "failed") throw new Error(reply.reason);
  } catch (error) {
    await kill();
    throw new Error("Cannot open the embedded PostgreSQL: its data folder cannot be read.", { cause: error });
  }
  return {
    pid: process.pid,
    ended,
    kill,
    async close() {
      await process.stdin.close().catch(() => {});
      await within(ended, { timeoutMs: CLOSE_MS, onExpire: () => signal("SIGKILL") });
      await ended;
    },
  };
}

async function firstLine(output: ReadableStream<Uint8Array>): Promise<ChildReply> {
  const utf8 = new TextDecoder();
  let text = "";
  for await (const bytes of output) {
    text += utf8.decode(bytes, { stream: true });
    if (text.endsWith("\n")) return JSON.parse(text);
  }
  throw new Error("The process ended before it was ready.");
}

/** A comma separates the items of a permission's list; doubled, it is part of one. */
function asListItem(path: string): string {
  return path.replaceAll(",", ",,");
}

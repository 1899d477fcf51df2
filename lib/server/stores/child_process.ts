/** Starts an embedded engine in a process of its own with no more rights than it needs, and waits until it is ready. */
import { fileURLToPath } from "node:url";
import { within } from "@/lib/server/deadline.ts";

const CONFIG = fileURLToPath(new URL("../../../deno.json", import.meta.url));

/** Closing takes this long at most; then the process is killed. */
const CLOSE_MS = 10_000;

/** The one line that an engine's process prints: it is ready, or why it cannot be. */
export type ChildReply =
  | { readonly kind: "opened"; readonly port?: number }
  | { readonly kind: "failed"; readonly reason: string };

export interface EngineProcess {
  readonly pid: number;
  /** Of an engine that listens on loopback. */
  readonly port?: number;
  /** Settles when the process has ended, for whatever reason. */
  readonly ended: Promise<unknown>;
  /** As a crash would: at once, whatever it is doing. */
  kill(): Promise<void>;
  close(): Promise<void>;
}

interface EngineProcessOptions {
  readonly entry: string;
  /** Such as `--allow-read=…`; `asListItem` writes a path for them. */
  readonly permissions: readonly string[];
  readonly args: readonly string[];
  /** The first line the process reads, for what others must not see among its arguments. */
  readonly input?: string;
  /** What the error says when the process does not get ready. */
  readonly failure: string;
}

/** The process ends by itself when its input is closed, so it never outlives this one. */
export async function startEngineProcess(
  { entry, permissions, args, input, failure }: EngineProcessOptions,
): Promise<EngineProcess> {
  const process = new Deno.Command(Deno.execPath(), {
    args: [
      ...["run", "--quiet", "--no-prompt", "--no-check", "--cached-only", "--frozen", "--config", CONFIG],
      ...[...permissions, entry, ...args],
    ],
    stdin: "piped",
    stdout: "piped",
    // Its words may carry values of a statement.
    stderr: "null",
  }).spawn();
  const ended = process.status;
  const stdin = process.stdin.getWriter();
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
    await stdin.close().catch(() => {});
  };
  try {
    if (input !== undefined) await stdin.write(new TextEncoder().encode(`${input}\n`));
    const reply = await firstLine(process.stdout);
    if (reply.kind === "failed") throw new Error(reply.reason);
    return {
      pid: process.pid,
      port: reply.port,
      ended,
      kill,
      async close() {
        await stdin.close().catch(() => {});
        await within(ended, { timeoutMs: CLOSE_MS, onExpire: () => signal("SIGKILL") });
        await ended;
      },
    };
  } catch (error) {
    await kill();
    throw new Error(failure, { cause: error });
  }
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
export function asListItem(path: string): string {
  return path.replaceAll(",", ",,");
}

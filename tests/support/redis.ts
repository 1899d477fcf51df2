/** A real Redis on a free loopback port, without files. */
import { freePort } from "./ports.ts";
import { type ChildProcess, findBinary, startProcess, waitUntil } from "./processes.ts";

interface RedisServer {
  readonly url: string;
  readonly port: number;
  /** Ends the process; `start` brings an empty one back on the same port. */
  stop(): Promise<void>;
  start(): Promise<void>;
}

export async function startRedis(): Promise<RedisServer> {
  const binary = await findBinary(
    ["/usr/bin/redis-server", "/usr/local/bin/redis-server", "/opt/homebrew/bin/redis-server"],
    "Install it to run this test: apt-get install redis-server.",
  );
  const port = freePort();
  let process: ChildProcess | null = null;
  const start = async () => {
    const args = ["--port", String(port), "--save", "", "--appendonly", "no", "--bind", "127.0.0.1"];
    const started = process = startProcess(binary, { args });
    await waitUntil(
      "Redis accepting connections",
      () => started.output().includes("Ready to accept connections"),
    );
  };
  await start();
  return {
    url: `redis://127.0.0.1:${port}`,
    port,
    start,
    async stop() {
      await process?.stop("SIGKILL");
      process = null;
    },
  };
}

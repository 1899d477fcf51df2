/** A real PostgreSQL in a temporary folder, on a free loopback port. */
import { join } from "node:path";
import { freePort } from "./ports.ts";
import { type ChildProcess, findBinary, run, startProcess, waitUntil } from "./processes.ts";

interface PostgresServer {
  readonly url: string;
  start(): Promise<void>;
  /** Ends the server at once; the data stays until `close`. */
  stop(): Promise<void>;
  close(): Promise<void>;
}

const INSTRUCTION = "Install it to run this test: apt-get install postgresql.";
const VERSIONS = [18, 17, 16, 15];

export async function startPostgres(): Promise<PostgresServer> {
  const find = (name: string) =>
    findBinary(VERSIONS.map((version) => `/usr/lib/postgresql/${version}/bin/${name}`), INSTRUCTION);
  const [initdb, postgres] = await Promise.all([find("initdb"), find("postgres")]);
  const folder = await Deno.makeTempDir({ prefix: "flowforge-postgres-" });
  const data = join(folder, "data");
  const port = freePort();
  // The server refuses to run as root.
  const asRoot = Deno.uid() === 0;
  if (asRoot) await run("chown", ["postgres", folder]);
  const asServer = (command: string, args: readonly string[]): [string, string[]] =>
    asRoot
      ? ["setpriv", ["--reuid=postgres", "--regid=postgres", "--clear-groups", command, ...args]]
      : [command, [...args]];

  const initialised = await run(
    ...asServer(initdb, [
      "-D",
      data,
      "-U",
      "postgres",
      "--auth=trust",
      "--no-sync",
      "-E",
      "UTF8",
      "--locale=C.UTF-8",
    ]),
  );
  if (!initialised.includes("Success")) throw new Error(`Cannot create the database:\n${initialised}`);

  let server: ChildProcess | null = null;
  const start = async () => {
    const [command, args] = asServer(postgres, [
      ...[
        "-D",
        data,
        "-p",
        String(port),
        "-k",
        folder,
        "-c",
        "listen_addresses=127.0.0.1",
        "-c",
        "fsync=off",
      ],
    ]);
    const started = server = startProcess(command, { args });
    await waitUntil(
      "PostgreSQL accepting connections",
      () => started.output().includes("ready to accept connections"),
    );
  };
  const stop = async () => {
    // "Immediate": connections are cut, as in a crash.
    await server?.stop("SIGQUIT");
    server = null;
  };
  await start();
  return {
    url: `postgres://postgres@127.0.0.1:${port}/postgres`,
    start,
    stop,
    async close() {
      await stop();
      await Deno.remove(folder, { recursive: true });
    },
  };
}

/** Starts, restarts and stops an embedded PostgreSQL. */
import { dirname, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { asListItem, startEngineProcess } from "../child_process.ts";
import { supervise } from "../supervisor.ts";

export interface PgliteServer {
  /** Unix socket, in a folder that only this user can enter. */
  readonly socketPath: string;
  /** Of the process that serves now; another one after a restart. */
  readonly pid: () => number;
  /** Ends whatever runs, as a crash would, and opens the same data again; clients reconnect by themselves. */
  restart(): Promise<void>;
  close(): Promise<void>;
}

export interface PgliteOptions {
  /** An engine that is busy with one thing for longer is restarted; unset, its user decides that. */
  readonly stuckAfterMs?: number;
}

const path = (relative: string) => fileURLToPath(new URL(relative, import.meta.url));
const ENTRY = path("./child.ts");
const PACKAGES = path("../../../../node_modules");

/** The folder must be nobody else's. An engine that ends without being asked to is started again. */
export async function startPglite(
  folder: string,
  { stuckAfterMs = 0 }: PgliteOptions = {},
): Promise<PgliteServer> {
  const dataDir = resolve(folder);
  await Deno.mkdir(dataDir, { recursive: true });
  const socketPath = join(await makeSocketDir(dataDir), ".s.PGSQL.5432");
  const removeSocketDir = async () => {
    await Deno.remove(dirname(socketPath), { recursive: true }).catch(() => {});
    await Deno.remove(noteOf(dataDir)).catch(() => {});
  };
  const folders = [dataDir, dirname(socketPath)].map(asListItem).join(",");
  // The packages may stand behind a link, which leads out of what the process may read.
  const packages = [PACKAGES, await Deno.realPath(PACKAGES)].map(asListItem).join(",");
  const open = () =>
    startEngineProcess({
      entry: ENTRY,
      permissions: [
        `--allow-read=${folders},${packages},${asListItem(dirname(ENTRY))}`,
        `--allow-write=${folders}`,
        `--allow-net=unix:${asListItem(socketPath)}`,
      ],
      args: [dataDir, socketPath, String(stuckAfterMs)],
      failure: "Cannot open the embedded PostgreSQL: its data folder cannot be read.",
    });
  const supervisor = await supervise(open, async () => {
    await Deno.mkdir(dirname(socketPath), { recursive: true, mode: 0o700 });
    await Deno.remove(socketPath).catch(() => {});
  }).catch(async (error) => {
    await removeSocketDir();
    throw error;
  });
  return {
    socketPath,
    pid: () => supervisor.process().pid,
    restart: supervisor.restart,
    async close() {
      await supervisor.close();
      await removeSocketDir();
    },
  };
}

/**
 * Not in the data folder: the path of a socket may have about a hundred characters only. A note beside the data says
 * where it is, so that one left by a process that could not clean up goes away at the next start.
 */
async function makeSocketDir(dataDir: string): Promise<string> {
  const note = noteOf(dataDir);
  const left = await Deno.readTextFile(note).catch(() => "");
  if (/[\\/]flowforge-\w+$/.test(left)) {
    await Deno.remove(join(left, ".s.PGSQL.5432")).catch(() => {});
    await Deno.remove(left).catch(() => {});
  }
  const made = await Deno.makeTempDir({ prefix: "flowforge-" });
  await Deno.chmod(made, 0o700);
  await Deno.writeTextFile(note, made);
  return made;
}

const noteOf = (dataDir: string) => `${dataDir}.socket`;

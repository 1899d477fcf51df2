/** Starts, restarts and stops the embedded ClickHouse, which others on this machine reach as they would a server. */
import { join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { StoreError } from "@/lib/server/errors.ts";
import { asListItem, startEngineProcess } from "../child_process.ts";
import { supervise } from "../supervisor.ts";
import type { AccountName, Passwords } from "./engine/accounts.ts";
import { ENGINE_DIR } from "./engine/library.ts";
import type { ClickHouseAddress } from "./http_client.ts";

export interface EmbeddedClickHouse {
  /** Where it is for each account: the app holds the reader's, the pipeline the writer's. */
  readonly addresses: Readonly<Record<AccountName, ClickHouseAddress>>;
  /** Of the process that serves now; another one after a crash. */
  readonly pid: () => number;
  close(): Promise<void>;
}

/** It shares the machine's cores with everything else. */
const PLACES = Math.max(4, navigator.hardwareConcurrency + 2);

const ENTRY = fileURLToPath(new URL("./engine/child.ts", import.meta.url));

/** The folder must be nobody else's. `<folder>.json` beside it tells the owner's other programs where the engine is. */
export async function startEmbeddedClickHouse(folder: string): Promise<EmbeddedClickHouse> {
  const engineDir = await findEngine();
  const dataDir = resolve(folder);
  await Deno.mkdir(dataDir, { recursive: true });
  const passwords: Passwords = { reader: randomPassword(), writer: randomPassword() };
  const folders = asListItem(dataDir);
  let port = 0;
  const supervisor = await supervise(async () => {
    const process = await startEngineProcess({
      entry: ENTRY,
      permissions: [
        // The engine may stand behind a link, which leads out of what the process may read.
        `--allow-read=${folders},${asListItem(ENGINE_DIR)},${asListItem(engineDir)}`,
        `--allow-write=${folders}`,
        "--allow-net=127.0.0.1",
        "--allow-ffi",
        "--allow-env",
        "--allow-sys",
      ],
      // The same port after a crash, so that whoever knows the address finds the engine again.
      args: [dataDir, String(port)],
      input: JSON.stringify(passwords),
      failure: "Cannot open the embedded ClickHouse: its data folder cannot be read.",
    });
    port = process.port ?? 0;
    return process;
  });
  const address = (user: AccountName): ClickHouseAddress => ({
    url: `http://127.0.0.1:${port}`,
    database: "default",
    user,
    password: passwords[user],
    // Its readers are read-only whatever they send, and may send limits.
    readOnlyLevel: 0,
    places: PLACES,
  });
  const note = `${dataDir}.json`;
  const addresses = { reader: address("reader"), writer: address("writer") };
  await writeForOwner(note, JSON.stringify(addresses, null, 2));
  return {
    addresses,
    pid: () => supervisor.process().pid,
    async close() {
      await supervisor.close();
      await Deno.remove(note).catch(() => {});
    },
  };
}

/** Its folder may be a link, and rights are about what is behind one. */
async function findEngine(): Promise<string> {
  try {
    await Deno.stat(join(ENGINE_DIR, "node_modules/chdb/package.json"));
    return await Deno.realPath(ENGINE_DIR);
  } catch (cause) {
    throw new StoreError(
      "store_unavailable",
      "Cannot open the embedded ClickHouse: the engine is not installed. " +
        "Run `deno run -A tasks/engine.ts`, or set CLICKHOUSE_URL.",
      { cause },
    );
  }
}

const randomPassword = () => crypto.getRandomValues(new Uint8Array(32)).toHex();

/** Appears whole and with its rights, also in the place of one that a killed process left. */
async function writeForOwner(path: string, text: string): Promise<void> {
  const own = `${path}.${crypto.randomUUID()}`;
  await Deno.writeTextFile(own, text, { mode: 0o600, createNew: true });
  await Deno.rename(own, path);
}

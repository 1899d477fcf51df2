import assert from "node:assert/strict";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { loadConfig } from "@/lib/server/config.ts";
import { lockDataDir } from "@/lib/server/stores/data_lock.ts";
import { preparePglite } from "@/lib/server/stores/pglite/prepare.ts";
import { openStores } from "@/lib/server/open_stores.ts";
import { startProcess } from "@/tests/support/processes.ts";
import { copyPglite } from "@/tests/support/stores.ts";
import { freePort } from "@/tests/support/ports.ts";

const SECRET_KEY = "0f1e2d3c4b5a69788796a5b4c3d2e1f0-tests-only";
const module = (path: string) => new URL(`../../../../${path}`, import.meta.url).href;

async function withFolder(work: (folder: string) => Promise<void>): Promise<void> {
  const folder = await Deno.makeTempDir({ prefix: "flowforge-open-" });
  try {
    await work(folder);
  } finally {
    await Deno.remove(folder, { recursive: true });
  }
}

/** Runs a few lines in a process of their own and returns what they printed. */
async function inProcess(lines: string, folder: string): Promise<string> {
  const script = join(folder, `${crypto.randomUUID()}.ts`);
  await Deno.writeTextFile(script, lines);
  const config = fileURLToPath(module("deno.json"));
  const child = startProcess(Deno.execPath(), {
    args: ["run", "-A", "--quiet", "--no-check", "--config", config, script],
    env: { FLOWFORGE_DATA: join(folder, "data"), APP_ENV: "development", SECRET_KEY: "" },
  });
  await child.ended;
  return child.output().trim();
}

Deno.test(
  "stores that open only in part are closed again, and the folder is free",
  () =>
    withFolder(async (folder) => {
      const dataDir = join(folder, "data");
      await Deno.mkdir(dataDir);
      await copyPglite(join(dataDir, "metadata"));
      const settings = { APP_ENV: "test", SECRET_KEY, FLOWFORGE_DATA: dataDir };
      const broken = {
        ...settings,
        // Nobody answers there, which opening does not ask.
        MATERIALIZE_URL: `postgres://nobody@127.0.0.1:${freePort()}/none`,
        CLICKHOUSE_URL: `http://127.0.0.1:${freePort()}`,
      };
      await Deno.mkdir(join(dataDir, "live"));
      await Deno.writeTextFile(join(dataDir, "live", "PG_VERSION"), "1\n");
      await assert.rejects(openStores(loadConfig({ ...broken, MATERIALIZE_URL: "" })), {
        message: /^Cannot open the embedded PostgreSQL/,
      });
      await Deno.remove(join(dataDir, "live"), { recursive: true });

      // Nobody holds the folder or the engine in it any more.
      (await lockDataDir(dataDir))();
      const stores = await openStores(loadConfig(broken));
      await stores.metadata.ping();
      await stores.close();
      await stores.close();
      const left = [...Deno.readDirSync(dataDir)].map(({ name }) => name).sort();
      assert.deepEqual(left, ["lock", "metadata"]);
    }),
);

Deno.test("a second process is told that the data folder is in use", () =>
  withFolder(async (folder) => {
    const lines = `import { lockDataDir } from "${module("lib/server/stores/data_lock.ts")}";
      await lockDataDir("${folder}").then(() => console.log("taken"), (error) => console.log(error.message));`;
    const unlock = await lockDataDir(folder);
    const refusal = await inProcess(lines, folder);
    assert.equal(refusal, `Cannot open the data folder ${folder}: another FlowForge process uses it.`);
    unlock();
    assert.equal(await inProcess(lines, folder), "taken");
  }));

Deno.test("the development key is made once, for its owner's eyes, also by two processes at once", () =>
  withFolder(async (folder) => {
    const lines = `import { readConfig } from "${module("lib/server/config.ts")}";
      console.log((await readConfig()).secretKey);`;
    const keys = await Promise.all([inProcess(lines, folder), inProcess(lines, folder)]);
    const later = await inProcess(lines, folder);
    assert.match(later, /^[0-9a-f]{64}$/);
    assert.deepEqual(keys, [later, later]);
    const path = join(folder, "data", "secret_key");
    assert.equal((await Deno.stat(path)).mode! & 0o777, 0o600);
    assert.deepEqual([...Deno.readDirSync(join(folder, "data"))].map(({ name }) => name), ["secret_key"]);
    await Deno.writeTextFile(path, "short");
    assert.match(
      await inProcess(lines, folder),
      /Cannot start: the key in .*secret_key must have at least 32/,
    );
  }));

Deno.test("an embedded PostgreSQL never takes the place of other files", () =>
  withFolder(async (folder) => {
    const [held, file] = [join(folder, "held"), join(folder, "file")];
    await copyPglite(held);
    await Deno.writeTextFile(file, "kept");
    await assert.rejects(preparePglite([held, file]));
    assert.equal(await Deno.readTextFile(file), "kept");

    await preparePglite([held]);
    assert.deepEqual([...Deno.readDirSync(folder)].map(({ name }) => name).sort(), ["file", "held"]);
  }));

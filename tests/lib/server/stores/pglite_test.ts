import assert from "node:assert/strict";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { openEmbeddedLive } from "@/lib/server/stores/live/embedded.ts";
import { openMetadata } from "@/lib/server/metadata/open.ts";
import { seedSampleTenants } from "@/lib/server/sample/tenants.ts";
import { type PgliteOptions, type PgliteServer, startPglite } from "@/lib/server/stores/pglite/server.ts";
import { connectPostgres } from "@/lib/server/stores/postgres/client.ts";
import type { QueryProfile } from "@/lib/server/stores/profiles.ts";
import { startProcess, waitUntil } from "@/tests/support/processes.ts";
import { copyPglite } from "@/tests/support/stores.ts";

const HOLDER = fileURLToPath(new URL("./pglite_child.ts", import.meta.url));
const LIMITS = { rows: 100, timeoutMs: 700, memoryBytes: 100_000_000, rowsRead: 10_000_000 };
const ENDLESS =
  "SELECT sum(a * b) AS n FROM generate_series(1, 2000000) AS a CROSS JOIN generate_series(1, 2000000) AS b";
const NUMBER = [{ name: "n", type: "int64", nullable: true }] as const;

const isRunning = (pid: number) => Deno.stat(`/proc/${pid}`).then(() => true, () => false);
const exists = (path: string) => Deno.stat(path).then(() => true, () => false);

async function withFolder(work: (dataDir: string) => Promise<void>): Promise<void> {
  const folder = await Deno.makeTempDir({ prefix: "flowforge-pglite-" });
  await copyPglite(join(folder, "data"));
  try {
    await work(join(folder, "data"));
  } finally {
    await Deno.remove(folder, { recursive: true });
  }
}

function withServer(options: PgliteOptions, work: (server: PgliteServer) => Promise<void>): Promise<void> {
  return withFolder(async (dataDir) => {
    const server = await startPglite(dataDir, options);
    try {
      await work(server);
    } finally {
      await server.close();
    }
    assert.equal(await isRunning(server.pid()), false);
    assert.equal(await exists(dirname(server.socketPath)), false);
  });
}

async function answers(server: PgliteServer): Promise<boolean> {
  const sql = connectPostgres(server, { maxConnections: 1 });
  try {
    const [row] = await sql.unsafe("SELECT 7 AS n");
    return row?.n === 7;
  } catch {
    return false;
  } finally {
    await sql.end({ timeout: 1 });
  }
}

Deno.test("a runaway query is killed with its process, and everyone's next query is right", () =>
  withServer({}, async (server) => {
    const { store } = await openEmbeddedLive(server, {
      preview: LIMITS,
      widget: { ...LIMITS, timeoutMs: 30_000 },
      export: LIMITS,
    });
    const ask = (sql: string, profile: QueryProfile = "widget") =>
      store.query({ sql, params: [], columns: NUMBER, profile });
    try {
      for (let round = 0; round < 2; round++) {
        const burning = server.pid();
        const runaway = assert.rejects(ask(ENDLESS, "preview"), { code: "query_timeout" });
        const others = Array.from({ length: 5 }, (_, index) => ask(`SELECT ${index} AS n`));
        await runaway;
        assert.deepEqual(await Promise.all(others), others.map((_, index) => [[String(index)]]));
        assert.equal(await isRunning(burning), false);
        assert.notEqual(server.pid(), burning);
      }
    } finally {
      await store.close();
    }
  }));

Deno.test("an engine that is stuck or gone is started again", () =>
  withServer({ stuckAfterMs: 3000 }, async (server) => {
    const stuck = server.pid();
    const sql = connectPostgres(server, { maxConnections: 1 });
    await assert.rejects(sql.unsafe(ENDLESS));
    await sql.end({ timeout: 0 });
    await waitUntil("the restart of a stuck engine", () => answers(server));
    const killed = server.pid();
    assert.notEqual(killed, stuck);

    Deno.kill(killed, "SIGKILL");
    await waitUntil("the restart of a killed engine", () => answers(server));
    assert.notEqual(server.pid(), killed);
  }));

for (const work of ["idle", "busy"]) {
  Deno.test(`the engine ends with a parent that was killed while ${work}, its socket too`, () =>
    withFolder(async (dataDir) => {
      const parent = startProcess(Deno.execPath(), {
        args: ["run", "-A", "--no-check", HOLDER, dataDir, work],
      });
      const told = () => /^engine (\d+) (.+)\n/m.exec(parent.output());
      try {
        await waitUntil("the engine", () => told() !== null, 120_000);
      } finally {
        await parent.stop("SIGKILL");
      }
      const [, pid, socketPath] = told()!;
      await waitUntil("the end of the engine", async () => !await isRunning(Number(pid)));
      assert.equal(await exists(dirname(socketPath!)), false);
    }));
}

Deno.test("the engine's process has no right beyond its own folders and its socket", () =>
  withServer({}, async (server) => {
    const flags = new TextDecoder().decode(await Deno.readFile(`/proc/${server.pid()}/cmdline`)).split("\0");
    assert.deepEqual(
      flags.filter((flag) => /^(-A|--allow)/.test(flag)).map((flag) => flag.split("=")[0]),
      ["--allow-read", "--allow-write", "--allow-net"],
    );
    assert.ok(flags.includes(`--allow-net=unix:${server.socketPath}`));
    assert.equal((await Deno.stat(dirname(server.socketPath))).mode! & 0o777, 0o700);
  }));

Deno.test("a socket folder that a killed process left goes away at the next start", () =>
  withFolder(async (dataDir) => {
    const left = await Deno.makeTempDir({ prefix: "flowforge-" });
    await Deno.writeTextFile(join(left, ".s.PGSQL.5432"), "");
    await Deno.writeTextFile(`${dataDir}.socket`, left);
    const server = await startPglite(dataDir);
    await server.close();
    assert.equal(await exists(left), false);
    assert.equal(await exists(`${dataDir}.socket`), false);
  }));

Deno.test("a data folder that cannot be opened is said so, and nothing is left running", () =>
  withFolder(async (dataDir) => {
    await Deno.writeTextFile(join(dataDir, "PG_VERSION"), "1\n");
    await assert.rejects(startPglite(dataDir), { message: /^Cannot open the embedded PostgreSQL/ });
    assert.equal(await exists(`${dataDir}.socket`), false);
  }));

Deno.test("metadata calls that lose their connection in a transaction fail cleanly, and later ones succeed", () =>
  withServer({}, async (server) => {
    const metadata = await openMetadata(server);
    try {
      await seedSampleTenants(metadata);
      const { workflows } = metadata.repositories("tenant-a");
      const graph = { version: 1 as const, nodes: [], edges: [] };
      const create = (name: string) => workflows.create({ name, description: "", graph }, "ada");
      for (let round = 0; round < 3; round++) {
        const calls = Array.from(
          { length: 30 },
          (_, index) => create(`${round} ${index}`).catch((error) => error.code),
        );
        await calls[round];
        Deno.kill(server.pid(), "SIGKILL");
        const outcomes = await Promise.all(calls);
        const failed = outcomes.filter((outcome) => typeof outcome === "string");
        assert.ok(failed.length > 0, "the kill came too late");
        assert.deepEqual([...new Set(failed)], ["store_unavailable"]);
        await waitUntil("the metadata store", () => metadata.ping().then(() => true, () => false));
        assert.ok((await create(`after ${round}`)).id);
      }
    } finally {
      await metadata.close();
    }
  }));

import assert from "node:assert/strict";
import { fileURLToPath } from "node:url";
import { createClient } from "@clickhouse/client";
import { openHttpClient } from "@/lib/server/stores/clickhouse/http_client.ts";
import { openClickHouseServer } from "@/lib/server/stores/clickhouse/server.ts";
import { startProcess, waitUntil } from "@/tests/support/processes.ts";
import { ENDLESS, text, withEngine } from "./support.ts";

const HOLDER = fileURLToPath(new URL("./holder.ts", import.meta.url));
const LIMITS = { rows: 100, timeoutMs: 30_000, memoryBytes: 1e9, rowsRead: 1e9 };

const isRunning = (pid: number) => Deno.stat(`/proc/${pid}`).then(() => true, () => false);

Deno.test("nobody without a password gets further than the ping", () =>
  withEngine(async ({ engine: { addresses } }) => {
    const { url, password } = addresses.reader;
    const basic = (text: string) => ({ authorization: `Basic ${btoa(text)}` });
    const attempts: readonly [query: string, headers: Record<string, string>, status: number][] = [
      ["/ping", {}, 200],
      ["/?query=SELECT+1", {}, 403],
      ["/?query=SELECT+1", basic("reader:"), 403],
      ["/?query=SELECT+1", basic(`writer:${password}`), 403],
      ["/?query=SELECT+1", basic(`__proto__:${password}`), 403],
      ["/?query=SELECT+1", { authorization: "Basic %%%" }, 403],
      ["/?query=SELECT+1", { "x-clickhouse-user": "reader", "x-clickhouse-key": `${password}x` }, 403],
      ["/?query=SELECT+1", basic(`reader:${password}`), 200],
      ["/?query=SELECT+1", { "x-clickhouse-user": "reader", "x-clickhouse-key": password }, 200],
      [`/?query=SELECT+1&user=reader&password=${password}`, {}, 200],
    ];
    for (const [query, headers, status] of attempts) {
      const response = await fetch(url + query, { headers });
      assert.equal(response.status, status, JSON.stringify([query, headers]));
      const code = response.headers.get("x-clickhouse-exception-code");
      assert.equal(code, status === 200 ? null : "516");
      await response.body?.cancel();
    }
  }));

Deno.test("the reader is read-only whatever it sends; the writer writes", () =>
  withEngine(async ({ reader, writer }) => {
    await writer.send({ sql: "CREATE TABLE default.t (a Int64) ENGINE = MergeTree ORDER BY a" });
    await writer.send({ sql: "INSERT INTO t FORMAT JSONEachRow", body: '{"a": 1}\n{"a": 2}' });
    for (const settings of [{}, { readonly: 0 }, { readonly: 2 }] as Record<string, number>[]) {
      for (
        const sql of [
          "INSERT INTO t VALUES (3)",
          "DROP TABLE t",
          "SELECT * FROM file('/etc/hostname', 'LineAsString')",
        ]
      ) {
        await assert.rejects(reader.send({ sql, settings }), { code: "164" }, sql);
      }
    }
    assert.equal(await text(reader, "SELECT count() FROM t"), "2");
  }));

Deno.test("a connection carries nothing from one statement to the next", () =>
  withEngine(async ({ reader, writer }) => {
    const bind = (...pairs: [string, string][]) =>
      pairs.map(([name, value]) => ({ name, type: "String", value }));
    for (let round = 0; round < 20; round++) {
      await reader.send({
        sql: "SELECT {p1:String}, {p2:String}",
        params: bind(["p1", "of a"], ["p2", "secret"]),
      });
      await assert.rejects(reader.send({ sql: "SELECT {p2:String}", params: bind(["p1", "of b"]) }), {
        code: "456",
      });
      await assert.rejects(reader.send({ sql: "SELECT {p1:String}" }), { code: "456" });
      await reader.send({ sql: "SELECT 1", settings: { max_threads: 1, max_block_size: 7 } });
      assert.notEqual(await text(reader, "SELECT getSetting('max_block_size')"), "7");
    }
    await writer.send({ sql: "SET max_block_size = 7" });
    assert.notEqual(await text(writer, "SELECT getSetting('max_block_size')"), "7");
    await writer.send({ sql: "CREATE TEMPORARY TABLE own (a Int8) ENGINE = Memory" });
    await assert.rejects(writer.send({ sql: "SELECT * FROM own" }), { code: "60" });
  }));

Deno.test("bound statements of many do not wait for a heavy one, and none gets another's value", () =>
  withEngine(async ({ reader, running }) => {
    const leave = new AbortController();
    const heavy = reader.send({
      sql: `${ENDLESS} WHERE {p1:String} != ''`,
      params: [{ name: "p1", type: "String", value: "heavy" }],
      signal: leave.signal,
    }).catch((error) => error);
    await waitUntil("the heavy statement", async () => await running() === 1);
    const asked = Array.from({ length: 100 }, (_, index) => String(index));
    for (let from = 0; from < asked.length; from += 10) {
      const answers = asked.slice(from, from + 10).map(async (value) => {
        const params = [{ name: "p1", type: "String", value }];
        return new TextDecoder().decode(await reader.send({ sql: "SELECT {p1:String}", params })).trim();
      });
      assert.deepEqual(await Promise.all(answers), asked.slice(from, from + 10));
    }
    assert.equal(await running(), 1);
    leave.abort(new Error("left"));
    assert.equal((await heavy).message, "left");
  }));

Deno.test("the work of a client that has left stops", () =>
  withEngine(async ({ reader, running }) => {
    for (const leaves of ["early", "late"]) {
      const leave = new AbortController();
      const asked = reader.send({ sql: ENDLESS, signal: leave.signal }).catch(() => {});
      if (leaves === "late") await waitUntil("the statement", async () => await running() === 1);
      leave.abort();
      await asked;
      await waitUntil("the end of the statement", async () => await running() === 0, 5_000);
    }
    assert.equal(await text(reader, "SELECT 7"), "7");
  }));

Deno.test("KILL QUERY by the client's id stops the work, of the same account only", () =>
  withEngine(async ({ reader, writer, running }) => {
    const asked = reader.send({ sql: ENDLESS, queryId: "mine" }).catch((error) => error);
    await waitUntil("the statement", async () => await running() === 1);
    const kill = {
      sql: "KILL QUERY WHERE query_id = {id:String} SYNC",
      params: [{ name: "id", type: "String", value: "mine" }],
    };
    await writer.send(kill);
    assert.equal(await running(), 1);
    await reader.send(kill);
    assert.equal(await running(), 0);
    assert.equal((await asked).code, "394");
    await reader.send(kill);
  }));

Deno.test("what @clickhouse/client sends is understood: rows in and out, streams, parameters, errors", () =>
  withEngine(async ({ engine: { addresses } }) => {
    const { url, user: username, password } = addresses.writer;
    const client = createClient({ url, username, password, log: { level: 127 } });
    try {
      await client.command({ query: "CREATE TABLE t (a Int64, s String) ENGINE = MergeTree ORDER BY a" });
      const values = Array.from({ length: 100_000 }, (_, a) => ({ a, s: `row ${a};'\\\n` }));
      await client.insert({ table: "t", values, format: "JSONEachRow" });
      const result = await client.query({ query: "SELECT * FROM t ORDER BY a", format: "JSONEachRow" });
      const read: string[] = [];
      for await (const rows of result.stream()) for (const row of rows) read.push(row.text);
      assert.ok(read.join("\n") === values.map((row) => JSON.stringify(row)).join("\n"));

      const query = "SELECT {a:Array(String)} AS a, {d:DateTime64(3)} AS d";
      const query_params = { a: ["it's", "tab\t", "back\\"], d: new Date("2026-01-02T03:04:05.678Z") };
      for (const use_multipart_params of [false, true]) {
        const bound = await client.query({ query, query_params, format: "JSON", use_multipart_params });
        assert.deepEqual((await bound.json()).data, [{ a: query_params.a, d: "2026-01-02 03:04:05.678" }]);
      }
      await assert.rejects(client.query({ query: "SELECT missing" }), {
        code: "47",
        type: "UNKNOWN_IDENTIFIER",
      });
      await assert.rejects(client.query({ query: "SELEC 1" }), { code: "62" });
      const settings = { max_result_rows: "10", result_overflow_mode: "throw" } as const;
      await assert.rejects(
        client.query({ query: "SELECT * FROM t", clickhouse_settings: settings }),
        { code: "396" },
      );
      assert.deepEqual(await client.ping(), { success: true });
    } finally {
      await client.close();
    }
  }));

Deno.test("values too long for an address arrive whole", () =>
  withEngine(async ({ reader }) => {
    const value = Array.from({ length: 50_000 }, (_, index) => `symbol ' ${index}\n`);
    const bytes = await reader.send({
      sql: "SELECT length({p:Array(String)}), {p:Array(String)}[50000]",
      params: [{ name: "p", type: "Array(String)", value }],
    });
    assert.equal(new TextDecoder().decode(bytes), "50000\tsymbol \\' 49999\\n\n");
  }));

Deno.test("an engine that died is store_unavailable until it is back, at the same address with its data", () =>
  withEngine(async ({ engine, writer }) => {
    const store = openClickHouseServer(engine.addresses.reader, {
      preview: LIMITS,
      widget: LIMITS,
      export: LIMITS,
    });
    try {
      await writer.send({ sql: "CREATE TABLE t (a Int64) ENGINE = MergeTree ORDER BY a" });
      await writer.send({ sql: "INSERT INTO t VALUES (1)" });
      const killed = engine.pid();
      const columns = [{ name: "n", type: "int64", nullable: false }] as const;
      const ask = (sql: string) => store.query({ sql, params: [], columns, profile: "widget" });
      const running = ask(ENDLESS).catch((error) => error);
      await ask("SELECT 1 AS n");
      Deno.kill(killed, "SIGKILL");
      assert.equal((await running).code, "store_unavailable");
      await assert.rejects(store.ping(), { code: "store_unavailable" });
      await waitUntil("the restart", () => store.ping().then(() => true, () => false));
      assert.notEqual(engine.pid(), killed);
      assert.deepEqual(await ask("SELECT count() AS n FROM t"), [["1"]]);
    } finally {
      await store.close();
    }
  }));

for (const work of ["idle", "busy"]) {
  Deno.test(`the engine ends with a parent that was killed while ${work}`, async () => {
    const folder = await Deno.makeTempDir({ prefix: "flowforge-engine-" });
    const parent = startProcess(Deno.execPath(), {
      args: ["run", "-A", "--no-check", HOLDER, `${folder}/data`, work],
    });
    const told = () => /^engine (\d+)\n/m.exec(parent.output());
    try {
      await waitUntil("the engine", () => told() !== null, 120_000);
    } finally {
      await parent.stop("SIGKILL");
    }
    await waitUntil("the end of the engine", async () => !await isRunning(Number(told()![1])));
    await Deno.remove(folder, { recursive: true });
  });
}

Deno.test("the owner alone reads where the engine is; its process has no right it does not need", () =>
  withEngine(async ({ engine, dataDir }) => {
    const note = `${dataDir}.json`;
    assert.equal((await Deno.stat(note)).mode! & 0o777, 0o600);
    const { reader, writer } = JSON.parse(await Deno.readTextFile(note));
    assert.notEqual(reader.password, writer.password);
    const client = openHttpClient(writer);
    assert.equal(await text(client, "SELECT 7"), "7");
    client.close();
    const line = new TextDecoder().decode(await Deno.readFile(`/proc/${engine.pid()}/cmdline`));
    assert.equal(line.includes(writer.password) || line.includes(reader.password), false);
    assert.deepEqual(
      line.split("\0").filter((flag) => /^(-A|--allow)/.test(flag)).map((flag) => flag.split("=")[0]),
      ["--allow-read", "--allow-write", "--allow-net", "--allow-ffi", "--allow-env", "--allow-sys"],
    );
    await engine.close();
    await assert.rejects(Deno.stat(note), Deno.errors.NotFound);
  }));

import assert from "node:assert/strict";
import { join } from "node:path";
import type { Column, TypeName } from "@/compiler/schema/types.ts";
import { openEmbeddedLive } from "@/lib/server/stores/live/embedded.ts";
import { openLiveServer } from "@/lib/server/stores/live/server.ts";
import { startPglite } from "@/lib/server/stores/pglite/server.ts";
import { connectPostgres } from "@/lib/server/stores/postgres/client.ts";
import type { SqlStore, SqlWriter } from "@/lib/server/stores/types.ts";
import { startPostgres } from "@/tests/support/postgres.ts";
import { waitUntil } from "@/tests/support/processes.ts";
import { copyPglite } from "@/tests/support/stores.ts";

const LIMITS = {
  preview: { rows: 100, timeoutMs: 700, memoryBytes: 100_000_000, rowsRead: 10_000_000 },
  widget: { rows: 1000, timeoutMs: 30_000, memoryBytes: 1_000_000_000, rowsRead: 1_000_000_000 },
  export: { rows: 1000, timeoutMs: 30_000, memoryBytes: 1_000_000_000, rowsRead: 1_000_000_000 },
};
const ENDLESS =
  "SELECT sum(a * b) AS c0 FROM generate_series(1, 2000000) AS a CROSS JOIN generate_series(1, 2000000) AS b";

async function withEmbedded(work: (store: SqlStore, writer: SqlWriter) => Promise<void>): Promise<void> {
  const folder = await Deno.makeTempDir({ prefix: "flowforge-live-" });
  await copyPglite(join(folder, "live"));
  const server = await startPglite(join(folder, "live"));
  const { store, writer } = await openEmbeddedLive(server, LIMITS);
  try {
    await work(store, writer());
  } finally {
    await store.close();
    await server.close();
    await Deno.remove(folder, { recursive: true });
  }
}

async function withServer(work: (store: SqlStore, execute: (sql: string) => Promise<void>) => Promise<void>) {
  const server = await startPostgres();
  const admin = connectPostgres({ url: server.url }, { maxConnections: 1 });
  const store = openLiveServer(server.url, LIMITS);
  try {
    await work(store, async (sql) => void await admin.unsafe(sql).simple());
  } finally {
    await store.close();
    await admin.end();
    await server.close();
  }
}

const columns = (...types: TypeName[]): Column[] =>
  types.map((type, index) => ({ name: `c${index}`, type, nullable: true }));

const ask = (store: SqlStore, sql: string, types: TypeName[], values: unknown[] = [], signal?: AbortSignal) =>
  store.query({
    sql,
    params: values.map((value, index) => ({ name: String(index + 1), type: "", value })),
    columns: columns(...types),
    profile: "preview",
    signal,
  });

const DECODED: readonly [string, TypeName, unknown][] = [
  ["9223372036854775807::bigint", "int64", "9223372036854775807"],
  ["7::smallint", "int64", "7"],
  [
    "(-123456789012345678901234567890.12345600)::numeric",
    "decimal",
    "-123456789012345678901234567890.123456",
  ],
  ["1.500000::numeric(18, 6)", "decimal", "1.5"],
  ["'NaN'::numeric", "decimal", null],
  ["0.1::double precision", "float64", 0.1],
  ["'-Infinity'::double precision", "float64", null],
  ["2.50::numeric", "float64", 2.5],
  ["DATE '2024-02-29'", "date", "2024-02-29"],
  ["'infinity'::date", "date", null],
  ["TIMESTAMPTZ '2024-01-31 09:30:00-05'", "datetime", "2024-01-31T14:30:00.000Z"],
  ["TIMESTAMPTZ '1969-12-31 23:59:59.999999Z'", "datetime", "1969-12-31T23:59:59.999Z"],
  ["TIMESTAMP '2024-01-31 09:30:00.5'", "datetime", "2024-01-31T09:30:00.500Z"],
  ["DATE '2024-01-31'", "datetime", "2024-01-31T00:00:00.000Z"],
  ["'infinity'::timestamptz", "datetime", null],
  ["true", "boolean", true],
  ["false", "boolean", false],
  ["NULL::text", "string", null],
  ["E'tab\\t \\\\ '' 🙂'", "string", "tab\t \\ ' 🙂"],
];

async function decodes(store: SqlStore): Promise<void> {
  const sql = `SELECT ${DECODED.map(([expression], index) => `${expression} AS c${index}`).join(", ")}`;
  const [row] = await ask(store, sql, DECODED.map(([, type]) => type));
  for (const [index, [expression, , expected]] of DECODED.entries()) {
    assert.equal(row![index], expected, expression);
  }

  const values = [true, "2024-01-31 09:30:00.250", ['a"b', "c\\d,{}", ""], 5, null, "1.10"];
  const bound =
    "SELECT $1::boolean, $2::timestamptz, array_length($3::text[], 1), $4::bigint, $5::text, $6::numeric";
  const types: TypeName[] = ["boolean", "datetime", "int64", "int64", "string", "decimal"];
  assert.deepEqual(await ask(store, bound, types, values), [[
    true,
    "2024-01-31T09:30:00.250Z",
    "3",
    "5",
    null,
    "1.1",
  ]]);
  const member = "SELECT $1::text = ANY ($2::text[])";
  assert.deepEqual(await ask(store, member, ["boolean"], ["c\\d,{}", values[2]]), [[true]]);
}

async function cannotWrite(store: SqlStore): Promise<void> {
  const forbidden = [
    "INSERT INTO t VALUES ('B', 1)",
    "UPDATE t SET price = 0",
    "DELETE FROM t",
    "DROP TABLE t",
    "CREATE TABLE u (a int)",
    "TRUNCATE t",
  ];
  for (const sql of forbidden) {
    await assert.rejects(ask(store, sql, ["string"]), { code: "query_failed" }, sql);
  }
  assert.deepEqual(await ask(store, "SELECT symbol, price FROM t", ["string", "decimal"]), [["A", "1.5"]]);
}

const CREATE = "CREATE TABLE t (symbol text PRIMARY KEY, price numeric(18, 6) NOT NULL)";
const DESCRIBED = [{
  database: "public",
  table: "t",
  store: "materialize",
  symbolColumn: "symbol",
  columns: [
    { name: "symbol", type: "string", nullable: false, storeType: "text" },
    { name: "price", type: "decimal", nullable: false, precision: 18, scale: 6, storeType: "numeric(18,6)" },
  ],
}];

Deno.test("the embedded live store decodes, reads only, and describes", () =>
  withEmbedded(async (store, writer) => {
    await decodes(store);
    await writer.execute(CREATE);
    await writer.insert("t", ["symbol", "price"], [["A", "1.5"]]);
    await cannotWrite(store);
    for (
      const sql of ["SELECT pg_read_file('PG_VERSION')", "COPY t TO '/tmp/t.csv'", "SELECT * FROM pg_authid"]
    ) {
      await assert.rejects(ask(store, sql, ["string"]), { code: "query_failed" }, sql);
    }
    assert.deepEqual(await store.describe(["public"]), DESCRIBED);
  }));

Deno.test("the embedded live store ends what runs too long and goes on", () =>
  withEmbedded(async (store, writer) => {
    await writer.execute(CREATE);
    await writer.insert("t", ["symbol", "price"], [["A", "1.5"]]);
    await assert.rejects(ask(store, ENDLESS, ["decimal"]), {
      code: "query_timeout",
      detail: "Cannot finish the preview: it ran longer than 0.7 s. Add a filter or a limit.",
    });
    assert.deepEqual(await ask(store, "SELECT symbol, price FROM t", ["string", "decimal"]), [["A", "1.5"]]);

    const stop = new AbortController();
    const left = ask(store, ENDLESS, ["decimal"], [], stop.signal);
    setTimeout(() => stop.abort(new Error("left")), 20);
    await assert.rejects(left, { message: "left" });
    await cannotWrite(store);
  }));

Deno.test("upsert() replaces the row of the same key", () =>
  withEmbedded(async (store, writer) => {
    await writer.execute(CREATE);
    const rows = Array.from({ length: 20_000 }, (_, index) => [`S${index}`, index] as const);
    await writer.insert("public.t", ["symbol", "price"], rows);
    await writer.upsert("t", ["symbol"], ["symbol", "price"], [["S1", "7.25"], ["new", 1]]);
    assert.deepEqual(await writer.read("SELECT count(*), max(price) FILTER (WHERE symbol = 'S1') FROM t"), [[
      "20001",
      "7.25",
    ]]);
    const half = writer.insert("t", ["symbol", "price"], [["fine", 1], ["S1", 1]]);
    await assert.rejects(half);
    assert.deepEqual(await ask(store, "SELECT symbol FROM t WHERE symbol = 'fine'", ["string"]), []);
  }));

Deno.test("answers of concurrent readers and writers never mix in the one session", () =>
  withEmbedded(async (store, writer) => {
    await writer.execute(CREATE);
    const work = Array.from({ length: 60 }, async (_, index) => {
      if (index % 3 === 0) return await writer.upsert("t", ["symbol"], ["symbol", "price"], [["A", index]]);
      if (index % 7 === 0) return await assert.rejects(ask(store, "SELECT missing", ["string"]));
      assert.deepEqual(
        await ask(store, "SELECT $1::text, $2::bigint", ["string", "int64"], [`of ${index}`, index]),
        [
          [`of ${index}`, String(index)],
        ],
      );
    });
    await Promise.all(work);
  }));

Deno.test("a live server is read in the same way", () =>
  withServer(async (store, execute) => {
    await decodes(store);
    await execute(`${CREATE}; INSERT INTO t VALUES ('A', 1.5)`);
    await cannotWrite(store);
    assert.deepEqual(await store.describe(["public"]), DESCRIBED);
    await assert.rejects(ask(store, ENDLESS, ["decimal"]), { code: "query_timeout" });
    await store.ping();
  }));

Deno.test("the embedded live store does not go on for an asker who has left", () =>
  withEmbedded(async (store) => {
    const stop = new AbortController();
    const left = store.query({
      sql: ENDLESS,
      params: [],
      columns: columns("decimal"),
      profile: "widget",
      signal: stop.signal,
    });
    setTimeout(() => stop.abort(new Error("left")), 100);
    await assert.rejects(left, { message: "left" });
    const started = performance.now();
    assert.deepEqual(await ask(store, "SELECT 1", ["int64"]), [["1"]]);
    assert.ok(performance.now() - started < LIMITS.widget.timeoutMs / 2, "the statement ran on");
  }));

Deno.test("a live server does not go on for an asker who has left", async () => {
  const server = await startPostgres();
  const admin = connectPostgres({ url: server.url }, { maxConnections: 1 });
  const store = openLiveServer(server.url, LIMITS);
  const running = async () => {
    const [row] = await admin.unsafe(
      "SELECT count(*)::int AS n FROM pg_stat_activity WHERE state = 'active' AND query LIKE '%generate_series%' " +
        "AND pid <> pg_backend_pid()",
    );
    return row!.n as number;
  };
  try {
    const stop = new AbortController();
    const left = Array.from({ length: 7 }, () =>
      store.query({
        sql: ENDLESS,
        params: [],
        columns: columns("decimal"),
        profile: "widget",
        signal: stop.signal,
      }).catch((error) => error.message));
    await waitUntil("the statements", async () => await running() > 1);
    stop.abort(new Error("left"));
    assert.deepEqual(await Promise.all(left), Array(7).fill("left"));
    await waitUntil("the end of the statements", async () => await running() === 0, 5_000);
    await store.ping();
  } finally {
    await store.close();
    await admin.end();
    await server.close();
  }
});

Deno.test("a live server that is not there is store_unavailable", async () => {
  const store = openLiveServer("postgres://nobody@127.0.0.1:1/none", LIMITS);
  await assert.rejects(store.ping(), { code: "store_unavailable" });
  await store.close();
});

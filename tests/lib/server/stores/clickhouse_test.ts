import assert from "node:assert/strict";
import type { BoundParam, Column, TypeName } from "@/compiler/schema/types.ts";
import type { QueryProfile } from "@/lib/server/stores/profiles.ts";
import type { SqlStore, SqlWriter } from "@/lib/server/stores/types.ts";
import { startEmbeddedClickHouse } from "@/lib/server/stores/clickhouse/embedded.ts";
import { openClickHouseServer } from "@/lib/server/stores/clickhouse/server.ts";
import { openWriter } from "@/lib/server/stores/clickhouse/writer.ts";
import { type ClickHouseProxy, startClickHouseProxy } from "@/tests/support/clickhouse_proxy.ts";
import { freePort } from "@/tests/support/ports.ts";

const MEGABYTE = 1_000_000;
const LIMITS = {
  preview: { rows: 100, timeoutMs: 700, memoryBytes: 100 * MEGABYTE, rowsRead: 10_000_000 },
  widget: { rows: 1000, timeoutMs: 30_000, memoryBytes: 100 * MEGABYTE, rowsRead: 1_000_000_000 },
  export: { rows: 1000, timeoutMs: 30_000, memoryBytes: 100 * MEGABYTE, rowsRead: 1_000_000_000 },
};
const TENANT = { tenantId: "tenant-a" };
/** Computes for ever, block by block. */
const ENDLESS =
  "SELECT sum(number) AS n FROM (SELECT number FROM numbers(2000000) AS a CROSS JOIN numbers(2000000) AS b)";

const columns = (...types: TypeName[]): Column[] =>
  types.map((type, index) => ({ name: `c${index}`, type, nullable: true }));

/** The embedded engine, with something between that sees the requests and can break them off. */
async function withStore(
  work: (store: SqlStore, writer: SqlWriter, proxy: ClickHouseProxy) => Promise<void>,
): Promise<void> {
  const folder = await Deno.makeTempDir({ prefix: "flowforge-clickhouse-" });
  const { addresses, close } = await startEmbeddedClickHouse(`${folder}/data`);
  const proxy = startClickHouseProxy(addresses.reader.url);
  const writer = openWriter(addresses.writer);
  const store = openClickHouseServer({ ...addresses.reader, url: proxy.url }, LIMITS);
  try {
    await work(store, writer, proxy);
  } finally {
    await store.close();
    await writer.close();
    await proxy.close();
    await close();
    await Deno.remove(folder, { recursive: true });
  }
}

function ask(store: SqlStore, sql: string, types: TypeName[], options: {
  params?: BoundParam[];
  profile?: QueryProfile;
  signal?: AbortSignal;
} = {}) {
  const { params = [], profile = "preview", signal } = options;
  return store.query({ sql, params, columns: columns(...types), profile, asker: TENANT, signal });
}

Deno.test("query() decodes every type without losing a digit", () =>
  withStore(async (store) => {
    const cases: readonly [string, TypeName, unknown][] = [
      ["toInt64('9223372036854775807')", "int64", "9223372036854775807"],
      ["toUInt64('18446744073709551615')", "int64", "18446744073709551615"],
      ["toUInt8(200)", "int64", "200"],
      [
        "toInt128('-170141183460469231731687303715884105728')",
        "decimal",
        "-170141183460469231731687303715884105728",
      ],
      ["toDecimal32('-0.0500', 4)", "decimal", "-0.05"],
      ["toDecimal64('123456789012.345678', 6)", "decimal", "123456789012.345678"],
      [
        "toDecimal128('-99999999999999999999999999999999.999999', 6)",
        "decimal",
        "-99999999999999999999999999999999.999999",
      ],
      ["toDecimal256('1.10', 40)", "decimal", "1.1"],
      ["toDecimal64('-0.00', 2)", "decimal", "0"],
      ["toFloat64(0.1)", "float64", 0.1],
      ["toFloat32(0.5)", "float64", 0.5],
      ["nan", "float64", null],
      ["-inf", "float64", null],
      ["toDecimal64('2.5', 3)", "float64", 2.5],
      ["toDate('2024-02-29')", "date", "2024-02-29"],
      ["toDate32('1900-01-01')", "date", "1900-01-01"],
      ["toDateTime('2024-01-31 09:30:00', 'America/New_York')", "datetime", "2024-01-31T14:30:00.000Z"],
      ["toDateTime64('1969-12-31 23:59:59.9999', 4, 'UTC')", "datetime", "1969-12-31T23:59:59.999Z"],
      [
        "toDateTime64('2239-12-31 00:00:00.123456789', 9, 'UTC')",
        "datetime",
        "2239-12-31T00:00:00.123Z",
      ],
      ["toDate('2024-01-31')", "datetime", "2024-01-31T00:00:00.000Z"],
      ["true", "boolean", true],
      ["toUInt8(0)", "boolean", false],
      ["NULL", "string", null],
      ["CAST(NULL AS Nullable(Int64))", "int64", null],
      ["CAST('se''ll' AS Enum8('b,u(y' = -1, 'se''ll' = 2))", "string", "se'll"],
      ["toLowCardinality(toNullable('x'))", "string", "x"],
      ["toFixedString('ab', 4)", "string", "ab"],
      ["toUUID('61f0c404-5cb3-11e7-907b-a6006ad3dba0')", "string", "61f0c404-5cb3-11e7-907b-a6006ad3dba0"],
      ["'tab\\t quote\\' back\\\\ \\0 🙂'", "string", "tab\t quote' back\\ \0 🙂"],
    ];
    const sql = `SELECT ${cases.map(([expression], index) => `${expression} AS c${index}`).join(", ")}`;
    const [row] = await ask(store, sql, cases.map(([, type]) => type));
    for (const [index, [expression, , expected]] of cases.entries()) {
      assert.equal(row![index], expected, expression);
    }
  }));

Deno.test("stream() gives the rows that query() gives", () =>
  withStore(async (store) => {
    const sql = "SELECT number + 9007199254740993, toString(number), toDecimal64(number, 3) / 8, " +
      "toFloat64(number) / 3, if(number % 3 = 0, NULL, toDateTime64(number, 3, 'UTC')) FROM numbers(30000)";
    const query = {
      sql,
      params: [],
      columns: columns("int64", "string", "decimal", "float64", "datetime"),
      profile: "export",
      asker: { tenantId: "a" },
    } as const;
    const rows = [];
    for await (const part of store.stream(query)) rows.push(...part);
    assert.deepEqual(rows, await store.query(query));
    assert.equal(rows.length, 30_000);
    assert.equal(rows[2]![0], "9007199254740995");
  }));

Deno.test("query() gives bound values back as they were", () =>
  withStore(async (store) => {
    for (const value of ["it's", "a\\b", "tab\there", "line\nbreak", "`{p:String}`", "-- /* ;", "🙂", ""]) {
      const params = [{ name: "p", type: "String", value }];
      assert.deepEqual(await ask(store, "SELECT {p:String} AS c", ["string"], { params }), [[value]]);
    }
    const params = [{ name: "p", type: "Array(String)", value: ["a'b", "c\\", "d\te"] }];
    assert.deepEqual(await ask(store, "SELECT arrayJoin({p:Array(String)}) AS c", ["string"], { params }), [
      ["a'b"],
      ["c\\"],
      ["d\te"],
    ]);
  }));

Deno.test("query() ends at each limit with words of its own", () =>
  withStore(async (store) => {
    const cases: readonly [string, string, RegExp][] = [
      [
        ENDLESS,
        "query_timeout",
        /^Cannot finish the preview: it ran longer than 0\.7 s\. Add a filter or a limit\.$/,
      ],
      [
        "SELECT length(groupArray((number, number))) AS n FROM numbers(9900000)",
        "query_memory",
        /more than 100 MB/,
      ],
      ["SELECT count() AS n FROM numbers(10000001)", "query_failed", /more than 10 million rows/],
      ["SELECT missing AS n", "query_failed", /the store refused it/],
    ];
    for (const [sql, code, detail] of cases) {
      // Memory runs out before the patience of a preview only where nothing else runs.
      const profile = code === "query_memory" ? "widget" : "preview";
      await assert.rejects(
        ask(store, sql, ["int64"], { profile }),
        (error: { code: string; detail: string }) => {
          assert.equal(error.code, code, sql);
          assert.match(error.detail, detail);
          return true;
        },
      );
    }
    await assert.rejects(
      ask(store, "SELECT 1, 2", ["int64"]),
      { code: "query_failed" },
      "undeclared columns",
    );
  }));

Deno.test("a failed query leaves nothing behind for the next caller, of anyone, with several in flight", () =>
  withStore(async (store) => {
    const failing = "SELECT throwIf(number = 900000, 'stop') + number AS n FROM numbers(1000000)";
    for (let round = 0; round < 4; round++) {
      const failures = [ENDLESS, failing, failing, failing].map((sql) =>
        ask(store, sql, ["int64"]).then(() => "done", () => "failed")
      );
      const answers = Array.from(
        { length: 40 },
        (_, index) => ask(store, `SELECT ${index} AS n, 'of ${index}' AS t`, ["int64", "string"]),
      );
      assert.deepEqual(
        await Promise.all(answers),
        answers.map((_, index) => [[String(index), `of ${index}`]]),
      );
      assert.deepEqual(await Promise.all(failures), ["failed", "failed", "failed", "failed"]);
    }
  }));

Deno.test("an abort releases the caller at once and the place when the engine has stopped", () =>
  withStore(async (store) => {
    const stop = new AbortController();
    const running = [1, 2, 3].map(() => ask(store, ENDLESS, ["int64"], { signal: stop.signal }));
    const waiting = ask(store, "SELECT 1 AS n", ["int64"]);
    setTimeout(() => stop.abort(new Error("left")), 50);
    for (const one of running) await assert.rejects(one, { message: "left" });
    assert.deepEqual(await waiting, [["1"]]);
    await assert.rejects(ask(store, "SELECT 1", ["int64"], { signal: stop.signal }), { message: "left" });
  }));

Deno.test("a full queue refuses at once and recovers", () =>
  withStore(async (store) => {
    const stop = new AbortController();
    const many = Array.from({ length: 210 }, () =>
      ask(store, ENDLESS, ["int64"], { signal: stop.signal }).catch((error) => error));
    const refused = await Promise.race(many);
    assert.equal(refused.code, "busy");
    assert.ok(refused.options.retryAfterMs > 0);
    stop.abort(new Error("left"));
    await Promise.all(many);
    assert.deepEqual(await ask(store, "SELECT 1 AS n", ["int64"]), [["1"]]);
  }));

Deno.test("readers cannot write, reach files or the network, or change a setting", () =>
  withStore(async (store, writer) => {
    await writer.execute("CREATE DATABASE d");
    await writer.execute("CREATE TABLE d.t (a Int64) ENGINE = MergeTree ORDER BY a");
    await writer.insert("d.t", ["a"], [[1], [2]]);
    const target = await Deno.makeTempFile();
    await Deno.remove(target);
    const forbidden = [
      "INSERT INTO d.t VALUES (3)",
      "DROP TABLE d.t",
      "TRUNCATE TABLE d.t",
      "ALTER TABLE d.t DELETE WHERE 1",
      "CREATE TABLE d.u (a Int8) ENGINE = Memory",
      "CREATE TEMPORARY TABLE u (a Int8) ENGINE = Memory",
      "SELECT * FROM file('/etc/hostname', 'LineAsString')",
      "SELECT * FROM url('http://127.0.0.1:1/', 'LineAsString')",
      "SELECT * FROM executable('id', 'LineAsString', 'line String')",
      "SELECT 1 SETTINGS max_execution_time = 0",
      "SELECT 1 SETTINGS readonly = 0",
      "SET readonly = 0",
      "SET max_execution_time = 0",
      `SELECT 1 INTO OUTFILE '${target}'`,
      `SELECT 1 INTO/**/OUTFILE '${target}'`,
    ];
    for (const profile of ["preview", "widget"] as const) {
      for (const sql of forbidden) {
        await assert.rejects(ask(store, sql, ["string"], { profile }), { code: "query_failed" }, sql);
      }
    }
    assert.deepEqual(await writer.read("SELECT count() FROM d.t"), [["2"]]);
    assert.deepEqual(await ask(store, "SELECT 'INTO OUTFILE' AS `outfile`", ["string"]), [["INTO OUTFILE"]]);
    await assert.rejects(Deno.stat(target), Deno.errors.NotFound);
  }));

Deno.test("describe() maps the engine's types and finds symbol column and event time", () =>
  withStore(async (store, writer) => {
    await writer.execute("CREATE DATABASE d");
    await writer.execute(
      "CREATE TABLE d.t (symbol LowCardinality(String), side Enum8('buy' = 1), price Decimal(18, 6), size Nullable(UInt64), " +
        "at DateTime64(3, 'UTC'), tags Array(String), total SimpleAggregateFunction(sum, Float64)) ENGINE = MergeTree ORDER BY symbol",
    );
    await writer.execute("CREATE TABLE d.other (symbol Int64, event_time String) ENGINE = Memory");
    await writer.execute("CREATE TABLE d.bars (bucket Date, updated_at DateTime) ENGINE = Memory");
    const tables = await store.describe(["d", "nothing"]);
    assert.deepEqual(
      tables.map(({ table, symbolColumn, eventTime }) => [table, symbolColumn, eventTime]),
      [["bars", undefined, "bucket"], ["other", undefined, undefined], ["t", "symbol", undefined]],
    );
    assert.deepEqual(
      tables[2]!.columns.map((column) => [column.name, column.type, column.nullable, column.storeType]),
      [
        ["symbol", "string", false, "LowCardinality(String)"],
        ["side", "string", false, "Enum8('buy' = 1)"],
        ["price", "decimal", false, "Decimal(18, 6)"],
        ["size", "decimal", true, "Nullable(UInt64)"],
        ["at", "datetime", false, "DateTime64(3, 'UTC')"],
        ["total", "float64", false, "SimpleAggregateFunction(sum, Float64)"],
      ],
    );
    assert.deepEqual([tables[2]!.columns[2]!.precision, tables[2]!.columns[2]!.scale], [18, 6]);
  }));

Deno.test("a writer survives its own errors and takes ISO times", () =>
  withStore(async (store, writer) => {
    await writer.execute(
      "CREATE TABLE default.t (at DateTime64(3, 'UTC'), price Decimal(18, 6)) ENGINE = MergeTree ORDER BY at",
    );
    await assert.rejects(writer.execute("CREATE TABLE default.t (a Int8) ENGINE = Memory"));
    await writer.insert("t", ["at", "price"], [["2026-01-02T03:04:05.678Z", "1.5"], [
      "2026-01-02 03:04:05",
      2,
    ]]);
    assert.deepEqual(await ask(store, "SELECT at, price FROM t ORDER BY price", ["datetime", "decimal"]), [
      ["2026-01-02T03:04:05.678Z", "1.5"],
      ["2026-01-02T03:04:05.000Z", "2"],
    ]);
  }));

Deno.test("every statement is read-only and carries its limits", () =>
  withStore(async (store, writer, proxy) => {
    await writer.execute("CREATE TABLE default.t (a Int64) ENGINE = MergeTree ORDER BY a");
    for (
      const sql of ["INSERT INTO t VALUES (3)", "DROP TABLE t", "SELECT 1 SETTINGS max_execution_time = 0"]
    ) {
      await assert.rejects(ask(store, sql, ["int64"]), { code: "query_failed" }, sql);
    }
    assert.deepEqual(await writer.read("SELECT count() FROM default.t"), [["0"]]);
    await ask(store, "SELECT 1 AS n", ["int64"]);
    const sent = Object.fromEntries(proxy.requests.at(-1)!);
    assert.deepEqual([
      sent.wait_end_of_query,
      sent.readonly,
      sent.max_execution_time,
      sent.max_memory_usage,
      sent.max_rows_to_read,
    ], [
      "1",
      "1",
      "0.7",
      "100000000",
      "10000000",
    ]);
  }));

Deno.test("an answer that breaks off is discarded whole", () =>
  withStore(async (store, _writer, proxy) => {
    const many = "SELECT number AS n FROM numbers(100000)";
    assert.equal((await ask(store, many, ["int64"], { profile: "widget" })).length, 100_000);
    proxy.breakOff(1);
    await assert.rejects(ask(store, many, ["int64"], { profile: "widget" }), { code: "store_unavailable" });
    assert.deepEqual(await ask(store, "SELECT 7 AS n", ["int64"]), [["7"]]);
  }));

Deno.test("a server that is not there is store_unavailable", async () => {
  const url = `http://127.0.0.1:${freePort()}`;
  const store = openClickHouseServer({ url, database: "default", user: "default", password: "" }, LIMITS);
  await assert.rejects(store.ping(), { code: "store_unavailable" });
  await store.close();
});

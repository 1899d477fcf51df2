import assert from "node:assert/strict";
import fc from "fast-check";
import { literal, setStatement, useStatement } from "@/lib/server/stores/clickhouse/engine/settings.ts";
import type { ClickHouseClient } from "@/lib/server/stores/clickhouse/http_client.ts";
import { parameterText } from "@/lib/server/stores/clickhouse/parameter_text.ts";
import { decodeAnyRows } from "@/lib/server/stores/clickhouse/row_binary.ts";
import { sendStatement } from "@/lib/server/stores/clickhouse/statement.ts";
import { withEngine } from "./support.ts";

const HOSTILE = [
  "",
  "'",
  "''",
  "\\",
  "\\'",
  "\\\\'",
  "'; DROP TABLE t; --",
  "\\'; DROP TABLE t; --",
  "' OR 1 = 1 /*",
  "*/ */ -- #",
  "{p1:String}",
  '`"$$',
  "\\N",
  "NULL",
  "DEFAULT",
  "\\0\\t\\n\\x27\\u0027",
  "\0",
  "a\0b\0'",
  "\t\n\r\b\f\v\x1b",
  "line\r\n--\nbreak",
  "🙂 ﬀ ЖЖ 中",
  "\u2028\u2029\ufeff",
  "’ʼ＇",
  "%27%00&param_p1=x&readonly=0",
  "[1,2]",
  "['a','b']",
  "1e999",
];

async function back(reader: ClickHouseClient, type: string, value: unknown, select = `{p1:${type}}`) {
  const params = [{ name: "p1", type, value }];
  const rows = decodeAnyRows(await sendStatement(reader, { sql: `SELECT ${select} AS c`, params }));
  return rows.map(([cell]) => cell);
}

/** Half a pair of surrogates is no text: it becomes the sign for what cannot be shown, everywhere. */
const anyText = fc.oneof(
  fc.string({ unit: "binary", maxLength: 30 }),
  fc.string({ unit: "grapheme", maxLength: 30 }),
  fc.string({
    unit: fc.constantFrom("'", "\\", "\0", "\t", "\n", "N", "\ud800", "\udc00", "{", "`"),
    maxLength: 12,
  }),
  fc.constantFrom(...HOSTILE),
);

Deno.test("hostile texts come back as they were, alone and in lists", () =>
  withEngine(async ({ reader }) => {
    for (const value of HOSTILE) assert.deepEqual(await back(reader, "String", value), [value]);
    assert.deepEqual(await back(reader, "Array(String)", HOSTILE, "arrayJoin({p1:Array(String)})"), HOSTILE);
    for (const value of HOSTILE) {
      const nullable = await back(
        reader,
        "Array(Nullable(String))",
        [value, null],
        "arrayJoin({p1:Array(Nullable(String))})",
      );
      assert.deepEqual(nullable, [value, null]);
    }
  }));

Deno.test("any text comes back as it was", () =>
  withEngine(async ({ reader }) => {
    const parameters = { numRuns: 250 };
    await fc.assert(
      fc.asyncProperty(anyText, fc.array(anyText, { maxLength: 4 }), async (value, list) => {
        assert.deepEqual(await back(reader, "String", value), [value.toWellFormed()]);
        const items = await back(reader, "Array(String)", list, "arrayJoin({p1:Array(String)})");
        assert.deepEqual(items, list.map((item) => item.toWellFormed()));
      }),
      parameters,
    );
  }));

Deno.test("values of every type come back as they were", () =>
  withEngine(async ({ reader }) => {
    const cases: readonly (readonly [type: string, value: unknown, expected: unknown])[] = [
      ["Int64", "-9223372036854775808", "-9223372036854775808"],
      ["UInt64", 18446744073709551615n, "18446744073709551615"],
      ["Int64", 42, "42"],
      ["Float64", 0.1, 0.1],
      ["Float64", -1e-300, -1e-300],
      ["Float64", Number.POSITIVE_INFINITY, null],
      ["Float64", Number.NaN, null],
      [
        "Decimal(38, 6)",
        "-99999999999999999999999999999999.999999",
        "-99999999999999999999999999999999.999999",
      ],
      ["Bool", true, true],
      ["Bool", false, false],
      ["Date32", "1900-01-01", "1900-01-01"],
      ["DateTime64(3, 'UTC')", "2024-02-29 23:59:59.999", "2024-02-29T23:59:59.999Z"],
      ["Nullable(String)", null, null],
      ["Nullable(Int64)", null, null],
      ["UUID", "61f0c404-5cb3-11e7-907b-a6006ad3dba0", "61f0c404-5cb3-11e7-907b-a6006ad3dba0"],
    ];
    for (const [type, value, expected] of cases) {
      assert.deepEqual(await back(reader, type, value), [expected], type);
    }
    const lists: readonly (readonly [type: string, value: unknown[], expected: unknown[]])[] = [
      ["Int64", [1n, -2], ["1", "-2"]],
      ["Float64", [0.5, -2], [0.5, -2]],
      ["Bool", [true, false], [true, false]],
      ["Date", ["2024-02-29"], ["2024-02-29"]],
      ["Nullable(Decimal(18, 6))", [1.5, null], ["1.5", null]],
      ["DateTime64(3, 'UTC')", ["2024-02-29 23:59:59.999"], ["2024-02-29T23:59:59.999Z"]],
    ];
    for (const [type, value, expected] of lists) {
      const select = `arrayJoin({p1:Array(${type})})`;
      assert.deepEqual(await back(reader, `Array(${type})`, value, select), expected, type);
    }
  }));

Deno.test("a value that no parameter can have is refused", () => {
  for (const value of [{}, Symbol("x"), () => 1, [{}]]) assert.throws(() => parameterText(value), TypeError);
});

Deno.test("names and literals of the prepared connection cannot break out", () => {
  assert.equal(literal("a'b\\c\0"), "'a\\'b\\\\c\\0'");
  assert.equal(useStatement("a`b\\"), "USE `a\\`b\\\\`;\n");
  assert.equal(setStatement({}), "");
  for (const name of ["a b", "a=1,", "", "1a", "a'b", "a\n"]) {
    assert.throws(() => setStatement({ [name]: "1" }), SyntaxError, name);
  }
});

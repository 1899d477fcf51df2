/** What filters make of values: times in every ISO form, exact numbers, case beyond ASCII, lists, rolling periods. */
import assert from "node:assert/strict";
import { type CatalogTable, compile } from "@/compiler/mod.ts";
import { type Engine, openClickHouse, openPostgres } from "./support/engines.ts";
import { chain, node } from "./support/graphs.ts";

const table: CatalogTable = {
  database: "flowforge",
  table: "values",
  store: "clickhouse",
  columns: [
    { name: "id", type: "int64", nullable: false },
    { name: "at", type: "datetime", nullable: true },
    { name: "day", type: "date", nullable: true },
    { name: "rate", type: "float64", nullable: true },
    { name: "text", type: "string", nullable: true },
    { name: "exact", type: "decimal", nullable: true },
    { name: "flag", type: "boolean", nullable: true },
  ],
};

const rows = [
  [1, "2024-01-31 00:00:00.000", "2024-01-31", 0.1, "É", "0.1", true],
  [2, "2024-01-31 09:30:00.123", "1970-01-01", 1e300, "é", "123456789012.123456", false],
  [3, "1969-12-31 23:59:59.999", "2024-02-29", -0.5, "ΟΔΟΣ", "-0.000001", null],
  [4, null, null, null, null, null, null],
  [5, "2024-02-01 00:00:00.000", "2100-01-01", 9007199254740992, "a\nb", "5", true],
  [6, "2023-01-01 00:00:00.000", "2000-01-01", 3, "straße", "6.5", true],
  [7, "2024-01-31 23:59:59.999", null, null, null, null, null],
  [8, "2299-12-31 23:59:59.999", null, null, null, null, null],
] as const;

type Meaning = readonly [
  column: string,
  operator: string,
  operand: unknown,
  ids: readonly number[],
  more?: Readonly<Record<string, unknown>>,
];

const MOMENT = [2];
const forms: readonly Meaning[] = [
  "2024-01-31T09:30:00.123Z",
  "2024-01-31T09:30:00,123Z",
  "2024-01-31t09:30:00.123z",
  "2024-01-31 09:30:00.123",
  "2024-01-31T09:30:00.123456789012Z",
  "2024-01-31T10:30:00.123+01:00",
  "2024-01-31T10:30:00.123+0100",
  "2024-01-31T10:30:00.123+01",
  "2024-01-30T23:30:00.123-10",
  "20240131T093000.123Z",
  "20240131T103000,123+0100",
].map((text) => ["at", "=", text, MOMENT]);

const MEANINGS: readonly Meaning[] = [
  ...forms,
  ["at", "=", "2024-01-31T24:00:00Z", [5]],
  ["at", "=", "2024-02-01T00Z", [5]],
  ["at", "=", "20240201", [5]],
  // A date alone means its day.
  ["at", "=", "2024-01-31", [1, 2, 7]],
  ["at", "=", "1969-12-31", [3]],
  ["at", "=", "2299-12-31", [8]],
  ["at", "!=", "2024-01-31", [3, 5, 6, 8]],
  ["at", "!=", "2299-12-31", [1, 2, 3, 5, 6, 7]],
  ["at", ">", "2024-01-31", [5, 8]],
  ["at", ">", "2299-12-31", []],
  ["at", "after", "2024-01-31", [5, 8]],
  ["at", ">=", "2024-01-31", [1, 2, 5, 7, 8]],
  ["at", "<", "2024-01-31", [3, 6]],
  ["at", "before", "2024-01-31", [3, 6]],
  ["at", "<=", "2024-01-31", [1, 2, 3, 6, 7]],
  ["at", "<=", "2299-12-31", [1, 2, 3, 5, 6, 7, 8]],
  ["at", "between", ["2024-01-31", "2024-01-31"], [1, 2, 7]],
  ["at", "between", ["2024-01-31", "2024-01-30"], []],
  ["at", "between", ["2024-01-31T00:00:00.001Z", "2024-01-31"], [2, 7]],
  ["at", "between", ["20240131", "2024-01-31T09:30:00.123Z"], [1, 2]],
  ["at", "in", ["2024-01-31"], [1, 2, 7]],
  ["at", "in", ["1969-12-31", "2299-12-31", "2024-02-01T00:00:00Z"], [3, 5, 8]],
  ["at", "in", ["2024-01-31", "2024-01-31T09:30:00.123Z"], [1, 2, 7]],
  ["at", "in", ["2024-01-31T09:30:00.123Z", "2024-02-01 00:00"], [2, 5]],
  ["at", "not_in", ["2024-01-31"], [3, 5, 6, 8]],
  ["at", "not_in", ["2024-01-31", "2024-02-01T01:00+01"], [3, 6, 8]],
  ["at", "between", ["2024-01-31", "2024-02-01"], [1, 2, 5, 7]],
  ["at", "after", undefined, [2, 6], { other_column: "day" }],
  ["day", "in", ["2024-01-31", "1970-01-01T00:00:00Z"], [1, 2]],
  ["day", "in", ["1900-01-01", "2250-01-01"], []],
  ["day", "between", ["1970-01-01T00:00:00.001Z", "2024-01-31"], [1, 6]],
  ["day", ">", "1900-01-01", [1, 2, 3, 5, 6]],
  ["day", "=", undefined, [1], { other_column: "at" }],
  ["at", "last_n", { size: 1, unit: "day" }, [2, 5, 7]],
  ["at", "last_n", { size: 1, unit: "month" }, [1, 2, 5, 7]],
  ["day", "last_n", { size: 1, unit: "day" }, []],
  ["day", "last_n", { size: 2, unit: "day" }, [1]],
  ["at", "last_n", { size: 200, unit: "year" }, [1, 2, 3, 5, 6, 7]],
  ["at", "last_n", { size: 1_000_000_000, unit: "year" }, [1, 2, 3, 5, 6, 7]],
  ["at", "last_n", { size: 1_000_000_000, unit: "second" }, [1, 2, 5, 6, 7]],
  ["rate", "=", 0.1, [1]],
  ["rate", "=", "0.1", [1]],
  ["rate", "in", [0.1, 1e300, "3"], [1, 2, 6]],
  ["exact", "=", "5.0", [5]],
  ["exact", ">", ".5", [2, 5, 6]],
  ["exact", "<", 1e-7, [3]],
  ["exact", ">", "-0.0000001", [1, 2, 5, 6]],
  ["exact", "in", ["5.0", 6.5, "0.10000000000000000000"], [1, 5, 6]],
  ["exact", "in", ["0.10000001"], []],
  ["exact", "<", "99999999999999999999999999999999999999", [1, 2, 3, 5, 6]],
  ["id", "between", [1.5, "3.5"], [2, 3]],
  ["id", "in", [1.5, "2.0", 3], [2, 3]],
  ["id", "=", "1e0", [1]],
  ["id", "=", undefined, [5], { other_column: "exact" }],
  ["text", "=", "é", [1, 2], { ignore_case: true }],
  ["text", "in", ["É"], [1, 2], { ignore_case: true }],
  ["text", "in", ["ΟΔΟΣ", "STRASSE"], [3], { ignore_case: true }],
  ["text", "in", ["A\nB", "ΟΔΟΣ"], [3, 5], { ignore_case: true }],
  ["text", "not_in", ["É"], [3, 5, 6], { ignore_case: true }],
  ["text", "not_in", ["É", "A\nB"], [3, 6], { ignore_case: true }],
  ["text", "ends_with", "É", [1, 2], { ignore_case: true }],
  ["text", "starts_with", "οδ", [3], { ignore_case: true }],
  ["text", ">", "z", [1, 2, 3]],
  ["text", "between", ["a", "t"], [5, 6]],
  ["text", "matches", "a.b", [5]],
  ["text", "matches", "a$", []],
  ["text", "matches", "(?i)^É$", [1, 2]],
  ["flag", "=", undefined, [1, 2, 5, 6], { other_column: "flag" }],
];

function statement(engine: Pick<Engine, "dialect">, condition: Readonly<Record<string, unknown>>) {
  const graph = chain(
    node("a", "data_source", { database: table.database, table: table.table }),
    node("w", "filter", { logic: "and", conditions: [condition] }),
    node("s", "sort", { keys: [{ column: "id", direction: "asc" }] }),
    node("t", "select", { columns: ["id"] }),
  );
  return compile(graph, "t", { catalog: { tables: [table] }, dialect: engine.dialect, now: "2024-02-01" });
}

for (const open of [openClickHouse, openPostgres]) {
  Deno.test({
    name: `values of filters: ${open === openClickHouse ? "ClickHouse" : "PostgreSQL"}`,
    sanitizeOps: false,
    sanitizeResources: false,
    async fn() {
      const engine = await open();
      try {
        await engine.fill(table, rows);
        for (const [column, operator, value, ids, more] of MEANINGS) {
          const condition = { column, operator, ...(value === undefined ? {} : { value }), ...more };
          const compiled = statement(engine, condition);
          assert.ok(compiled.ok, JSON.stringify(compiled));
          assert.deepEqual((await engine.run(compiled)).flat(), ids.map(String), JSON.stringify(condition));
        }
      } finally {
        await engine.close();
      }
    },
  });
}

Deno.test("a value that cannot be read is a problem of its condition, in words", () => {
  const cases: readonly (readonly [string, string, unknown, string, RegExp])[] = [
    ["at", "=", "2024-02-30", "invalid_value", /"at" \(datetime\) with "2024-02-30": a day that exists/],
    ["at", "=", "2024-01-31T25:00", "invalid_value", /a time that exists/],
    ["at", "=", "2024-01-31T24:00:01", "invalid_value", /a time that exists/],
    ["at", "=", "2024-01-31T00:00:00+99:99", "invalid_value", /a time that exists/],
    ["at", "=", "1900-01-01T00:00:00+05:00", "invalid_value", /a year from 1900 to 2299/],
    ["at", "=", 1706693400, "invalid_value", /with 1706693400: an ISO 8601 date or time/],
    ["id", "=", "five", "invalid_value", /"id" \(int64\) with "five": a number/],
    ["id", "=", ".", "invalid_value", /a number/],
    ["id", "=", 10n ** 40n, "invalid_value", /at most 38 digits/],
    ["rate", "=", NaN, "invalid_value", /a number/],
    ["flag", "=", "true", "invalid_value", /with "true": true or false/],
    ["text", "=", 5, "invalid_value", /with 5: text/],
    ["text", "=", null, "invalid_value", /no value is given/],
    ["id", "between", [1], "invalid_value", /list of two values/],
    ["id", "between", [1, null], "invalid_value", /one of the two values is missing/],
    ["id", "in", 5, "invalid_value", /a list of values/],
    ["id", "in", [1, null], "invalid_value", /nothing in a list/],
    ["id", "not_in", Array.from({ length: 10_001 }, () => 1), "too_large", /10001 values: at most 10000/],
    ["at", "last_n", { size: 1_000_000_001, unit: "day" }, "too_large", /1000000000/],
    ["at", "last_n", { size: 0, unit: "day" }, "invalid_value", /size above 0/],
    ["at", "last_n", { size: 1, unit: "days" }, "invalid_value", /unit/],
    ["text", "matches", "(", "invalid_pattern", /"\)" is missing/],
  ];
  for (const [column, operator, value, code, message] of cases) {
    const compiled = statement({ dialect: "clickhouse" }, { column, operator, value });
    assert.ok(!compiled.ok, `${operator} ${String(value)}`);
    const [problem] = compiled.problems;
    assert.deepEqual(
      [compiled.problems.length, problem?.code, problem?.nodeId, problem?.field],
      [1, code, "w", "conditions[0].value"],
    );
    assert.match(problem?.message ?? "", message);
  }
});

Deno.test("an operator that does not go with its column comes with those that do", () => {
  const cases: readonly (readonly [Readonly<Record<string, unknown>>, string, string, RegExp])[] = [
    [
      { column: "flag", operator: ">", value: true },
      "invalid_operator",
      "operator",
      /=, !=, in, not_in, is_null/,
    ],
    [{ column: "id", operator: "contains", value: "1" }, "invalid_operator", "operator", /between/],
    [{ column: "id" }, "missing_setting", "operator", /Choose one of =, /],
    [{ column: "id", operator: "equals", value: 1 }, "invalid_operator", "operator", /Choose one of =, /],
    [{ column: "text", operator: "contain", value: "1" }, "invalid_operator", "operator", /"contains"/],
    [{ column: "txet", operator: "=", value: "1" }, "unknown_column", "column", /"text"/],
    [
      { column: "id", operator: "in", other_column: "rate" },
      "invalid_operator",
      "operator",
      /Between columns/,
    ],
    [{ column: "id", operator: "=", other_column: "ratee" }, "unknown_column", "other_column", /"rate"/],
    [{ column: "id", operator: "=", other_column: "text" }, "wrong_type", "other_column", /Convert/],
  ];
  for (const [condition, code, field, hint] of cases) {
    const compiled = statement({ dialect: "clickhouse" }, condition);
    assert.ok(!compiled.ok);
    const [problem] = compiled.problems;
    assert.deepEqual([problem?.code, problem?.nodeId, problem?.field], [code, "w", `conditions[0].${field}`]);
    assert.match(problem?.hint ?? "", hint);
  }
});

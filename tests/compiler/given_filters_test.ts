/** A dashboard's filter over tables that give its column different types: each table reads the value as its own. */
import assert from "node:assert/strict";
import { type CatalogTable, compile, type CompileOptions, readGiven, type TypeName } from "@/compiler/mod.ts";
import { type Engine, openClickHouse, openPostgres } from "./support/engines.ts";
import { graph, node } from "./support/graphs.ts";

const table = (name: string, id: TypeName): CatalogTable => ({
  database: "flowforge",
  table: name,
  store: "clickhouse",
  columns: [{ name: "id", type: id, nullable: true }, { name: name, type: "int64", nullable: false }],
});
const TABLES: readonly (readonly [CatalogTable, readonly (readonly unknown[])[]])[] = [
  [table("number", "int64"), [[5, 1], [6, 2], [null, 3]]],
  [table("text", "string"), [["5", 10], ["x", 20], ["true", 30], [null, 40]]],
  [table("flag", "boolean"), [[true, 100], [false, 200], [null, 300]]],
];
const catalog = { tables: TABLES.map(([each]) => each) };

/** Every row of every table, as one number. */
const everyRow = graph(
  [
    ...catalog.tables.map((each) =>
      node(each.table, "data_source", { database: "flowforge", table: each.table })
    ),
    node("nf", "union", {
      columns: [{ as: "n", left: "number", right: "flag" }],
    }),
    node("t", "union", { columns: [{ as: "n", left: "n", right: "text" }] }),
    node("s", "sort", { keys: [{ column: "n", direction: "asc" }] }),
  ],
  ["number > nf.left", "flag > nf.right", "nf > t.left", "text > t.right", "t > s"],
);

type Filter = NonNullable<CompileOptions["filters"]>[number];

const written = (engine: Pick<Engine, "dialect">, filter: Filter, target = "s") =>
  compile(everyRow, target, { catalog, dialect: engine.dialect, filters: [filter] });

const MEANINGS:
  readonly (readonly [operator: string, value: unknown, rows: readonly number[], warned: number])[] = [
    ["=", 5, [1, 10], 1],
    ["=", "5", [1, 10], 1],
    ["=", "x", [20], 2],
    ["=", true, [30, 100], 1],
    ["=", " TRUE ", [100], 1],
    ["!=", "5", [2, 20, 30, 100, 200], 1],
    ["in", [5, "6"], [1, 2, 10], 1],
    ["in", ["5", "x"], [1, 10, 20], 2],
    ["in", ["6", "x", "true"], [2, 20, 30, 100], 2],
    ["in", ["y", "z"], [], 2],
    ["not_in", ["5", "x"], [2, 30, 100, 200], 2],
    ["not_in", ["y"], [1, 2, 10, 20, 30, 100, 200], 2],
    ["!=", "x", [1, 2, 10, 30, 100, 200], 2],
    ["in", ["5,6"], [1, 2], 1],
    ["between", ["5,6"], [1, 2], 2],
    ["contains", "5", [10], 2],
    [">=", "5", [1, 2, 10, 20, 30], 1],
    ["is_null", undefined, [3, 40, 300], 0],
    ["is_true", undefined, [100], 2],
  ];

for (const open of [openClickHouse, openPostgres]) {
  Deno.test({
    name: `a filter over several types: ${open === openClickHouse ? "ClickHouse" : "PostgreSQL"}`,
    sanitizeOps: false,
    sanitizeResources: false,
    async fn() {
      const engine = await open();
      try {
        for (const [each, rows] of TABLES) await engine.fill(each, rows);
        for (const [operator, value, rows, warned] of MEANINGS) {
          const compiled = written(engine, { column: "id", operator, value });
          assert.ok(compiled.ok, JSON.stringify(compiled));
          const about = JSON.stringify([operator, value]);
          assert.deepEqual((await engine.run(compiled)).flat(), rows.map(String), about);
          assert.equal(compiled.warnings?.length ?? 0, warned, about);
          const [applied] = compiled.filters?.applied ?? [];
          const said = compiled.warnings?.map(({ message, hint }) => `${message} ${hint}`) ?? [];
          assert.deepEqual(applied?.notes ?? [], [...new Set(said)], about);
          for (const { field, hint } of compiled.warnings ?? []) {
            assert.deepEqual([field, hint?.slice(0, 6)], ["filters[0]", "No row"]);
          }
        }
      } finally {
        await engine.close();
      }
    },
  });
}

Deno.test("a filter that no table can read is refused, never left out", () => {
  const cases: readonly (readonly [string, Filter])[] = [
    ["number", { column: "id", operator: "=", value: "x" }],
    ["flag", { column: "id", operator: "=", value: "yes" }],
    ["nf", { column: "id", operator: "=", value: "x" }],
    ["nf", { column: "id", operator: "contains", value: "5" }],
    ["text", { column: "id", operator: "matches", value: "(" }],
    ["text", { column: "id", operator: "=", value: { a: 1 } }],
  ];
  for (const [target, filter] of cases) {
    const compiled = written({ dialect: "clickhouse" }, filter, target);
    assert.ok(!compiled.ok, JSON.stringify(filter));
    assert.equal(compiled.problems[0]?.field, "filters[0]");
  }
});

Deno.test("readGiven() reads text whole, as its column's type says", () => {
  const cases: readonly (readonly [TypeName, unknown, unknown])[] = [
    ["string", "Amazon.com, Inc.", "Amazon.com, Inc."],
    ["string", " 05 ", " 05 "],
    ["string", 5, "5"],
    ["string", false, "false"],
    ["int64", "9223372036854775807", "9223372036854775807"],
    ["int64", "18446744073709551615", "18446744073709551615"],
    ["int64", " 6.50 ", "6.5"],
    ["decimal", "0.10", "0.1"],
    ["float64", "1e3", 1000],
    ["boolean", "true", true],
    ["boolean", false, false],
    ["date", "2026-11-27", "2026-11-27"],
    ["datetime", "2026-11-27", "2026-11-27"],
    ["datetime", "2026-11-27T10:00:00Z", "2026-11-27T10:00:00.000Z"],
    ["datetime", "2026-11-27 10:00+01:00", "2026-11-27T09:00:00.000Z"],
  ];
  for (const [type, given, value] of cases) assert.deepEqual(readGiven(given, type), { value });
  for (
    const [type, given] of [
      ["int64", "five"],
      ["boolean", "yes"],
      ["date", "2024-02-30"],
      ["datetime", "2026-11-27Z"],
      ["string", null],
      ["string", ["a"]],
    ] as const
  ) {
    assert.ok("expected" in readGiven(given, type), `${type} ${given}`);
  }
});

/** Every type that a store may have for a column is read as the type the catalogue says, wherever it is used. */
import assert from "node:assert/strict";
import { type CatalogTable, type Column, compile, type Graph, propagate } from "@/compiler/mod.ts";
import { type Engine, openClickHouse, openPostgres, type Rows } from "./support/engines.ts";
import { chain, graph, node } from "./support/graphs.ts";
import { CLICKHOUSE, POSTGRES, type Stored } from "./support/stored.ts";

function tableOf(stored: readonly Stored[]): CatalogTable {
  return {
    database: "flowforge",
    table: "stored",
    store: "clickhouse",
    columns: [
      { name: "id", type: "int64", nullable: false },
      ...stored.map(([type, storeType, , second], index) => ({
        name: `c${index}`,
        type,
        nullable: second === null || storeType.includes("Nullable"),
        storeType,
      })),
    ],
  };
}

const source = node("a", "data_source", { database: "flowforge", table: "stored" });

async function rowsOf(engine: Engine, value: Graph, table: CatalogTable): Promise<Rows> {
  const target = value.nodes.at(-1)?.id ?? "";
  const [merged = [], unmerged] = await Array.fromAsync([true, false], (merge) => {
    const compiled = compile(value, target, { catalog: { tables: [table] }, dialect: engine.dialect, merge });
    assert.ok(compiled.ok, JSON.stringify(compiled));
    return engine.run(compiled);
  });
  assert.deepEqual(merged, unmerged);
  return merged;
}

for (const [open, stored] of [[openClickHouse, CLICKHOUSE], [openPostgres, POSTGRES]] as const) {
  Deno.test({
    name: `types of the store: ${open === openClickHouse ? "ClickHouse" : "PostgreSQL"}`,
    sanitizeOps: false,
    sanitizeResources: false,
    async fn(test) {
      const table = tableOf(stored);
      const engine = await open();
      try {
        const values = (at: 2 | 3) => stored.map((each) => each[at]);
        await engine.fill(table, [[1, ...values(2)], [2, ...values(3)]]);
        for (const [index, [type, storeType, , , expected, finds]] of stored.entries()) {
          await test.step(`${storeType} as ${type}`, () =>
            check(engine, table, `c${index}`, expected, finds ?? expected[0]));
        }
      } finally {
        await engine.close();
      }
    },
  });
}

async function check(
  engine: Engine,
  table: CatalogTable,
  name: string,
  [first, second]: Stored[4],
  finds: unknown,
): Promise<void> {
  const rows = (...nodes: Graph["nodes"]) => rowsOf(engine, chain(source, ...nodes), table);
  const byId = node("o", "sort", { keys: [{ column: "id", direction: "asc" }] });
  const only = node("s", "select", { columns: [name] });
  const found = (condition: Readonly<Record<string, unknown>>) =>
    rows(node("w", "filter", { logic: "and", conditions: [{ column: name, ...condition }] }), byId, only);

  assert.deepEqual(await rows(byId, only), [[first], [second]], "as it is");
  assert.deepEqual(await found({ operator: "=", value: finds }), [[first]], "=");
  assert.deepEqual(await found({ operator: "in", value: [finds] }), [[first]], "in");
  assert.deepEqual(
    await found({ operator: "=", other_column: name }),
    second === null ? [[first]] : [[first], [second]],
  );
  assert.deepEqual(await found({ operator: "!=", value: finds }), second === null ? [] : [[second]], "!=");
  assert.deepEqual(await found({ operator: "is_null" }), second === null ? [[null]] : [], "is_null");

  const grouped = await rows(
    node("g", "group_by", {
      keys: [{ column: name }],
      metrics: [{ function: "last", column: name, order_by: [{ column: "id", direction: "asc" }], as: "l" }],
    }),
    node("w", "filter", { logic: "and", conditions: [{ column: name, operator: "=", value: finds }] }),
  );
  assert.deepEqual(grouped, [[first, first]], "group_by");

  const pair = graph([
    source,
    node("s", "select", { columns: ["id", name] }),
    node("j", "join", { kind: "inner", keys: [{ left: name, right: name }] }),
    byId,
    only,
  ], ["a > s", "s > j.left", "s > j.right", "j > o", "o > t"].map((text) => text.replace("> t", "> only")));
  const joined = {
    ...pair,
    nodes: pair.nodes.map((each) => (each === only ? { ...only, id: "only" } : each)),
  };
  assert.deepEqual(
    await rowsOf(engine, joined, table),
    second === null ? [[first]] : [[first], [second]],
    "join",
  );

  const twice = graph([
    source,
    node("s", "select", { columns: [name] }),
    node("i", "select", { columns: ["id"] }),
    node("u", "union", {}),
    node("w", "filter", { logic: "and", conditions: [{ column: name, operator: "=", value: finds }] }),
  ], ["a > s", "a > i", "s > u.left", "i > u.right", "u > w"]);
  assert.deepEqual(await rowsOf(engine, twice, table), [[first, null]], "union");
}

Deno.test("the catalogue's types are the columns' types, whatever the store has", () => {
  const table = tableOf(CLICKHOUSE);
  const columns = propagate(chain(source), { tables: [table] }).nodes.a?.columns ?? [];
  const plain = (column: Column) => [column.name, column.type, column.nullable];
  const isWide = ({ storeType = "" }: Column & { storeType?: string }) => /UInt64|128|256/.test(storeType);
  assert.deepEqual(
    columns.map(plain),
    table.columns.map((column) =>
      isWide(column)
        ? [column.name, "decimal", column.nullable || /256/.test(column.storeType ?? "")]
        : plain(column)
    ),
  );
  const shapes = columns.filter(({ type }) => type === "decimal").map((
    { precision, scale },
  ) => [precision, scale]);
  assert.deepEqual(shapes.slice(0, 5), [[20, 0], [20, 0], [20, 0], [20, 0], [20, 0]]);
  assert.deepEqual(shapes.slice(5), [[39, 0], [39, 0], [76, 0], [76, 0], [18, 4], [38, 10], [18, 2]]);
});

Deno.test({
  name: "whole numbers beyond int64 are exact and in order in every operator and function",
  sanitizeOps: false,
  sanitizeResources: false,
  async fn() {
    const table = tableOf([["int64", "UInt64", 0, 0, ["0", "0"]]]);
    const largest = "18446744073709551615";
    const engine = await openClickHouse();
    const column = { column: "c0" };
    const metric = (name: string, more = {}) => ({ function: name, ...column, as: name, ...more });
    const over = { partition_by: [], order_by: [{ column: "id", direction: "asc" }] };
    const formula = (expression: string) => node("f", "formula", { as: "f", expression });
    const [ids, made] = ["id", "f"].map((name) => node("s", "select", { columns: [name] }));
    const byId = node("o", "sort", { keys: [{ column: "id", direction: "asc" }] });
    const each = (expression: string, ...cells: unknown[]) =>
      [[byId, formula(expression), made], cells.map((cell) => [cell])] as const;
    const where = (operator: string, value: unknown, ...found: number[]) =>
      [
        [node("w", "filter", { logic: "and", conditions: [{ ...column, operator, value }] }), byId, ids],
        found.map((id) => [String(id)]),
      ] as const;
    const cases: readonly (readonly [readonly unknown[], readonly unknown[]])[] = [
      [[node("o", "sort", { keys: [{ ...column, direction: "desc" }] }), ids], [["1"], ["3"], ["2"]]],
      where(">", "18446744073709551614", 1),
      where(">=", "9223372036854775808", 1, 3),
      where("<", 18446744073709551615n, 2, 3),
      where("between", [5, "9223372036854775808"], 2, 3),
      where("in", ["9223372036854775808", 5.0], 2, 3),
      where("not_in", [largest], 2, 3),
      where("!=", "5.5", 1, 2, 3),
      each("[c0] + 1", "18446744073709551616", "6", "9223372036854775809"),
      each("[c0] - [c0]", "0", "0", "0"),
      each("[c0] * 2", "36893488147419103230", "10", "18446744073709551616"),
      each("[c0] % 10", "5", "5", "8"),
      each("-[c0]", `-${largest}`, "-5", "-9223372036854775808"),
      each("ABS([c0])", largest, "5", "9223372036854775808"),
      each("ROUND([c0], -1)", "18446744073709551620", "10", "9223372036854775810"),
      each("[c0] / 1", asRead(18446744073709551615), 5, asRead(9223372036854775808)),
      each('[c0] & ""', largest, "5", "9223372036854775808"),
      each("IF([c0] > 9223372036854775807, [c0], 0)", largest, "0", "9223372036854775808"),
      each("INT([c0])", null, "5", null),
      [[node("g", "group_by", {
        metrics: ["sum", "min", "max", "count_distinct", "avg", "median"].map((name) => metric(name)),
      })], [[
        "27670116110564327428",
        "5",
        largest,
        "3",
        asRead(9223372036854775808),
        asRead(9223372036854775808),
      ]]],
      [[node("w", "window", { function: "lag", ...column, as: "f", ...over }), byId, made], [[null], [
        largest,
      ], ["5"]]],
      [[node("w", "window", { function: "sum", ...column, as: "f", ...over }), byId, made], [
        [largest],
        ["18446744073709551620"],
        ["27670116110564327428"],
      ]],
      [[node("p", "pivot", { rows: [], ...column, value: "id", function: "sum", values: [largest, 5] })], [[
        "1",
        "2",
      ]]],
    ];
    try {
      await engine.fill(table, [[1, largest], [2, 5], [3, "9223372036854775808"]]);
      for (const [nodes, expected] of cases) {
        const value = chain(source, ...nodes as Graph["nodes"]);
        assert.deepEqual(await rowsOf(engine, value, table), expected, JSON.stringify(nodes, asText));
      }
    } finally {
      await engine.close();
    }
  },
});

const asText = (_: string, value: unknown) => typeof value === "bigint" ? String(value) : value;

/** Floating point as the engines' answers are read here: to eleven digits. */
const asRead = (value: number) => Number(value.toPrecision(11));

import assert from "node:assert/strict";
import { aggregate, call, param, percentile, weightedAverage, windowCall } from "@/compiler/functions/mod.ts";
import type { Expr, SortKey } from "@/compiler/ir/expr.ts";
import type { ValueType } from "@/compiler/schema/types.ts";
import { DIALECT_NAMES } from "@/compiler/schema/vocabulary.ts";
import { type Cell, Engines, type TestColumn } from "./engines.ts";

const nullable = (type: ValueType["type"]): ValueType => ({ type, nullable: true });
const decimal: ValueType = { type: "decimal", nullable: true, precision: 18, scale: 6 };

const COLUMNS: readonly TestColumn[] = [
  {
    name: "i",
    type: nullable("int64"),
    values: ["9223372036854775807", "9223372036854775807", null, "1", "4"],
  },
  { name: "p", type: decimal, values: ["0.1", "0.2", null, "999999999999.999999", "-5"] },
  { name: "x", type: nullable("float64"), values: [1, 2, null, 4, 10] },
  { name: "s", type: nullable("string"), values: ["b", "B", null, "é", ""] },
  { name: "k", type: nullable("int64"), values: ["1", "1", "2", null, "0"] },
  { name: "l", type: nullable("int64"), values: ["1", "2", "1", "9", "5"] },
  {
    name: "a",
    type: nullable("datetime"),
    values: ["1960-01-01T00:00:00.000Z", "2024-01-01T00:00:00.001Z", null, "2024-01-01T00:00:00.000Z", null],
  },
  { name: "f", type: nullable("boolean"), values: [true, false, null, true, null] },
];

const column = (name: string): Expr => {
  const id = COLUMNS.findIndex((each) => each.name === name);
  return { kind: "column", id, type: COLUMNS[id]?.type ?? decimal };
};
const key = (name: string, direction: "asc" | "desc"): SortKey => ({
  expr: column(name),
  direction,
  nulls: "last",
});
const when = column("f");
const never = call("is_null", [call("is_null", [column("i")])]);

const CASES: readonly (readonly [string, Expr, Cell])[] = [
  ["sum of int64 is exact past its range", aggregate("sum", [column("i")]), "18446744073709551619"],
  ["sum of decimal keeps its scale", aggregate("sum", [column("p")]), "999999999995.299999"],
  ["sum of float64", aggregate("sum", [column("x")]), 17],
  ["avg", aggregate("avg", [column("x")]), 4.25],
  ["avg of decimal is float64", aggregate("avg", [column("p")]), 249999999998.82498],
  ["count of rows", aggregate("count", []), "5"],
  ["count ignores nulls", aggregate("count", [column("s")]), "4"],
  ["count_distinct ignores nulls", aggregate("count_distinct", [column("k")]), "3"],
  ["count_distinct of text", aggregate("count_distinct", [column("s")]), "4"],
  ["min of text is by bytes", aggregate("min", [column("s")]), ""],
  ["max of text is by bytes", aggregate("max", [column("s")]), "é"],
  ["min of datetime", aggregate("min", [column("a")]), "1960-01-01 00:00:00.000"],
  ["max of boolean", aggregate("max", [column("f")]), true],
  ["min of boolean", aggregate("min", [column("f")]), false],
  ["median interpolates", aggregate("median", [column("x")]), 3],
  ["median of decimal", aggregate("median", [column("p")]), 0.15],
  ["stddev is the sample's", aggregate("stddev", [column("x")]), 4.031128874149275],
  ["variance is the sample's", aggregate("variance", [column("x")]), 16.25],
  ["a percentile interpolates", percentile(column("x"), 10), 1.3],
  ["the percentile 0 is the smallest", percentile(column("x"), 0), 1],
  ["the percentile 100 is the largest", percentile(column("i"), 100), 9223372036854775807],
  ["the percentile 50 is the median", percentile(column("p"), 50), 0.15],
  ["a conditional percentile", percentile(column("x"), 75, when), 3.25],
  ["a percentile of no rows is null", percentile(column("x"), 75, never), null],
  ["a weighted average", weightedAverage(column("x"), column("k")), 1.5],
  ["a weighted average of decimals", weightedAverage(column("p"), column("l")), 529411764704.4412],
  ["a weighted average of whole numbers is exact", weightedAverage(column("i"), column("i")), 2 ** 63],
  ["a weighted average of no rows is null", weightedAverage(column("x"), column("k"), never), null],
  [
    "stddev of one row is null",
    aggregate("stddev", [column("x")], { where: call("eq", [column("x"), param(4, nullable("float64"))]) }),
    null,
  ],
  [
    "first takes the smallest of tied values",
    aggregate("first", [column("l")], {
      orderBy: [key("k", "asc")],
      where: call("gt", [column("k"), param("0", nullable("int64"))]),
    }),
    "1",
  ],
  [
    "last takes the largest of tied values",
    aggregate("last", [column("l")], {
      orderBy: [key("k", "desc")],
      where: call("gt", [column("k"), param("0", nullable("int64"))]),
    }),
    "2",
  ],
  ["first keeps a null value", aggregate("first", [column("i")], { orderBy: [key("k", "desc")] }), null],
  ["last keeps a null value", aggregate("last", [column("i")], { orderBy: [key("k", "asc")] }), null],
  [
    "rows without the order key take no part",
    aggregate("last", [column("l")], { orderBy: [key("k", "asc")] }),
    "1",
  ],
  ["first by text", aggregate("first", [column("l")], { orderBy: [key("s", "asc")] }), "5"],
  ["last by text is by bytes", aggregate("last", [column("l")], { orderBy: [key("s", "asc")] }), "9"],
  [
    "first by two keys of opposite directions",
    aggregate("first", [column("s")], { orderBy: [key("k", "desc"), key("l", "asc")] }),
    null,
  ],
  [
    "last by two keys of opposite directions",
    aggregate("last", [column("s")], { orderBy: [key("f", "asc"), key("l", "desc")] }),
    "b",
  ],
  ["a conditional sum", aggregate("sum", [column("x")], { where: when }), 5],
  ["a conditional count of rows", aggregate("count", [], { where: when }), "2"],
  ["a conditional median", aggregate("median", [column("x")], { where: when }), 2.5],
  [
    "a median of an odd count",
    aggregate("median", [column("i")], { where: call("is_not_null", [when]) }),
    9223372036854775807,
  ],
  [
    "a conditional first",
    aggregate("first", [column("l")], { orderBy: [key("l", "desc")], where: when }),
    "9",
  ],
  ...(["sum", "avg", "min", "max", "median", "stddev"] as const).map((op) =>
    [`${op} of no rows is null`, aggregate(op, [column("x")], { where: never }), null] as const
  ),
  ["sum of int64 over no rows is null", aggregate("sum", [column("i")], { where: never }), null],
  ["min of text over no rows is null", aggregate("min", [column("s")], { where: never }), null],
  [
    "first of no rows is null",
    aggregate("first", [column("l")], { orderBy: [key("k", "asc")], where: never }),
    null,
  ],
  ["count of no rows is 0", aggregate("count", [column("x")], { where: never }), "0"],
  ["count_distinct of no rows is 0", aggregate("count_distinct", [column("x")], { where: never }), "0"],
  [
    "arithmetic over aggregates",
    call("divide", [aggregate("sum", [column("x")]), aggregate("count", [])]),
    3.4,
  ],
];

Deno.test("percentiles are the same on both engines to the last bit", async () => {
  const exprs = ["i", "p", "x"].flatMap((name) =>
    Array.from({ length: 34 }, (_, at) => percentile(column(name), at * 2.9))
  );
  const engines = await Engines.open(COLUMNS);
  try {
    const [one, other] = await Promise.all(
      (["clickhouse", "postgres"] as const).map((dialect) => engines.ask(dialect, exprs, { grouped: true })),
    );
    assert.equal(one?.rows[0]?.length, exprs.length);
    assert.deepEqual(one?.rows, other?.rows);
  } finally {
    await engines.close();
  }
});

Deno.test("aggregates mean the same in every dialect", async (test) => {
  const engines = await Engines.open(COLUMNS);
  try {
    for (const dialect of DIALECT_NAMES) {
      const answer = await engines.ask(dialect, CASES.map(([, expr]) => expr), { grouped: true });
      for (const [index, [name, , expected]] of CASES.entries()) {
        await test.step(`${name} (${dialect})`, () =>
          assert.deepEqual(rounded(answer.rows[0]?.[index]), rounded(expected)));
      }
      await test.step(`windows (${dialect})`, async () => {
        const over = (op: Parameters<typeof windowCall>[0]["op"], args: Expr[], extra = {}) =>
          windowCall({ op, args, partitionBy: [], orderBy: [key("l", "asc"), key("i", "asc")], ...extra });
        const frame = { preceding: 1, following: "current" } as const;
        const rows = { preceding: "unbounded", following: "current" } as const;
        const whole = { preceding: "unbounded", following: "unbounded" } as const;
        const exprs = [
          over("lag", [column("x")]),
          over("lead", [column("x")], { offset: 2 }),
          over("row_number", []),
          windowCall({ op: "rank", args: [], partitionBy: [], orderBy: [key("l", "asc")] }),
          windowCall({ op: "dense_rank", args: [], partitionBy: [], orderBy: [key("l", "asc")] }),
          over("first_value", [column("x")], { frame: rows }),
          over("last_value", [column("x")], { frame: whole }),
          over("sum", [column("i")], { frame: rows }),
          over("sum", [column("x")], { frame }),
          over("avg", [column("x")], { frame: { preceding: 0, following: "current" } }),
          over("min", [column("s")], { frame: rows }),
          over("count", [column("x")], { frame }),
          over("stddev", [column("x")], { frame }),
        ];
        const { rows: got } = await engines.ask(dialect, exprs);
        assert.deepEqual(got.map((row) => row.map(rounded)), [
          [null, 2, "1", "1", "1", 1, 4, "9223372036854775807", 1, 1, "b", "1", null],
          [null, 4, "3", "3", "2", 1, 4, "18446744073709551614", 2, 2, "B", "1", null],
          [1, 10, "2", "1", "1", 1, 4, "9223372036854775807", 1, null, "b", "1", null],
          [10, null, "5", "5", "4", 1, 4, "18446744073709551619", 14, 4, "", "2", 4.242640687],
          [2, null, "4", "4", "3", 1, 4, "18446744073709551618", 12, 10, "", "2", 5.656854249],
        ]);
      });
    }
  } finally {
    await engines.close();
  }
});

function rounded(cell: Cell | undefined): Cell | undefined {
  return typeof cell === "number" ? Number(cell.toPrecision(10)) : cell;
}

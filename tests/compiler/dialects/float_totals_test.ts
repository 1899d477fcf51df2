/** Sums, means and deviations of numbers at the edges of floating point: never an error, and the same on both engines. */
import assert from "node:assert/strict";
import { aggregate, call, param, windowCall } from "@/compiler/functions/mod.ts";
import type { Expr } from "@/compiler/ir/expr.ts";
import type { ValueType } from "@/compiler/schema/types.ts";
import { type Cell, Engines, type TestColumn } from "./engines.ts";

const MAX = Number.MAX_VALUE;
const GROUPS: readonly (readonly (number | null)[])[] = [
  [1, 2.5, null, -4],
  [0.1, 0.2, -0.3],
  [1e308, 1e308],
  [-1e308, -1e308, -1e308],
  [MAX, null],
  [MAX, 1, -1],
  [1e300, 1],
  [1e308, -1e308],
  [1e280, 1e280, 1e280, 5e279],
  [1e200, -1e200, 1e200],
  [1e155, 3e155],
  [1e139, 3e139, 2],
  [5e-324, 0],
  [1e-310, 3e-310],
  [NaN, 1],
  [Infinity, 1],
  [Infinity, -Infinity],
  [-Infinity, 1e308],
  [null, null],
];
const ROWS = GROUPS.flatMap((values, group) => values.map((value) => ({ group: String(group), value })));
const written = (value: number | null) =>
  value === null ? null : String(value).replace("Infinity", "inf").toLowerCase();

const FLOAT: ValueType = { type: "float64", nullable: true };
const INT: ValueType = { type: "int64", nullable: true };
const COLUMNS: readonly TestColumn[] = [
  { name: "x", type: FLOAT, values: ROWS.map(({ value }) => written(value)) },
  { name: "g", type: INT, values: ROWS.map(({ group }) => group) },
  { name: "n", type: INT, values: ROWS.map((_, index) => String(index)) },
];
const [x, g, n] = COLUMNS.map(({ type }, id): Expr => ({ kind: "column", id, type })) as [Expr, Expr, Expr];

const TOTALS = ["sum", "avg", "stddev", "variance"] as const;
type Total = typeof TOTALS[number];

/** In the order of the rows, as IEEE 754 says. */
function expected(op: Total, values: readonly (number | null)[]): number | null {
  const numbers = values.filter((value) => value !== null);
  if (op === "stddev" || op === "variance") return deviation(numbers, op);
  const sum = numbers.reduce((total, value) => total + value, 0);
  if (numbers.length === 0 || !Number.isFinite(sum)) return null;
  if (op === "sum") return sum;
  return sum / numbers.length;
}

/** From the mean, which is found without adding the numbers up; null where the squares leave the range. */
function deviation(numbers: readonly number[], op: "stddev" | "variance"): number | null {
  if (numbers.length < 2) return null;
  const mean = numbers.reduce((total, value) => total + value / numbers.length, 0);
  const squares = numbers.reduce((total, value) => total + (value - mean) ** 2, 0);
  if (!Number.isFinite(squares)) return null;
  const variance = squares / (numbers.length - 1);
  return op === "variance" ? variance : Math.sqrt(variance);
}

function same(got: Cell | undefined, wanted: number | null, op: Total): boolean {
  if (wanted === null) return got === null;
  const slack = op === "stddev" || op === "variance" ? 1e-7 : 1e-11;
  return typeof got === "number" && Math.abs(got - wanted) <= slack * Math.abs(wanted) + 1e-16;
}

Deno.test("totals at the edges of floating point", async (test) => {
  const engines = await Engines.open(COLUMNS);
  try {
    for (const dialect of ["clickhouse", "postgres"] as const) {
      await test.step(`aggregates (${dialect})`, async () => {
        const cases = GROUPS.flatMap((values, group) => TOTALS.map((op) => ({ values, group, op })));
        const exprs = cases.map(({ group, op }) =>
          aggregate(op, [x], { where: call("eq", [g, param(String(group), INT)]) })
        );
        const { rows: [row] } = await engines.ask(dialect, exprs, { grouped: true });
        for (const [index, { values, op }] of cases.entries()) {
          const wanted = expected(op, values);
          assert.ok(
            same(row?.[index], wanted, op),
            `${op} of ${values}: ${row?.[index]}, expected ${wanted}`,
          );
        }
      });
      await test.step(`windows (${dialect})`, async () => {
        const frame = { preceding: "unbounded", following: "current" } as const;
        const exprs = TOTALS.map((op) =>
          windowCall({
            op,
            args: [x],
            partitionBy: [g],
            orderBy: [{ expr: n, direction: "asc", nulls: "last" }],
            frame,
          })
        );
        const { rows } = await engines.ask(dialect, exprs);
        for (const [index, { group }] of ROWS.entries()) {
          const before = ROWS.slice(0, index + 1).filter((row) => row.group === group).map(({ value }) =>
            value
          );
          for (const [column, op] of TOTALS.entries()) {
            const [got, wanted] = [rows[index]?.[column], expected(op, before)];
            assert.ok(same(got, wanted, op), `${op} over ${before}: ${got}, expected ${wanted}`);
          }
        }
      });
    }
  } finally {
    await engines.close();
  }
});

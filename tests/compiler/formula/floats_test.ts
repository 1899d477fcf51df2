/** Floating point at its edges: no engine fails, and both say what IEEE 754 says. */
import assert from "node:assert/strict";
import { checkFormula } from "@/compiler/formula/mod.ts";
import type { ValueType } from "@/compiler/schema/types.ts";
import { type Cell, Engines } from "../dialects/engines.ts";

const FLOAT: ValueType = { type: "float64", nullable: true };
const NUMBERS = [
  0,
  -0,
  1,
  -1,
  2.5,
  0.1,
  -1e-7,
  5e-324,
  1e-300,
  1e154,
  -1e300,
  Number.MAX_VALUE,
  -Number.MAX_VALUE,
  NaN,
  Infinity,
  -Infinity,
  null,
];
const PAIRS = NUMBERS.flatMap((x) => NUMBERS.map((y) => [x, y] as const));
const written = (value: number | null) =>
  value === null
    ? null
    : Object.is(value, -0)
    ? "-0"
    : String(value).replace("Infinity", "inf").toLowerCase();
const COLUMNS = [
  { name: "x", type: FLOAT, values: PAIRS.map(([x]) => written(x)) },
  { name: "y", type: FLOAT, values: PAIRS.map(([, y]) => written(y)) },
];
const SCOPE = new Map(COLUMNS.map(({ name, type }, id) => [name, { id, type }]));

type Meaning = (x: number, y: number) => number | boolean | null;

const power = (x: number, y: number) => {
  // In ECMAScript one and minus one to an infinity are not a number.
  if (Math.abs(x) === 1 && Math.abs(y) === Infinity || x === 1) return 1;
  return Number.isFinite(x ** y) ? x ** y : null;
};
const quotient = (x: number, y: number) => (y === 0 ? null : x / y);
const CASES: readonly (readonly [string, Meaning])[] = [
  ["[x] + [y]", (x, y) => x + y],
  ["[x] - [y]", (x, y) => x - y],
  ["[x] * [y]", (x, y) => x * y],
  ["[x] / [y]", quotient],
  ["[x] ^ [y]", power],
  ["[x] * [y] - [x] * [x]", (x, y) => x * y - x * x],
  // Long enough that an operand is computed once, by name.
  [
    "([x] * [y] + [x] - [y]) * ([x] + [y]) + ([y] - [x])",
    (x, y) => (x * y + x - y) * (x + y) + (y - x),
  ],
  ["POWER([x] * [y] + [x] * [x], 2) / 3", (x, y) => {
    const result = power(x * y + x * x, 2);
    return result === null ? null : result / 3;
  }],
  ["POWER(2 * [x] + 0e0, [x] * [y] * [y] + 0e0)", (x, y) => power(2 * x, x * y * y)],
  // Infinities and NaN are values, not nulls.
  ["ISNULL([x] + [y])", () => false],
  ["ISNULL([x] * [y])", () => false],
  ["ISNULL([x] / [y])", (_x, y) => y === 0],
  ["TEXT([x] * [y])", () => null],
];
const TEXT_CASES = CASES.filter(([formula]) => formula.startsWith("TEXT"));

function same(got: Cell | undefined, wanted: number | boolean | null): boolean {
  if (typeof wanted === "boolean" || wanted === null || !Number.isFinite(wanted)) {
    return got === (typeof wanted === "boolean" ? wanted : null);
  }
  // The smallest numbers have few digits left.
  return typeof got === "number" && Math.abs(got - wanted) <= 1e-11 * Math.abs(wanted) + 1e-322;
}

Deno.test("floating point at its edges", async () => {
  const engines = await Engines.open(COLUMNS);
  try {
    const exprs = CASES.map(([formula]) => {
      const { expr, problems } = checkFormula(formula, SCOPE);
      assert.ok(expr, `${formula}: ${problems[0]?.message}`);
      return expr;
    });
    const answers = {
      clickhouse: await engines.ask("clickhouse", exprs),
      postgres: await engines.ask("postgres", exprs),
    };
    for (const [column, [formula, meaning]] of CASES.entries()) {
      for (const [row, [x, y]] of PAIRS.entries()) {
        const [clickhouse, postgres] = [answers.clickhouse, answers.postgres].map(({ rows }) =>
          rows[row]?.[column]
        );
        const place = `${formula} of ${x} and ${y}: ${clickhouse} on ClickHouse, ${postgres} on PostgreSQL`;
        if (TEXT_CASES.some(([text]) => text === formula)) {
          assert.equal(clickhouse, postgres, place);
          continue;
        }
        // Whatever is null stays null; only a question for it is answered.
        const isNull = x === null || y === null;
        const wanted = isNull ? (formula.startsWith("ISNULL") ? true : null) : meaning(x, y);
        assert.ok(same(postgres, wanted), `${place}, expected ${wanted}`);
        // ClickHouse's own power is a little off for a base that has lost its digits.
        const isNoise = formula.includes("^") && x === 5e-324;
        assert.ok(isNoise || same(clickhouse, wanted), `${place}, expected ${wanted}`);
      }
    }
  } finally {
    await engines.close();
  }
});

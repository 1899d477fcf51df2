/**
 * Every operation over hostile rows: ClickHouse, PostgreSQL, Materialize's text on PostgreSQL and the evaluator have to
 * say the same.
 */
import assert from "node:assert/strict";
import fc from "fast-check";
import { checkFormula } from "@/compiler/formula/mod.ts";
import type { Expr } from "@/compiler/ir/expr.ts";
import { childrenOf } from "@/compiler/ir/expressions.ts";
import { DIALECTS } from "@/compiler/dialects/mod.ts";
import { storeProblems } from "@/compiler/emit/store_problems.ts";
import { ExpressionTooLarge } from "@/compiler/emit/operations.ts";
import { Binder, emitExpression } from "../dialects/emit_expression.ts";
import { Engines } from "../dialects/engines.ts";
import { cellOf, sameCell } from "./compare.ts";
import { evaluate } from "./evaluator/evaluate.ts";
import { FORMULAS } from "./formulas.ts";
import { HOSTILE, ROWS, SCOPE } from "./hostile.ts";
import { formulas } from "./random.ts";

const BATCH = 40;

function exprOf(formula: string): Expr {
  const { expr, problems } = checkFormula(formula, SCOPE);
  assert.ok(expr, `${formula}: ${problems.map((problem) => problem.message).join("; ")}`);
  return expr;
}

/** What only Materialize has in this form: PostgreSQL knows no remainder of floats, and one group of flags only. */
const MATERIALIZE_ALONE = /^\[x\] % |\(\?i\)/;

/** Sums of sums are looked at once there: they may leave the range of int64 and come back. */
const sumsUp = (expr: Expr): boolean =>
  expr.kind === "call" && (expr.op === "add" || expr.op === "subtract") &&
    expr.args.some((arg) => arg.kind === "call" && (arg.op === "add" || arg.op === "subtract")) ||
  childrenOf(expr).some(sumsUp);

/** Numbers are no longer than that there. */
const isWide = (expr: Expr): boolean =>
  (expr.type.type === "decimal" && (expr.type.precision ?? 0) > 39) || childrenOf(expr).some(isWide);

/** Less than is allowed: in one statement with others, the names of parameters are longer. */
const LONGEST = 150_000;

/** A statement that grows too long is refused, which says nothing of what its formula means. */
function isShort(dialect: "clickhouse" | "postgres" | "materialize", expr: Expr): boolean {
  try {
    return emitExpression(dialect, expr, new Binder(dialect), String).length <= LONGEST;
  } catch (error) {
    if (error instanceof ExpressionTooLarge) return false;
    throw error;
  }
}

/** Materialize lacks a few functions, and writes an operand as often as it is named. */
const isWritten = (expr: Expr) =>
  !storeProblems(DIALECTS.materialize, expr).some(({ message }) => /Materialize/.test(message)) &&
  isShort("materialize", expr);

async function agree(engines: Engines, given: readonly string[]): Promise<void> {
  const batch = given.filter((formula) => {
    const expr = exprOf(formula);
    return isShort("clickhouse", expr) && isShort("postgres", expr);
  });
  assert.ok(batch.length * 2 >= given.length, "Cannot compare: most formulas are too long to be written.");
  const exprs = batch.map(exprOf);
  const clickhouse = await engines.ask("clickhouse", exprs);
  const postgres = await engines.ask("postgres", exprs);
  const common = exprs.filter((expr, index) =>
    !MATERIALIZE_ALONE.test(batch[index] ?? "") && isWritten(expr)
  );
  const materialize = await engines.ask("materialize", common);
  assert.equal(clickhouse.rows.length, ROWS.length);
  for (const [index, expr] of exprs.entries()) {
    for (const [row, values] of ROWS.entries()) {
      const answers = {
        clickhouse: clickhouse.rows[row]?.[index],
        postgres: postgres.rows[row]?.[index],
        evaluator: cellOf(evaluate(expr, values), expr.type),
      };
      const live = common.includes(expr) && !sumsUp(expr) && !isWide(expr)
        ? materialize.rows[row]?.[common.indexOf(expr)]
        : answers.evaluator;
      const same = sameCell(answers.clickhouse, answers.evaluator) &&
        sameCell(answers.postgres, answers.evaluator) && sameCell(live, answers.evaluator);
      assert.ok(same, `row ${row}: ${JSON.stringify({ ...answers, live })} for ${batch[index]}`);
    }
  }
}

Deno.test("formulas mean the same everywhere", async (test) => {
  const engines = await Engines.open(HOSTILE);
  try {
    for (const [family, list] of Object.entries(FORMULAS)) {
      await test.step(family, async () => {
        const fixed = list.filter((formula) => !formula.includes("NOW()"));
        for (let start = 0; start < fixed.length; start += BATCH) {
          await agree(engines, fixed.slice(start, start + BATCH));
        }
      });
    }
    await test.step("random formulas", async () => {
      const property = fc.asyncProperty(
        fc.array(formulas, { minLength: 25, maxLength: 25 }),
        (batch) => agree(engines, batch),
      );
      // fast-check prints the seed of a failure; FORMULA_SEED repeats it.
      const seed = Number(Deno.env.get("FORMULA_SEED") ?? Deno.env.get("FUZZ_SEED") ?? 20_261_121);
      console.log(`formula seed: ${seed}`);
      await fc.assert(property, { numRuns: 12, seed, endOnFailure: true });
    });
  } finally {
    await engines.close();
  }
});

/** Texts as values: what each text says, on every engine and by the evaluator; what it does not say is null. */
import assert from "node:assert/strict";
import { checkFormula } from "@/compiler/formula/mod.ts";
import { storeProblems } from "@/compiler/emit/store_problems.ts";
import { DIALECTS } from "@/compiler/dialects/mod.ts";
import type { ValueType } from "@/compiler/schema/types.ts";
import { type Cell, Engines } from "../dialects/engines.ts";
import { cellOf } from "./compare.ts";
import { evaluate } from "./evaluator/evaluate.ts";
import { MOMENTS, NUMBERS } from "./readings.ts";

const TEXT: ValueType = { type: "string", nullable: true };
const SCOPE = new Map([["t", { id: 0, type: TEXT }]]);

function exprOf(formula: string) {
  const { expr, problems } = checkFormula(formula, SCOPE);
  assert.ok(expr, `${formula}: ${problems.map(({ message }) => message).join(" ")}`);
  return expr;
}

type Readings = Readonly<Record<string, readonly (readonly [text: string | null, value: Cell])[]>>;

/** Every formula over every text of the table; where the table names a value, it is that one. */
async function agree(readings: Readings): Promise<void> {
  const values = [...new Set(Object.values(readings).flatMap((pairs) => pairs.map(([text]) => text)))];
  const engines = await Engines.open([{ name: "t", type: TEXT, values }]);
  try {
    for (const [formula, pairs] of Object.entries(readings)) {
      const expr = exprOf(formula);
      const answers = new Map<string, readonly Cell[]>();
      for (const dialect of ["clickhouse", "postgres", "materialize"] as const) {
        if (storeProblems(DIALECTS[dialect], expr).length > 0) continue;
        const { rows } = await engines.ask(dialect, [expr]);
        answers.set(dialect, rows.map(([cell]) => cell ?? null));
      }
      const meant = values.map((text) => cellOf(evaluate(expr, new Map([[0, text]])), expr.type));
      for (const [dialect, cells] of answers) {
        values.forEach((text, row) =>
          assert.equal(cells[row], meant[row], `${formula} of ${JSON.stringify(text)} on ${dialect}`)
        );
      }
      for (const [text, value] of pairs) {
        assert.equal(meant[values.indexOf(text)], value, `${formula} of ${JSON.stringify(text)}`);
      }
    }
  } finally {
    await engines.close();
  }
}

Deno.test("a text is the number that the whole of it says, else null", () => agree(NUMBERS));

Deno.test("a text is the time that the whole of it says in its format, else null", () => agree(MOMENTS));

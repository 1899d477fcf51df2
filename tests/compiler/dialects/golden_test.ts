/** The SQL of every formula per dialect, kept as a file that is read as a diff in review. UPDATE_GOLDEN=1 writes it. */
import assert from "node:assert/strict";
import { checkFormula } from "@/compiler/formula/mod.ts";
import { DIALECTS } from "@/compiler/dialects/mod.ts";
import { storeProblems } from "@/compiler/emit/store_problems.ts";
import { DIALECT_NAMES } from "@/compiler/schema/vocabulary.ts";
import { FORMULAS } from "../formula/formulas.ts";
import { HOSTILE, SCOPE } from "../formula/hostile.ts";
import { Binder, emitExpression } from "./emit_expression.ts";

const FILE = new URL("./golden.sql", import.meta.url);
function render(): string {
  const lines: string[] = [];
  for (const formula of Object.values(FORMULAS).flat()) {
    const { expr } = checkFormula(formula, SCOPE);
    assert.ok(expr, formula);
    lines.push(`-- ${JSON.stringify(formula)}`);
    for (const dialect of DIALECT_NAMES) {
      const binder = new Binder(dialect);
      const [refused] = storeProblems(DIALECTS[dialect], expr);
      const sql: string = refused?.message ??
        emitExpression(dialect, expr, binder, (id) => HOSTILE[id]?.name ?? "row");
      assert.ok(!/SETTINGS/i.test(sql));
      const values = binder.values.length === 0 ? "" : `   -- ${JSON.stringify(binder.values)}`;
      lines.push(`${dialect.padEnd(11)} ${sql}${values}`);
    }
  }
  return `${lines.join("\n")}\n`;
}

Deno.test("every operation has the SQL that was reviewed", () => {
  const sql = render();
  if (Deno.env.get("UPDATE_GOLDEN") === "1") Deno.writeTextFileSync(FILE, sql);
  assert.equal(sql, Deno.readTextFileSync(FILE));
});

Deno.test("no value of a formula enters the SQL text", () => {
  const secrets = ["'x9''; DROP'", '"x9"'];
  for (const secret of secrets) {
    const { expr } = checkFormula(
      `REPLACE([s], ${secret}, ${secret}) & IF([s] = ${secret}, ${secret}, 'x9')`,
      SCOPE,
    );
    assert.ok(expr);
    for (const dialect of DIALECT_NAMES) {
      assert.ok(!emitExpression(dialect, expr, new Binder(dialect), () => "s").includes("x9"));
    }
  }
});

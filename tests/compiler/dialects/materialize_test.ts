/** What Materialize writes differently because of where an expression stands. */
import assert from "node:assert/strict";
import { type Catalog, compile } from "@/compiler/mod.ts";
import { chain, node } from "../support/graphs.ts";

const whole = { type: "int64", nullable: true } as const;
const catalog: Catalog = {
  tables: [{
    database: "d",
    table: "t",
    store: "materialize",
    columns: [{ name: "i", ...whole }, { name: "j", ...whole }],
  }],
};

function written(expression: string): string {
  const graph = chain(
    node("s", "data_source", { database: "d", table: "t" }),
    node("f", "formula", { as: "v", expression }),
    node("o", "select", { columns: ["v"] }),
  );
  const compiled = compile(graph, "o", { catalog, dialect: "materialize" });
  assert.ok(compiled.ok, expression);
  return compiled.sql;
}

/** How often a number is checked to be one of 64 bits. */
const checksIn = (sql: string) => sql.split("< 9223372036854775808 THEN").length - 1;

Deno.test("Materialize checks a sum of whole numbers once, at its end", () => {
  assert.ok(
    written("[i] + [j] - [i]").startsWith(
      'SELECT (CASE WHEN abs(((s1."i"::numeric + s1."j"::numeric) - s1."i"::numeric) + 0.5) < 9223372036854775808 ' +
        'THEN ((s1."i"::numeric + s1."j"::numeric) - s1."i"::numeric)::bigint END) AS "v"',
    ),
  );
  const ofMany = written(Array(40).fill("[i]").join(" + "));
  assert.equal(checksIn(ofMany), 1);
  assert.ok(ofMany.length < 2_500);
});

Deno.test("Materialize checks a sum that is an operand of anything else", () => {
  assert.equal(checksIn(written("([i] + [j]) / [i]")), 1);
  // A check writes its operand twice, and with it the check inside.
  for (
    const formula of ["([i] + [j]) * [i]", "ABS([i] + [j])", "-([i] + [j])", "NULLIF([i] + [j], 0) + [i]"]
  ) {
    assert.equal(checksIn(written(formula)), 3, formula);
  }
});

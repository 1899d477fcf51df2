/** Questions that others have asked: TPC-H in steps gives what hand-written SQL gives, on both engines. */
import assert from "node:assert/strict";
import { compile } from "@/compiler/mod.ts";
import { type Engine, openClickHouse, openPostgres } from "./support/engines.ts";
import { catalog, fillTpch } from "./tpch/data.ts";
import { type Question, QUESTIONS } from "./tpch/questions.ts";

/** Numbers may differ in the last digits: the hand-written side counts in floating point. */
function assertSame(actual: unknown, expected: unknown, where: string): void {
  const [left, right] = [String(actual), String(expected)];
  if (left === right) return;
  const [one, other] = [Number(left), Number(right)];
  assert.ok(Math.abs(one - other) <= 1e-9 * Math.max(Math.abs(one), 1), `${where}: ${left} is not ${right}`);
}

async function check(engine: Engine, { name, graph, sql }: Question): Promise<void> {
  const expected = await engine.rows(sql);
  assert.ok(expected.length > 0 && expected[0]?.every((cell) => cell !== null), `${name} finds nothing`);
  for (const merge of [true, false]) {
    const compiled = compile(graph, graph.nodes.at(-1)?.id ?? "", {
      catalog,
      dialect: engine.dialect,
      merge,
    });
    assert.ok(compiled.ok, JSON.stringify(compiled));
    const rows = await engine.run(compiled);
    assert.equal(rows.length, expected.length, compiled.sql);
    rows.forEach((row, at) => {
      assert.equal(row.length, expected[at]?.length);
      row.forEach((cell, column) => assertSame(cell, expected[at]?.[column], `row ${at}, column ${column}`));
    });
  }
}

for (const open of [openClickHouse, openPostgres]) {
  Deno.test({
    name: `TPC-H in steps: ${open === openClickHouse ? "ClickHouse" : "PostgreSQL"}`,
    sanitizeOps: false,
    sanitizeResources: false,
    async fn(test) {
      const engine = await open();
      try {
        await fillTpch(engine);
        for (const question of QUESTIONS) await test.step(question.name, () => check(engine, question));
      } finally {
        await engine.close();
      }
    },
  });
}

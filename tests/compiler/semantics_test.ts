/** What each node means, on both engines, merged and not; ClickHouse under `readonly=1` and its default settings. */
import assert from "node:assert/strict";
import { compile } from "@/compiler/mod.ts";
import { CASES } from "./cases/all.ts";
import type { Case } from "./cases/case.ts";
import { type Engine, openClickHouse, openPostgres, sorted } from "./support/engines.ts";
import { catalog, everything, fillMarket } from "./support/graphs.ts";

async function check(engine: Engine, each: Case, merge: boolean): Promise<void> {
  const target = each.graph.nodes.at(-1)?.id ?? "";
  const compiled = compile(each.graph, target, {
    catalog,
    dialect: engine.dialect,
    entitlements: everything,
    merge,
    ...each.options,
  });
  assert.ok(compiled.ok, JSON.stringify(compiled));
  if (each.columns) assert.deepEqual(compiled.columns.map((column) => column.name), each.columns);
  const rows = await engine.run(compiled);
  const expected = each.rows.map((row) => [...row]);
  assert.deepEqual(each.bag ? sorted(rows) : rows, each.bag ? sorted(expected) : expected, compiled.sql);
}

for (const open of [openClickHouse, openPostgres]) {
  Deno.test({
    name: `nodes mean the same merged and unmerged: ${open === openClickHouse ? "ClickHouse" : "PostgreSQL"}`,
    sanitizeOps: false,
    sanitizeResources: false,
    async fn(test) {
      const engine = await open();
      try {
        await fillMarket(engine);
        for (const each of CASES) {
          for (const merge of [true, false]) {
            await test.step(`${each.name}${merge ? "" : " (unmerged)"}`, () => check(engine, each, merge));
          }
        }
      } finally {
        await engine.close();
      }
    },
  });
}

Deno.test("a statement that leans on a setting is refused here", async () => {
  const engine = await openClickHouse();
  const statement = { ok: true, params: [], columns: [], sources: [], levels: 1 } as const;
  try {
    for (const sql of ["SELECT 1 SETTINGS join_use_nulls = 1", "CREATE TABLE t (a Int8) ENGINE = Memory"]) {
      await assert.rejects(engine.run({ ...statement, sql }), /readonly/);
    }
  } finally {
    await engine.close();
  }
});

/** What each node means, on both engines, merged and not; ClickHouse under `readonly=1` and its default settings. */
import assert from "node:assert/strict";
import { bindRows, compile, type CompileResult } from "@/compiler/mod.ts";
import { CASES } from "./cases/all.ts";
import type { Case } from "./cases/case.ts";
import type { Catalog } from "@/compiler/schema/types.ts";
import { type Cell, type Engine, openClickHouse, openPostgres, sorted } from "./support/engines.ts";
import {
  catalog,
  everything,
  fillMarket,
  instrumentRows,
  instruments,
  quoteRows,
  quotes,
  tradeRows,
  trades,
} from "./support/graphs.ts";

async function check(engine: Engine, each: Case, merge: boolean, given?: Given): Promise<void> {
  const target = each.graph.nodes.at(-1)?.id ?? "";
  const options = { dialect: engine.dialect, entitlements: everything, merge, ...each.options };
  const compiled = given
    ? bound(compile(each.graph, target, { catalog: given.catalog, store: "clickhouse", ...options }), given)
    : compile(each.graph, target, { catalog, ...options });
  assert.ok(compiled.ok, JSON.stringify(compiled));
  if (each.columns) assert.deepEqual(compiled.columns.map((column) => column.name), each.columns);
  const rows = await engine.run(compiled);
  const expected = each.rows.map((row) => [...row]);
  assert.deepEqual(each.bag ? sorted(rows) : rows, each.bag ? sorted(expected) : expected, compiled.sql);
}

/** A catalogue some of whose tables are elsewhere. */
interface Given {
  readonly catalog: Catalog;
}

const ROWS = new Map([[trades.table, tradeRows], [instruments.table, instrumentRows], [
  quotes.table,
  quoteRows,
]]);

/** As the app does it: the rows of the wanted symbols, in the columns that are read, in the statement's parameters. */
function bound(compiled: CompileResult, given: Given): CompileResult {
  if (!compiled.ok) return compiled;
  const params = (compiled.handed ?? []).reduce((params, handed) => {
    const { columns } = given.catalog.tables.find(({ table }) => table === handed.table)!;
    const at = (name: string) => columns.findIndex((column) => column.name === name);
    const rows = ROWS.get(handed.table)!.filter((row) =>
      handed.symbols === "all" || handed.symbols.includes(String(row[at("symbol")]))
    );
    const cells = rows.map((row) => handed.columns.map(({ name }) => row[at(name)] as Cell));
    return bindRows(params, handed, cells, "clickhouse");
  }, compiled.params);
  return { ...compiled, params };
}

Deno.test({
  name: "tables of another store mean the same when their rows are handed over, some of them or all",
  sanitizeOps: false,
  sanitizeResources: false,
  async fn(test) {
    const engine = await openClickHouse();
    try {
      await fillMarket(engine);
      for (const elsewhere of [[trades], [instruments, quotes], [trades, instruments, quotes]]) {
        const tables = catalog.tables.map((table) =>
          elsewhere.includes(table) ? { ...table, store: "redis" as const } : table
        );
        for (const each of CASES) {
          const name = `${each.name}: ${elsewhere.map(({ table }) => table).join(", ")}`;
          await test.step(name, () => check(engine, each, true, { catalog: { tables } }));
        }
      }
    } finally {
      await engine.close();
    }
  },
});

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

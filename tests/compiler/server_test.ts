/** PostgreSQL as a server, where it is installed: the corpus and random workflows as on the embedded one. */
import assert from "node:assert/strict";
import { compile } from "@/compiler/mod.ts";
import { CASES } from "./cases/all.ts";
import { type Engine, openClickHouse, openPostgresServer, sorted } from "./support/engines.ts";
import { catalog, everything, fillMarket } from "./support/graphs.ts";
import { check, rowsOf } from "./support/random_runs.ts";
import { fillRandomTables, portableCatalog } from "./support/random_tables.ts";

async function isInstalled(): Promise<boolean> {
  for (const version of [18, 17, 16, 15]) {
    const found = await Deno.stat(`/usr/lib/postgresql/${version}/bin/postgres`).catch(() => undefined);
    if (found !== undefined) return true;
  }
  return false;
}

async function corpus(server: Engine): Promise<void> {
  await fillMarket(server);
  for (const each of CASES) {
    const compiled = compile(each.graph, each.graph.nodes.at(-1)?.id ?? "", {
      catalog,
      dialect: "postgres",
      entitlements: everything,
      ...each.options,
    });
    assert.ok(compiled.ok, each.name);
    const [rows, expected] = [await server.run(compiled), each.rows.map((row) => [...row])];
    assert.deepEqual(each.bag ? sorted(rows) : rows, each.bag ? sorted(expected) : expected, each.name);
  }
}

Deno.test({
  name: "a PostgreSQL server says the same",
  ignore: !await isInstalled(),
  sanitizeOps: false,
  sanitizeResources: false,
  async fn(test) {
    const [server, clickhouse] = [await openPostgresServer(), await openClickHouse()];
    try {
      await test.step("the corpus", () => corpus(server));
      for (const engine of [server, clickhouse]) await fillRandomTables(engine);
      await test.step("random workflows", () =>
        check(portableCatalog, async (graph) => {
          const one = await rowsOf(clickhouse, graph);
          const other = await rowsOf(server, graph);
          if (one && other) assert.deepEqual(sorted(other), sorted(one));
        }));
    } finally {
      await clickhouse.close();
      await server.close();
    }
  },
});

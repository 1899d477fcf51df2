/** A preview reads its graph once, and compiles it once for the store that holds its tables. */
import assert from "node:assert/strict";
import type { CatalogTable, Graph, StoreName } from "@/compiler/schema/types.ts";
import { checked } from "@/lib/server/checked.ts";
import type { ServiceContext } from "@/lib/server/context.ts";
import { createLog } from "@/lib/server/log.ts";
import { createPreview } from "@/lib/server/query/preview.ts";
import { createQueries } from "@/lib/server/query/queries.ts";
import { compileInput, previewInput, validateInput } from "@/lib/server/query/schema.ts";
import { openMemoryKeyValue } from "@/lib/server/stores/redis/memory.ts";
import type { SqlStore } from "@/lib/server/stores/types.ts";
import type { Identity } from "@/lib/server/identity.ts";

const table = (name: string, store: StoreName): CatalogTable => ({
  database: "flowforge",
  table: name,
  store,
  columns: [{ name: "price", type: "float64", nullable: false }],
});
const catalog = { tables: [table("trades", "clickhouse"), table("ticks", "materialize")] };

function openPreview() {
  const asked: string[] = [];
  const store = (name: StoreName, dialect: SqlStore["dialect"]): SqlStore => ({
    name,
    dialect,
    databases: [],
    query: () => {
      asked.push(name);
      return Promise.resolve([[1.5]]);
    },
    async *stream() {},
    describe: () => Promise.resolve([]),
    ping: () => Promise.resolve(),
    close: () => Promise.resolve(),
  });
  const context = {
    config: { preview: { rows: 100, cacheMs: 0 }, page: { rows: 100, cacheMs: 0 } },
    stores: {
      analytical: store("clickhouse", "clickhouse"),
      live: store("materialize", "materialize"),
      keyValue: openMemoryKeyValue(),
    },
    clock: { now: () => 0 },
    log: createLog("error", () => {}),
    metrics: { observeQuery() {}, countCache() {}, countCoalesced() {}, setQueriesInFlight() {} },
  } as unknown as ServiceContext;
  const viewOf = () =>
    Promise.resolve({ catalog, entitlements: { symbols: "all" as const, tables: "all" as const } });
  const limits = { take: () => Promise.resolve() };
  const preview = createPreview(
    context,
    limits as never,
    viewOf as never,
    createQueries(context, viewOf as never),
  );
  return { preview, asked };
}

const who = { tenantId: "tenant-a", role: "analyst" } as Partial<Identity> as Identity;

/** Counts how often somebody takes the nodes out of the graph, or a config out of a node. */
function counted(
  name: string,
): { readonly graph: Graph; readonly reads: { nodes: number; configs: number } } {
  const reads = { nodes: 0, configs: 0 };
  const position = { x: 0, y: 0 };
  const source = {
    id: "source",
    type: "data_source" as const,
    position,
    get config() {
      reads.configs++;
      return { database: "flowforge", table: name };
    },
  };
  const nodes = [source, { id: "rows", type: "table_view" as const, position, config: {} }];
  const graph: Graph = {
    version: 1,
    get nodes() {
      reads.nodes++;
      return nodes;
    },
    edges: [{ source: "source", target: "rows" }],
  };
  return { graph, reads };
}

for (const operation of ["run", "compile", "validate"] as const) {
  Deno.test(`preview.${operation} reads the graph once`, async () => {
    const { preview } = openPreview();
    const { graph, reads } = counted("trades");
    const input = { graph, target_node_id: "rows" };
    const context = { requestId: "test" };
    if (operation === "validate") await preview.validate(who, checked(validateInput, input));
    else if (operation === "compile") await preview.compile(who, checked(compileInput, input));
    else await preview.run(who, checked(previewInput, input), context);
    assert.equal(reads.nodes, 1);
  });
}

Deno.test("a statement for the live store takes no more looks at the graph than one for the analytical", async () => {
  const looks: number[] = [];
  for (const [name, store] of [["trades", "clickhouse"], ["ticks", "materialize"]] as const) {
    const { preview, asked } = openPreview();
    const { graph, reads } = counted(name);
    const table = await preview.run(who, checked(previewInput, { graph, target_node_id: "rows" }), {
      requestId: "test",
    });
    assert.deepEqual(table.rows, [[1.5]]);
    assert.deepEqual(asked, [store]);
    looks.push(reads.configs);
  }
  assert.equal(looks[0], looks[1]);
});

/** Random workflows: merged means unmerged, one engine means the other, and nothing forbidden is ever seen. */
import assert from "node:assert/strict";
import fc from "fast-check";
import { compile, type CompileOptions, type Graph } from "@/compiler/mod.ts";
import { type Engine, openClickHouse, openPostgres, type Rows, sorted } from "./support/engines.ts";
import { node } from "./support/graphs.ts";
import { Draws, hostile, hostileRows, randomGraph } from "./support/random_graphs.ts";

const runs = Number(Deno.env.get("FUZZ_RUNS") ?? 40);
const seed = Number(Deno.env.get("FUZZ_SEED") ?? Math.floor(Math.random() * 2 ** 31));
const catalog = { tables: [hostile] };
const entropy = fc.array(fc.nat({ max: 9973 }), { minLength: 8, maxLength: 90 });
const everything = { symbols: "all" as const };

async function rowsOf(
  engine: Engine,
  graph: Graph,
  options: Partial<CompileOptions>,
  target = graph.nodes.at(-1)?.id ?? "",
): Promise<Rows | undefined> {
  const compiled = compile(graph, target, {
    catalog,
    dialect: engine.dialect,
    entitlements: everything,
    limit: 500,
    ...options,
  });
  if (!compiled.ok) {
    assert.equal(compiled.problems[0]?.code, "too_complex", JSON.stringify(compiled.problems));
    return undefined;
  }
  try {
    return await engine.run(compiled);
  } catch (error) {
    throw new Error(
      `${error instanceof Error ? error.message : error}\n${compiled.sql}\n${
        JSON.stringify(compiled.params)
      }`,
    );
  }
}

function withEngines(name: string, body: (clickhouse: Engine, postgres: Engine) => Promise<void>): void {
  Deno.test({
    name,
    sanitizeOps: false,
    sanitizeResources: false,
    async fn() {
      const [clickhouse, postgres] = [await openClickHouse(), await openPostgres()];
      try {
        for (const engine of [clickhouse, postgres]) await engine.fill(hostile, hostileRows(24, 7));
        await body(clickhouse, postgres);
      } finally {
        await clickhouse.close();
        await postgres.close();
      }
    },
  });
}

function check(property: (graph: Graph) => Promise<void>, portable: boolean): Promise<void> {
  console.log(`FUZZ_SEED=${seed} FUZZ_RUNS=${runs}`);
  return fc.assert(
    fc.asyncProperty(entropy, async (numbers) => {
      const graph = randomGraph(new Draws(numbers), catalog, { portable });
      try {
        await property(graph);
      } catch (error) {
        throw new Error(`${error instanceof Error ? error.message : error}\n${JSON.stringify(graph)}`);
      }
    }),
    { seed, numRuns: runs, endOnFailure: false, interruptAfterTimeLimit: 40_000 },
  );
}

withEngines("merged and unmerged give the same rows", (clickhouse) =>
  check(async (graph) => {
    const merged = await rowsOf(clickhouse, graph, { merge: true });
    const naive = await rowsOf(clickhouse, graph, { merge: false });
    if (merged && naive) assert.deepEqual(merged, naive);
  }, false));

withEngines("ClickHouse and PostgreSQL give the same rows", (clickhouse, postgres) =>
  check(async (graph) => {
    const one = await rowsOf(clickhouse, graph, {});
    const other = await rowsOf(postgres, graph, {});
    if (one && other) assert.deepEqual(sorted(one), sorted(other));
  }, true));

/** Nodes that change nothing, put behind every node. */
function withIdentities(graph: Graph): Graph {
  const nodes = [...graph.nodes];
  const edges = graph.edges.map((edge) => ({ ...edge, source: `${edge.source}-same` }));
  for (const each of graph.nodes) {
    const id = `${each.id}-same`;
    nodes.push(
      node(`${id}-filter`, "filter", { logic: "and", conditions: [] }),
      node(id, "rename", { renames: [] }),
    );
    edges.push({ source: each.id, target: `${id}-filter` }, { source: `${id}-filter`, target: id });
  }
  return { version: 1, nodes, edges };
}

withEngines("nodes that change nothing change nothing", (clickhouse) =>
  check(async (graph) => {
    const target = graph.nodes.at(-1)?.id ?? "";
    const plain = await rowsOf(clickhouse, graph, {});
    const padded = await rowsOf(clickhouse, withIdentities(graph), {}, `${target}-same`);
    if (plain && padded) assert.deepEqual(padded, plain);
  }, false));

withEngines("rows of other symbols never change what an entitled reader sees", async (clickhouse) => {
  const entitlements = { symbols: ["AAPL", ""] };
  const rows = hostileRows(24, 7);
  const allowed = rows.filter((row) => entitlements.symbols.includes(String(row[0])));
  const twisted = [
    ...allowed,
    ...hostileRows(30, 99).filter((row) => !entitlements.symbols.includes(String(row[0]))),
  ];
  const graphs: { graph: Graph; before: Rows | undefined }[] = [];
  await check(async (graph) => {
    graphs.push({ graph, before: await rowsOf(clickhouse, graph, { entitlements }) });
  }, false);
  await clickhouse.fill(hostile, twisted);
  for (const { graph, before } of graphs) {
    const after = await rowsOf(clickhouse, graph, { entitlements });
    assert.deepEqual(after, before, JSON.stringify(graph));
  }
});

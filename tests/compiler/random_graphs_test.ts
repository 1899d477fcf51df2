/** Random workflows: merged means unmerged, one engine means the other, and nothing forbidden is ever seen. */
import assert from "node:assert/strict";
import { type Catalog, compile, type CompileOptions, type Graph, type GraphNode } from "@/compiler/mod.ts";
import { type Engine, openClickHouse, openPostgres, type Rows, sorted } from "./support/engines.ts";
import { everything, node } from "./support/graphs.ts";
import { type Draws, randomCondition } from "./support/random_graphs.ts";
import { check, MOST_ROWS, rowsOf } from "./support/random_runs.ts";
import {
  fillRandomTables,
  fillTurnedTables,
  hostile,
  hostileRows,
  portableCatalog,
  turnedCatalog,
  wild,
  wildCatalog,
  wildRows,
} from "./support/random_tables.ts";

type Family = (clickhouse: Engine, postgres: Engine) => Promise<void>;

const withPictures = { terminals: true };

/** Half of the pictures are narrow: their rows are reduced to what it shows, within what the caller takes. */
function reducing(draws: Draws): Partial<CompileOptions> {
  if (draws.once(2)) return {};
  const facts = draws.once(2) ? { facts: true } : {};
  const limit = draws.once(3) ? { limit: 2 + draws.next(12) } : {};
  return { pixels: 1 + draws.next(40), ...facts, ...limit };
}

const mergedIsUnmerged = (engine: Engine, catalog = portableCatalog) =>
  check(catalog, async (graph, draws) => {
    const narrow = reducing(draws);
    const merged = await rowsOf(engine, graph, { merge: true, ...narrow });
    const naive = await rowsOf(engine, graph, { merge: false, ...narrow });
    if (merged && naive) assert.deepEqual(merged, naive);
  }, withPictures);

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

/** The dashboard's filter written as a node behind every source that has the column, before the source's limit. */
function withFilters(graph: Graph, filter: Record<string, unknown>): Graph {
  const nodes: GraphNode[] = [];
  const edges = graph.edges.map((edge) => ({ ...edge }));
  for (const each of graph.nodes) {
    const table = wildCatalog.tables.find((candidate) => candidate.table === each.config.table);
    const concerned = table?.columns.some((column) => column.name === filter.column);
    if (table === undefined || !concerned) {
      nodes.push(each);
      continue;
    }
    const { limit, columns, ...config } = each.config;
    const names = columns ?? table.columns.map((column) => column.name);
    nodes.push(
      node(`${each.id}-all`, "data_source", config),
      node(`${each.id}-where`, "filter", { logic: "and", conditions: [filter] }),
      node(`${each.id}-columns`, "select", { columns: names }),
      limit === undefined
        ? node(each.id, "rename", { renames: [] })
        : node(each.id, "limit", { count: limit }),
    );
    for (const [from, to] of [["-all", "-where"], ["-where", "-columns"], ["-columns", ""]]) {
      edges.push({ source: `${each.id}${from}`, target: `${each.id}${to}` });
    }
  }
  return { version: 1, nodes, edges };
}

/** Every other page is read from tables whose rows lie the other way round, so that every tie has to be settled. */
async function pagesAreWhole(engine: Engine, catalog: Catalog): Promise<void> {
  await fillTurnedTables(engine);
  const inTurned = (graph: Graph): Graph => ({
    ...graph,
    nodes: graph.nodes.map((each) =>
      each.type === "data_source" ? { ...each, config: { ...each.config, database: "turned" } } : each
    ),
  });
  await check(catalog, async (graph, draws) => {
    const whole = await rowsOf(engine, graph);
    if (whole === undefined || whole.length === MOST_ROWS) return;
    const limit = Math.ceil((whole.length + 1) / (2 + draws.next(5)));
    const pages: Rows = [];
    for (let offset = 0, page = 0; offset <= whole.length; offset += limit, page++) {
      const rows = page % 2 === 0
        ? await rowsOf(engine, inTurned(graph), { limit, offset, catalog: turnedCatalog })
        : await rowsOf(engine, graph, { limit, offset });
      pages.push(...rows ?? []);
    }
    assert.deepEqual(pages, whole);
  }, { terminals: true, ties: true });
}

async function symbolsOfOthers(clickhouse: Engine): Promise<void> {
  const entitlements = { symbols: ["AAPL", ""] };
  const isAllowed = (row: readonly unknown[]) => entitlements.symbols.includes(String(row[0]));
  const twisted = (before: unknown[][], others: unknown[][]) => [
    ...before.filter(isAllowed),
    ...others.filter((row) => !isAllowed(row)),
  ];
  const seen: { graph: Graph; options: Partial<CompileOptions>; before: Rows | undefined }[] = [];
  await check(wildCatalog, async (graph, draws) => {
    const options = { entitlements, merge: draws.next(4) > 0 };
    seen.push({ graph, options, before: await rowsOf(clickhouse, graph, options) });
  }, withPictures);
  await clickhouse.fill(hostile, twisted(hostileRows(24, 7), hostileRows(30, 99)));
  await clickhouse.fill(wild, twisted(wildRows(20, 5), wildRows(30, 98)));
  for (const { graph, options, before } of seen) {
    assert.deepEqual(await rowsOf(clickhouse, graph, options), before, JSON.stringify(graph));
  }
  await fillRandomTables(clickhouse);
}

function standsAbove(graph: Graph, filters: CompileOptions["filters"]): boolean {
  const options = { catalog: wildCatalog, dialect: "clickhouse" as const, entitlements: everything, filters };
  const compiled = compile(graph, graph.nodes.at(-1)?.id ?? "", options);
  const placed = compiled.ok ? compiled.filters?.applied.flatMap((filter) => filter.placed) : [];
  return placed?.some(({ at }) => at !== "scan") ?? false;
}

const FAMILIES: Readonly<Record<string, Family>> = {
  "merged and unmerged give the same rows on ClickHouse": (clickhouse) =>
    mergedIsUnmerged(clickhouse, wildCatalog),
  "merged and unmerged give the same rows on PostgreSQL": (_, postgres) => mergedIsUnmerged(postgres),
  "ClickHouse and PostgreSQL give the same rows": (clickhouse, postgres) =>
    check(portableCatalog, async (graph, draws) => {
      const narrow = reducing(draws);
      const one = await rowsOf(clickhouse, graph, narrow);
      const other = await rowsOf(postgres, graph, narrow);
      if (one && other) assert.deepEqual(sorted(one), sorted(other));
    }, withPictures),
  "nodes that change nothing change nothing": (clickhouse) =>
    check(wildCatalog, async (graph) => {
      const plain = await rowsOf(clickhouse, graph);
      const target = graph.nodes.at(-1)?.id ?? "";
      const padded = await rowsOf(clickhouse, withIdentities(graph), {}, `${target}-same`);
      if (plain && padded) assert.deepEqual(padded, plain);
    }),
  "pages neither repeat nor skip on ClickHouse": (clickhouse) => pagesAreWhole(clickhouse, wildCatalog),
  "pages neither repeat nor skip on PostgreSQL": (_, postgres) => pagesAreWhole(postgres, portableCatalog),
  "a dashboard's filter is a filter behind every source": (clickhouse) =>
    check(wildCatalog, async (graph, draws) => {
      const { columns } = draws.pick(wildCatalog.tables);
      const column = draws.pick(columns);
      const { ignore_case: _, ...filter } = randomCondition(column, [column], draws);
      if ("other_column" in filter) return;
      const filters = [filter as { column: string; operator: string }];
      const target = graph.nodes.at(-1)?.id ?? "";
      // Behind a window or a fill it shows a part of what they saw: the oracle says which.
      if (standsAbove(graph, filters)) return;
      const given = await rowsOf(clickhouse, graph, { filters });
      const written = await rowsOf(clickhouse, withFilters(graph, filter), {}, target);
      // Where no sort orders the rows, the two statements may list them differently.
      if (given && written) assert.deepEqual(sorted(given), sorted(written));
    }, withPictures),
  "rows of other symbols never change what an entitled reader sees": symbolsOfOthers,
};

Deno.test({
  name: "random workflows",
  sanitizeOps: false,
  sanitizeResources: false,
  async fn(test) {
    const [clickhouse, postgres] = [await openClickHouse(), await openPostgres()];
    try {
      for (const engine of [clickhouse, postgres]) await fillRandomTables(engine);
      for (const [name, family] of Object.entries(FAMILIES)) {
        await test.step(name, () => family(clickhouse, postgres));
      }
    } finally {
      await clickhouse.close();
      await postgres.close();
    }
  },
});

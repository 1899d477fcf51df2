/**
 * Pages of long results full of ties. Every other page is read from a copy of the table whose rows lie the other way
 * round and in other parts, so that any tie that is left to the engine shows.
 */
import assert from "node:assert/strict";
import { type CatalogTable, compile, type Graph } from "@/compiler/mod.ts";
import { type Engine, openClickHouse, openPostgres, type Rows } from "./support/engines.ts";
import { chain, everything, graph, node } from "./support/graphs.ts";

const ROWS = 20_000;
const PARTS = 8;
const PAGE = 60;

const ticks = (database: string): CatalogTable => ({
  database,
  table: "ties",
  store: "clickhouse",
  columns: [
    { name: "id", type: "int64", nullable: false },
    { name: "venue", type: "string", nullable: false },
    { name: "at", type: "datetime", nullable: false },
    { name: "size", type: "int64", nullable: true },
  ],
});
const catalog = { tables: [ticks("straight"), ticks("turned")] };

/** Every 40 rows share their moment, every fourth its venue, and sizes repeat. */
async function fill(engine: Engine): Promise<void> {
  const isClickHouse = engine.dialect === "clickhouse";
  for (const database of ["straight", "turned"]) {
    await engine.fill(ticks(database), []);
    for (let part = 0; part < PARTS; part++) {
      const length = ROWS / PARTS;
      const numbers = isClickHouse ? `numbers(${length})` : `generate_series(0, ${length - 1})`;
      const counted = isClickHouse ? "toInt64(number)" : "number";
      const place = `(${counted} + ${part * length})`;
      const n = database === "straight" ? place : `(${ROWS - 1} - ${place})`;
      const minutes = isClickHouse ? `intDiv(${n}, 40)` : `${n} / 40`;
      const at = isClickHouse
        ? `toDateTime64('2024-01-31 09:30:00', 3, 'UTC') + 60 * ${minutes}`
        : `'2024-01-31 09:30:00+00'::timestamptz + (${minutes}) * interval '1 minute'`;
      const venue = isClickHouse ? `concat('V', toString(${n} % 4))` : `'V' || (${n} % 4)`;
      await engine.execute(
        `INSERT INTO ${database}.ties SELECT ${n}, ${venue}, ${at}, nullif(${n} % 7, 3) FROM ${numbers}${
          isClickHouse ? "" : " AS numbers(number)"
        }`,
      );
    }
  }
}

const read = (id = "a") => node(id, "data_source", { database: "straight", table: "ties" });
const by = (column: string, direction = "asc") => [{ column, direction }];
const sorted = node("sorted", "sort", { keys: by("venue") });
const few = node("few", "filter", {
  logic: "and",
  conditions: [{ column: "id", operator: "<", value: 300 }],
});

const GRAPHS: Readonly<Record<string, Graph>> = {
  "no order at all": chain(read()),
  "an order with ties": chain(read(), sorted),
  "the columns that would tell rows apart are gone": chain(
    read(),
    sorted,
    node("t", "select", { columns: ["venue", "size"] }),
  ),
  "a cut within a tie": chain(read(), sorted, node("t", "limit", { count: 5 * PAGE, offset: 7 })),
  "row numbers among ties": chain(
    read(),
    node("t", "window", {
      function: "row_number",
      as: "n",
      partition_by: ["venue"],
      order_by: by("size", "desc"),
    }),
  ),
  "the value before among ties": chain(
    read(),
    node("t", "window", {
      function: "lag",
      column: "id",
      as: "before",
      partition_by: [],
      order_by: by("at"),
    }),
  ),
  "a formula that counts rows among ties": chain(
    read(),
    sorted,
    node("t", "formula", { as: "n", expression: "ROW_NUMBER() + RANK()" }),
  ),
  "the first of each kind": chain(
    read(),
    node("t", "unique", { columns: ["at", "size"], keep: { column: "venue", direction: "desc" } }),
  ),
  "a sample": chain(read(), node("t", "sample", { mode: "rows", size: 5 * PAGE, seed: 3 })),
  "any rows of the table": chain(
    node("a", "data_source", { database: "straight", table: "ties", limit: 5 * PAGE }),
    node("t", "sort", { keys: by("size") }),
  ),
  "several quotes at the nearest moment": graph([
    read(),
    few,
    read("b"),
    node("quotes", "filter", { logic: "and", conditions: [{ column: "id", operator: "<", value: 900 }] }),
    node("t", "join", {
      kind: "asof",
      keys: [{ left: "venue", right: "venue" }],
      asof: { left: "at", right: "at", direction: "backward" },
    }),
  ], ["a > few", "few > t.left", "b > quotes", "quotes > t.right"]),
};

const turned = (workflow: Graph): Graph => ({
  ...workflow,
  nodes: workflow.nodes.map((each) =>
    each.type === "data_source" ? { ...each, config: { ...each.config, database: "turned" } } : each
  ),
});

async function rowsOf(engine: Engine, workflow: Graph, limit: number, offset: number): Promise<Rows> {
  const compiled = compile(workflow, workflow.nodes.at(-1)?.id ?? "", {
    catalog,
    dialect: engine.dialect,
    entitlements: everything,
    limit,
    offset,
  });
  assert.ok(compiled.ok, JSON.stringify(compiled));
  return await engine.run(compiled);
}

for (const open of [openClickHouse, openPostgres]) {
  Deno.test({
    name: `pages of ties: ${open === openClickHouse ? "ClickHouse" : "PostgreSQL"}`,
    sanitizeOps: false,
    sanitizeResources: false,
    async fn(test) {
      const engine = await open();
      try {
        await fill(engine);
        for (const [what, workflow] of Object.entries(GRAPHS)) {
          await test.step(what, async () => {
            const whole = await rowsOf(engine, workflow, 4 * PAGE, 0);
            assert.equal(whole.length, 4 * PAGE);
            for (let page = 0; page < 4; page++) {
              const source = page % 2 === 0 ? turned(workflow) : workflow;
              const expected = whole.slice(page * PAGE, (page + 1) * PAGE);
              assert.deepEqual(await rowsOf(engine, source, PAGE, page * PAGE), expected, `page ${page}`);
            }
          });
        }
      } finally {
        await engine.close();
      }
    },
  });
}

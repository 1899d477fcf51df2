/** A sample's trend is that of all points: their means, squares and products, computed by the store. */
import assert from "node:assert/strict";
import { type CatalogTable, compile } from "@/compiler/mod.ts";
import { type Engine, openClickHouse, openPostgres, type Rows } from "./support/engines.ts";
import { chain, everything, node } from "./support/graphs.ts";

const table: CatalogTable = {
  database: "flowforge",
  table: "points",
  store: "clickhouse",
  columns: [
    { name: "at", type: "datetime", nullable: true },
    { name: "day", type: "date", nullable: false },
    { name: "step", type: "int64", nullable: false },
    { name: "ratio", type: "float64", nullable: true },
    { name: "price", type: "decimal", nullable: true },
    { name: "name", type: "string", nullable: false },
    { name: "rows", type: "int64", nullable: false },
  ],
};

const ROWS = 2_000;
const data = Array.from({ length: ROWS }, (_, index) => {
  const noise = (index * 7919) % 997;
  return {
    at: index % 101 === 3 ? null : Date.UTC(2024, 1, 1) + index * 61_003 + noise,
    day: Date.UTC(1970, 1, 1) + Math.floor(index / 40) * 86_400_000,
    step: index - 900,
    ratio: index % 97 === 5 ? NaN : index % 89 === 7 ? null : Math.sin(index / 300) * 1e6,
    price: index % 61 === 2 ? null : 100 + index / 64 + noise / 64,
    name: `n${index}`,
    rows: index,
  };
});

type Axis = "at" | "day" | "step" | "ratio" | "price";

function expected(x: Axis, y: Axis) {
  const points = data.flatMap((row) => {
    const [a, b] = [row[x], row[y]];
    return a === null || b === null || Number.isNaN(a) || Number.isNaN(b) ? [] : [[a, b] as const];
  });
  const mean = (of: readonly number[]) =>
    of.reduce((sum, value) => sum + (value - of[0]!), 0) / of.length + of[0]!;
  const [mx, my] = [mean(points.map(([a]) => a)), mean(points.map(([, b]) => b))];
  const sum = (of: (a: number, b: number) => number) =>
    points.reduce((total, [a, b]) => total + of(a - mx, b - my), 0);
  return [ROWS, points.length, mx, my, sum((a) => a * a), sum((a, b) => a * b), sum((_, b) => b * b)];
}

async function read(
  engine: Engine,
  config: object,
  more: object = {},
): Promise<{ rows: Rows; facts: string[] }> {
  const graph = chain(
    node("a", "data_source", { database: "flowforge", table: "points" }),
    node("t", "scatter_plot", config as Record<string, unknown>),
  );
  const { dialect } = engine;
  const options = { catalog: { tables: [table] }, dialect, entitlements: everything, pixels: 50, ...more };
  const compiled = compile(graph, "t", options);
  assert.ok(compiled.ok, JSON.stringify(compiled));
  const facts = compiled.facts ?? [];
  const rows = await engine.run({ ...compiled, columns: [...compiled.columns, ...facts] });
  return { rows, facts: facts.map(({ name }) => name) };
}

async function withEngines(body: (engine: Engine) => Promise<void>): Promise<void> {
  for (const open of [openClickHouse, openPostgres]) {
    const engine = await open();
    try {
      const iso = (time: number) => new Date(time).toISOString();
      await engine.fill(
        table,
        data.map(({ at, day, ...rest }) => [
          at === null ? null : iso(at).replace("T", " ").replace("Z", ""),
          iso(day).slice(0, 10),
          ...Object.values(rest),
        ]),
      );
      await body(engine);
    } finally {
      await engine.close();
    }
  }
}

Deno.test("a sample of points says the sums of all of them, merged and unmerged", () =>
  withEngines(async (engine) => {
    const pairs = [["at", "price"], ["day", "ratio"], ["step", "price"], ["ratio", "step"], [
      "price",
      "ratio",
    ]] as const;
    for (const [x, y] of pairs) {
      for (const merge of [true, false]) {
        const { rows, facts } = await read(engine, { x, y, trend: true }, { facts: true, merge });
        assert.equal(rows.length, 200, "four points a pixel");
        assert.equal(facts.length, 7);
        const wanted = expected(x, y);
        for (const row of rows) {
          row.slice(2).map(Number).forEach((value, at) => {
            const scale = at === 5 ? Math.sqrt(wanted[4]! * wanted[6]!) : Math.abs(wanted[at]!);
            assert.ok(
              Math.abs(value - wanted[at]!) <= 1e-9 * scale,
              `${engine.dialect} ${x} ${y} ${facts[at]}: ${value}, not ${wanted[at]}`,
            );
          });
        }
      }
    }
  }));

Deno.test("a sample stays within what its caller takes, and draws the same points with facts as without", () =>
  withEngines(async (engine) => {
    const config = { x: "step", y: "price", size: "rows", color: "name", trend: true };
    const plain = await read(engine, config, { limit: 101 });
    const known = await read(engine, config, { limit: 101, facts: true });
    assert.equal(plain.rows.length, 100);
    assert.deepEqual(plain.facts, []);
    assert.deepEqual(known.rows.map((row) => row.slice(0, 4)), plain.rows);
    assert.equal(known.facts[0], "rows~", "a column has that name already");
  }));

Deno.test("without a trend, and over names, only the rows are counted", () =>
  withEngines(async (engine) => {
    for (const config of [{ x: "step", y: "price" }, { x: "name", y: "price", trend: true }]) {
      const { rows, facts } = await read(engine, config, { facts: true });
      assert.deepEqual(facts, ["rows"]);
      assert.equal(Number(rows[0]!.at(-1)), ROWS);
    }
  }));

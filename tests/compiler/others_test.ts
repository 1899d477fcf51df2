/** Bars that have no room become one, computed from their rows; what is cut without an order is the smallest. */
import assert from "node:assert/strict";
import { type CatalogTable, compile } from "@/compiler/mod.ts";
import { type Engine, openClickHouse, openPostgres, type Rows } from "./support/engines.ts";
import { chain, everything, node } from "./support/graphs.ts";

const table: CatalogTable = {
  database: "flowforge",
  table: "fills",
  store: "clickhouse",
  columns: [
    { name: "name", type: "string", nullable: true },
    { name: "side", type: "string", nullable: true },
    { name: "amount", type: "int64", nullable: true },
    { name: "step", type: "int64", nullable: false },
  ],
};

type Fill = readonly [string | null, string | null, number | null, number];

/** 120 names, one of them missing, one empty; amounts of both signs, and a name that only loses, and much. */
const data: readonly Fill[] = Array.from({ length: 1_500 }, (_, index): Fill => {
  const noise = (index * 7919) % 997;
  const at = (index * index) % 120;
  return [
    at === 9 ? null : at === 16 ? "" : `N${at}`,
    index % 7 === 0 ? null : index % 2 === 0 ? "buy" : "sell",
    index % 37 === 0 ? null : at === 49 ? -100 * (1 + noise) : (noise - 400) * (1 + at),
    index,
  ];
});

async function read(engine: Engine, config: object, options: object, before: object[] = []): Promise<Rows> {
  const graph = chain(
    node("a", "data_source", { database: "flowforge", table: "fills" }),
    ...before.map((keys, index) => node(`s${index}`, "sort", { keys: [keys] })),
    node("t", "bar_chart", config as Record<string, unknown>),
  );
  const { dialect } = engine;
  const compiled = compile(graph, "t", {
    catalog: { tables: [table] },
    dialect,
    entitlements: everything,
    ...options,
  });
  assert.ok(compiled.ok, JSON.stringify(compiled));
  return await engine.run({ ...compiled, columns: [...compiled.columns, ...compiled.facts ?? []] });
}

async function withEngines(body: (engine: Engine) => Promise<void>): Promise<void> {
  for (const open of [openClickHouse, openPostgres]) {
    const engine = await open();
    try {
      await engine.fill(table, data);
      await body(engine);
    } finally {
      await engine.close();
    }
  }
}

const FUNCTIONS: Readonly<Record<string, (values: readonly number[]) => number | null>> = {
  sum: (values) => values.length === 0 ? null : values.reduce((sum, value) => sum + value, 0),
  avg: (values) => values.length === 0 ? null : values.reduce((sum, value) => sum + value, 0) / values.length,
  count: (values) => values.length,
  max: (values) => values.length === 0 ? null : Math.max(...values),
  median: (values) => {
    const sorted = values.toSorted((a, b) => a - b);
    const middle = (sorted.length - 1) / 2;
    return sorted.length === 0 ? null : (sorted[Math.floor(middle)]! + sorted[Math.ceil(middle)]!) / 2;
  },
};

/** The width that has room for so many categories of so many bars each. */
const wideFor = (categories: number, bars = 1) => 60 + categories * (2 + 3 * bars);

/** Orders names by their bytes; a missing name comes last. */
const byName = (a: string | null, b: string | null) =>
  a === b ? 0 : a === null ? 1 : b === null ? -1 : a < b ? -1 : 1;

function expected(name: string, room: number, hasColour: boolean) {
  const whole = FUNCTIONS[name]!;
  const valuesOf = (rows: readonly Fill[]) => rows.flatMap(([, , amount]) => amount ?? []);
  const categories = [...Map.groupBy(data, ([category]) => category)]
    .map(([category, rows]) => ({ category, size: whole(valuesOf(rows)) }))
    .sort((a, b) => Math.abs(b.size ?? -1) - Math.abs(a.size ?? -1) || byName(a.category, b.category));
  const shown = categories.length <= room ? categories : categories.slice(0, room - 1);
  const kept = new Set(shown.map(({ category }) => category));
  const others = `${categories.length - kept.size} others`;
  const groups = Map.groupBy(
    data,
    ([category, side]) =>
      JSON.stringify([
        kept.has(category) ? 0 : 1,
        kept.has(category) ? category : others,
        hasColour ? side : 0,
      ]),
  );
  return [...groups].map(([key, rows]) => ({ key: JSON.parse(key), value: whole(valuesOf(rows)) }))
    .sort((a, b) => a.key[0] - b.key[0] || byName(a.key[1], b.key[1]) || byName(a.key[2], b.key[2]))
    .map(({ key, value }) => hasColour ? [key[1], key[2], value] : [key[1], value]);
}

const asNumber = (rows: Rows) =>
  rows.map((row) => [...row.slice(0, -1), row.at(-1) === null ? null : Number(row.at(-1))]);

Deno.test("the largest categories stay, and the others are one by the same function, merged and unmerged", () =>
  withEngines(async (engine) => {
    for (const name of Object.keys(FUNCTIONS)) {
      for (const color of [undefined, "side"]) {
        const config = { x: "name", y: ["amount"], function: name, ...(color && { color }) };
        const room = name === "median" ? 2 : 20;
        for (const merge of [true, false]) {
          const rows = asNumber(await read(engine, config, { pixels: wideFor(room, color ? 3 : 1), merge }));
          const wanted = expected(name, room, color !== undefined);
          assert.deepEqual(rows.map((row) => row.slice(0, -1)), wanted.map((row) => row.slice(0, -1)), name);
          rows.forEach((row, at) => {
            const [value, right] = [row.at(-1) as number | null, wanted[at]!.at(-1) as number | null];
            assert.equal(value === null, right === null);
            assert.ok(
              Math.abs((value ?? 0) - (right ?? 0)) < 1e-6,
              `${engine.dialect} ${name}: ${value}, not ${right}`,
            );
          });
        }
      }
    }
  }));

Deno.test("categories that have room are all there, and a caller's limit leaves room for every colour", () =>
  withEngines(async (engine) => {
    const config = { x: "name", y: ["amount"], function: "sum", color: "side" };
    const pixels = wideFor(120, 3);
    const all = await read(engine, config, { pixels });
    assert.deepEqual(all, await read(engine, config, {}));
    const within = asNumber(await read(engine, config, { pixels, limit: 31 }));
    assert.ok(within.length <= 30, `${within.length} rows`);
    assert.deepEqual(within, expected("sum", 10, true));
  }));

/** As a reader would fold colours: the largest fifteen, and all others as one behind them. */
function foldedColours(): readonly (readonly [string | null, string | null, number | null])[] {
  const sum = FUNCTIONS.sum!;
  const valuesOf = (rows: readonly Fill[]) => rows.flatMap(([, , amount]) => amount ?? []);
  const colours = [...Map.groupBy(data, ([name]) => name)]
    .map(([name, rows]) => ({ name, size: Math.abs(sum(valuesOf(rows)) ?? -1) }))
    .sort((a, b) => b.size - a.size || byName(a.name, b.name));
  const kept = new Set(colours.slice(0, 15).map(({ name }) => name));
  const others = `${colours.length - kept.size} others`;
  return [
    ...Map.groupBy(
      data,
      ([name, side]) => JSON.stringify([side, kept.has(name) ? 0 : 1, kept.has(name) ? name : others]),
    ),
  ]
    .map(([key, rows]) => ({ key: JSON.parse(key), value: sum(valuesOf(rows)) }))
    .sort((a, b) => byName(a.key[0], b.key[0]) || a.key[1] - b.key[1] || byName(a.key[2], b.key[2]))
    .map(({ key, value }) => [key[0], key[2], value]);
}

Deno.test("colours beyond the sixteenth are one, and how many there are is said", () =>
  withEngines(async (engine) => {
    const config = { x: "side", y: ["amount"], function: "sum", color: "name" };
    const rows = await read(engine, config, { pixels: 700, facts: true });
    const numbers = rows.map((row) => row.slice(3).map(Number));
    assert.deepEqual(
      new Set(numbers.map(String)),
      new Set(["3,3,18,15"]),
      "sides, those shown, names, those shown",
    );
    assert.deepEqual(
      rows.map((row) => [row[0], row[1], row[2] === null ? null : Number(row[2])]),
      foldedColours(),
    );
    // Colours are folded too where what is below the bars has an order of its own.
    const steps = await read(engine, { ...config, x: "step" }, { pixels: 700 });
    assert.equal(new Set(steps.map(([, name]) => name)).size, 16);
  }));

Deno.test("colours that are no names are cut by the largest, and fold no category", () =>
  withEngines(async (engine) => {
    const config = { x: "side", y: ["amount"], function: "sum", color: "step" };
    const cut = await read(engine, config, { pixels: 700, limit: 40 });
    const size = (row: Rows[number]) => Math.abs(Number(row.at(-1) ?? 0));
    const largest = (await read(engine, config, {})).map(size).sort((a, b) => b - a).slice(0, 40);
    assert.deepEqual(cut.map(size), largest);
    assert.ok(cut.every(([side]) => side === null || side === "buy" || side === "sell"));
  }));

Deno.test("bars of single rows keep the largest, unless an order or an axis says which", () =>
  withEngines(async (engine) => {
    const config = { x: "name", y: ["amount"] };
    const size = (row: Rows[number]) => Math.abs(Number(row.at(-1) ?? 0));
    const largest = (await read(engine, config, {})).map(size).sort((a, b) => b - a).slice(0, 50);
    const cut = await read(engine, config, { pixels: 100, limit: 50 });
    assert.deepEqual(cut.map(size), largest);
    const given = await read(engine, config, { pixels: 100, limit: 3 }, [{
      column: "step",
      direction: "asc",
    }]);
    assert.deepEqual(given.map(([name]) => name), data.slice(0, 3).map(([name]) => name));
    const steps = await read(engine, { x: "step", y: ["amount"] }, { pixels: 100, limit: 3 });
    assert.deepEqual(steps.map(([step]) => Number(step)), [1497, 1498, 1499]);
    const whole = await read(engine, config, { pixels: 100, limit: 5_000 });
    assert.deepEqual(whole, await read(engine, config, { limit: 5_000 }), "what is not cut stands as before");
  }));

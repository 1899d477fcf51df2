/** A line reduced to its pixel columns looks the same: first, last, lowest and highest of each column remain. */
import assert from "node:assert/strict";
import { type CatalogTable, compile, type Graph } from "@/compiler/mod.ts";
import { type Cell, type Engine, openClickHouse, openPostgres, type Rows } from "./support/engines.ts";
import { chain, everything, node } from "./support/graphs.ts";

const table: CatalogTable = {
  database: "flowforge",
  table: "ticks",
  store: "clickhouse",
  columns: [
    { name: "time", type: "datetime", nullable: true },
    { name: "day", type: "date", nullable: false },
    { name: "step", type: "int64", nullable: false },
    { name: "ratio", type: "float64", nullable: true },
    { name: "venue", type: "string", nullable: true },
    { name: "price", type: "decimal", nullable: true },
    { name: "rate", type: "float64", nullable: true },
  ],
};
const catalog = { tables: [table] };
const ROWS = 3_000;

/** Uneven in time, with ties, gaps, NaN and flat stretches; the same on every run. */
const ticks = Array.from({ length: ROWS }, (_, index) => {
  const noise = (index * 7919) % 997;
  const at = Date.UTC(1969, 11, 31, 12) + (index - index % 3) * 61_003 + noise;
  return [
    index % 211 === 7 ? null : new Date(at).toISOString().replace("T", " ").replace("Z", ""),
    new Date(at).toISOString().slice(0, 10),
    index * index,
    index % 301 === 5 ? null : (index - 900) / 7,
    index % 5 === 4 ? null : `V${index % 3}`,
    index % 17 === 0 ? null : index % 400 < 60 ? "5" : String(noise / 8),
    index % 23 === 0 ? NaN : index % 29 === 0 ? null : Math.round(Math.sin(index / 40) * 1000),
  ];
});

type Config = Readonly<Record<string, unknown>>;

function lineOf(config: Config): Graph {
  return chain(
    node("a", "data_source", { database: "flowforge", table: "ticks" }),
    node("line", "line_chart", config),
  );
}

async function rowsOf(engine: Engine, config: Config, pixels?: number, merge = true): Promise<Rows> {
  const compiled = compile(lineOf(config), "line", {
    catalog,
    dialect: engine.dialect,
    entitlements: everything,
    merge,
    ...(pixels === undefined ? {} : { pixels }),
  });
  assert.ok(compiled.ok, JSON.stringify(compiled));
  assert.deepEqual(compiled.reduced, pixels === undefined ? undefined : { method: "m4", pixels });
  return await engine.run(compiled);
}

const place = (x: Cell) => typeof x === "string" && /[-:]\d\d/.test(x) ? Date.parse(x) : Number(x);

interface Column {
  first: string;
  last: string;
  low: number;
  high: number;
}

/** What is drawn of each series in each pixel column. */
function drawn(rows: Rows, range: readonly [number, number], pixels: number, hasColour: boolean) {
  const columns = new Map<string, Column>();
  const firstValue = hasColour ? 2 : 1;
  for (const row of rows) {
    const [low, high] = range;
    const at = Math.min(Math.floor((place(row[0]!) - low) / (high - low) * pixels), pixels - 1);
    row.slice(firstValue).forEach((cell, series) => {
      const key = `${at}/${series}/${hasColour ? row[1] : ""}`;
      const value = cell === null ? NaN : Number(cell);
      const shown = `${row[0]} ${cell}`;
      const known = columns.get(key);
      if (known === undefined) {
        columns.set(key, {
          first: shown,
          last: shown,
          low: Number.isNaN(value) ? Infinity : value,
          high: Number.isNaN(value) ? -Infinity : value,
        });
        return;
      }
      known.last = shown;
      if (value < known.low) known.low = value;
      if (value > known.high) known.high = value;
    });
  }
  return new Map([...columns].sort(([left], [right]) => left < right ? -1 : 1));
}

const CASES: readonly (readonly [string, Config, number])[] = [
  ["time, one value", { x: "time", y: ["rate"] }, 97],
  ["time, two values and a colour", { x: "time", y: ["price", "rate"], color: "venue" }, 40],
  ["date, aggregated", { x: "day", y: ["price"], function: "avg", color: "venue" }, 2],
  ["whole numbers", { x: "step", y: ["price", "rate"] }, 64],
  ["numbers with a fraction, aggregated", { x: "ratio", y: ["rate"], function: "max" }, 120],
  ["one pixel", { x: "time", y: ["rate"] }, 1],
];

async function withEngines(body: (engine: Engine) => Promise<void>): Promise<void> {
  for (const open of [openClickHouse, openPostgres]) {
    const engine = await open();
    try {
      await body(engine);
    } finally {
      await engine.close();
    }
  }
}

/** Ties in x are settled by every column, as in the reduced statement, so that both orders are one. */
const byAll = (rows: Rows): Rows =>
  [...rows].sort((left, right) => {
    for (const [at, cell] of left.entries()) {
      const [a, b] = [cell, right[at] ?? null];
      if (a === b) continue;
      if (a === null || b === null) return a === null ? 1 : -1;
      const numbers = at === 0 ? [place(a), place(b)] : [Number(a), Number(b)];
      const [x = 0, y = 0] = numbers;
      if (Number.isNaN(x) || Number.isNaN(y)) return a < b ? -1 : 1;
      if (x !== y) return x - y;
    }
    return 0;
  });

Deno.test({
  name: "the reduced line is the full line, pixel column by pixel column",
  sanitizeOps: false,
  sanitizeResources: false,
  fn: () =>
    withEngines(async (engine) => {
      await engine.fill(table, ticks);
      for (const [what, config, pixels] of CASES) {
        const full = byAll(await rowsOf(engine, config));
        const reduced = await rowsOf(engine, config, pixels);
        const hasColour = config.color !== undefined;
        const colours = hasColour ? 4 : 1;
        const series = colours * (config.y as string[]).length;
        assert.ok(reduced.length <= 4 * pixels * series, `${what}: ${reduced.length} rows`);
        if (what !== "date, aggregated") assert.ok(reduced.length < full.length / 2, what);
        assert.deepEqual(byAll(reduced), reduced, `${what}: order`);
        const texts = new Set(full.map((row) => JSON.stringify(row)));
        assert.ok(reduced.every((row) => texts.has(JSON.stringify(row))), `${what}: rows made up`);
        const places = full.map((row) => place(row[0]!));
        const range = [Math.min(...places), Math.max(...places)] as const;
        assert.deepEqual(
          drawn(reduced, range, pixels, hasColour),
          drawn(full, range, pixels, hasColour),
          `${engine.dialect}: ${what}`,
        );
        assert.deepEqual(await rowsOf(engine, config, pixels, false), reduced, `${what}: merged`);
      }
    }),
});

Deno.test({
  name: "few rows, no rows, one x and infinities stay whole",
  sanitizeOps: false,
  sanitizeResources: false,
  fn: () =>
    withEngines(async (engine) => {
      const config = { x: "ratio", y: ["rate"] };
      const row = (
        ratio: number | null,
        rate: number | null,
      ) => [null, "2024-01-01", 1, ratio, "V", "1", rate];
      await engine.fill(table, []);
      assert.deepEqual(await rowsOf(engine, config, 10), []);
      await engine.fill(table, [row(3, 1), row(3, 2), row(3, null)]);
      assert.deepEqual(await rowsOf(engine, config, 10), [[3, 1], [3, 2], [3, null]]);
      await engine.fill(table, [row(1, 1), row(2, null), row(3, 2), row(NaN, 5), row(null, 6)]);
      assert.deepEqual(await rowsOf(engine, config, 10), [[1, 1], [2, null], [3, 2]]);
      // Ends so far apart that their distance has no place among the numbers leave one drawable column each.
      await engine.fill(table, [row(-9e299, 1), row(0, 7), row(9e299, 2), row(5e-324, 3)]);
      assert.equal((await rowsOf(engine, config, 10)).length, 4);
    }),
});

Deno.test("an axis of names and values that are no numbers are left alone; a scatter plot says its sample", () => {
  const options = { catalog, dialect: "clickhouse" as const, entitlements: everything, pixels: 100 };
  for (const config of [{ x: "venue", y: ["rate"] }, { x: "time", y: ["venue"] }]) {
    const compiled = compile(lineOf(config), "line", options);
    const whole = compile(lineOf(config), "line", { ...options, pixels: undefined });
    assert.ok(compiled.ok && whole.ok);
    assert.equal(compiled.sql, whole.sql);
    assert.equal(compiled.reduced, undefined);
  }
  const scatter = chain(
    node("a", "data_source", { database: "flowforge", table: "ticks" }),
    node("points", "scatter_plot", { x: "ratio", y: "rate" }),
  );
  const compiled = compile(scatter, "points", options);
  assert.ok(compiled.ok);
  assert.deepEqual(compiled.reduced, { method: "sample", pixels: 100, rows: 400 });
});

Deno.test("a width that is none is a problem", () => {
  for (const pixels of [0, -5, NaN, Infinity]) {
    const compiled = compile(lineOf({ x: "time", y: ["rate"] }), "line", {
      catalog,
      dialect: "clickhouse",
      entitlements: everything,
      pixels,
    });
    assert.ok(!compiled.ok);
    assert.equal(compiled.problems[0]?.code, "invalid_option");
  }
});

/** A table of exact numbers of many widths, drawn from a seed, and statements over it. */
import assert from "node:assert/strict";
import { type CatalogTable, compile, type Graph } from "@/compiler/mod.ts";
import type { Engine } from "../support/engines.ts";
import { chain, node } from "../support/graphs.ts";

const SHAPES = [[9, 2], [15, 4], [16, 0], [18, 6], [20, 0], [38, 10], [38, 30], [60, 40]] as const;
export const ROWS = 400;
export const SEED = Number(Deno.env.get("FUZZ_SEED") ?? Date.now() % 1e9);

export const decimals = SHAPES.map(([precision, scale]) => ({
  name: `d${precision}_${scale}`,
  type: "decimal" as const,
  nullable: false,
  precision,
  scale,
}));
/** The columns behind the first two, in their order. */
export const exact = [{ name: "i", precision: 19, scale: 0 }, ...decimals];
const table = (engine: Engine): CatalogTable => ({
  database: "flowforge",
  table: "exact",
  store: "clickhouse",
  columns: [
    { name: "id", type: "int64", nullable: false },
    { name: "f", type: "float64", nullable: false },
    { name: "i", type: "int64", nullable: false },
    ...decimals.map((column) => ({
      ...column,
      storeType: `${
        engine.dialect === "clickhouse" ? "Decimal" : "numeric"
      }(${column.precision}, ${column.scale})`,
    })),
  ],
});

type ExactRows = readonly (readonly [number, number, ...string[]])[];

/** Mulberry32. */
function drawer(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = state + 0x6d2b79f5 | 0;
    let t = Math.imul(state ^ state >>> 15, 1 | state);
    t = t + Math.imul(t ^ t >>> 7, 61 | t) ^ t;
    return ((t ^ t >>> 14) >>> 0) % below;
  };
}

export function randomRows(seed: number): ExactRows {
  const draw = drawer(seed);
  return Array.from({ length: ROWS }, (_, id) => {
    const whole = BigInt.asIntN(64, BigInt(draw(2 ** 32)) << BigInt(draw(33)));
    const decimals = SHAPES.map(([precision, scale]) => {
      const digits = Array.from({ length: 1 + draw(precision) }, () => draw(10)).join("").padStart(
        scale + 1,
        "0",
      );
      const whole = digits.slice(0, digits.length - scale).replace(/^0+(?=\d)/, "");
      const text = scale === 0 ? whole : `${whole}.${digits.slice(-scale)}`;
      return /[1-9]/.test(text) && draw(2) ? `-${text}` : text;
    });
    const float = (draw(2) ? -1 : 1) *
      (draw(2) ? draw(100_000) / 10 ** draw(5) : draw(2 ** 31) * 10 ** (draw(12) - 9));
    return [id, Object.is(float, -0) ? 0 : float, String(whole), ...decimals] as const;
  });
}

export const byId = node("o", "sort", { keys: [{ column: "id", direction: "asc" }] });

/** A double as text that names it alone: the shortest. */
export const asText = (column: string) =>
  node("t", "formula", { as: "text", expression: `[${column}] & ""` });
export const only = (...columns: string[]) => node("s", "select", { columns });

/** The numbers of one of the exact columns in units of its last place. */
export const unitsOf = (rows: ExactRows, index: number): readonly bigint[] =>
  rows.map((row) => BigInt(String(row[index + 2]).replace(".", "")));

/** Fills the table, and gives what runs nodes behind it. */
export async function filled(engine: Engine, rows: ExactRows) {
  const stored = table(engine);
  await engine.fill(stored, rows);
  return async (...nodes: Graph["nodes"]) => {
    const value = chain(
      node("a", "data_source", { database: stored.database, table: stored.table }),
      ...nodes,
    );
    const target = value.nodes.at(-1)?.id ?? "";
    const compiled = compile(value, target, { catalog: { tables: [stored] }, dialect: engine.dialect });
    assert.ok(compiled.ok, JSON.stringify(compiled));
    return await engine.run(compiled);
  };
}

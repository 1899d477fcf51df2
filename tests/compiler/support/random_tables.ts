/** Tables that are made to hurt, and the values that stand in them. */
import type { Catalog, CatalogTable } from "@/compiler/mod.ts";
import type { Engine } from "./engines.ts";

export const HOSTILE_NAMES = [
  "s1",
  "c1",
  "s1.c1",
  "select",
  'quo"te',
  "back\\slash",
  "line\nbreak",
  "emoji 🙂",
  "Case",
  "case",
  "{p1:String}",
  "$1",
  "`tick`",
  "a".repeat(80),
  "--",
  "__proto__",
] as const;

export const hostile: CatalogTable = {
  database: "flowforge",
  table: 'hos"tile',
  store: "clickhouse",
  symbolColumn: "s1",
  eventTime: "back\\slash",
  columns: [
    { name: "s1", type: "string", nullable: false },
    { name: "c1", type: "int64", nullable: true },
    { name: "s1.c1", type: "string", nullable: true },
    { name: 'quo"te', type: "decimal", nullable: true },
    { name: "back\\slash", type: "datetime", nullable: true },
    { name: "select", type: "int64", nullable: false },
    { name: "Case", type: "boolean", nullable: true },
    { name: "case", type: "date", nullable: true },
    { name: "$1", type: "float64", nullable: true },
  ],
};

export const TEXTS = ["", "a", "A", "é", "'; DROP TABLE x; --", "\\", "%_", "{p1:String}"];
export const INTS = ["0", "1", "2", "-1", "9223372036854775807", "-9223372036854775808", "7", "7"];
export const DECIMALS = ["0", "1.5", "-0.000001", "999999999999.999999", "1.500000", "2"];
export const TIMES = [
  "2024-03-10 01:59:59.999",
  "2024-03-10 07:00:00.000",
  "1969-12-31 23:59:59.001",
  "2024-11-03 06:30:00.000",
];
const FLOATS = [0.5, -1.5, 1e10, 2, 2];
export const DAYS = ["2024-02-29", "1970-01-01", "2099-12-31", "2024-12-30"];

/** The same columns, and nothing in them, or one row. */
export const empty: CatalogTable = { ...hostile, table: "empty" };
export const single: CatalogTable = { ...hostile, table: "single" };

/** Values on which engines differ among themselves, and names longer than PostgreSQL has them: for ClickHouse alone. */
export const wild: CatalogTable = {
  database: "flowforge",
  table: "wi`ld",
  store: "clickhouse",
  symbolColumn: "s2.c1",
  eventTime: "case",
  columns: [
    { name: "s2.c1", type: "string", nullable: false },
    { name: "a".repeat(80), type: "float64", nullable: true },
    { name: "b".repeat(80), type: "float64", nullable: false },
    { name: "case", type: "date", nullable: true },
    { name: "select", type: "int64", nullable: true },
    { name: "emoji 🙂", type: "string", nullable: true },
  ],
};
const WILD_FLOATS = [NaN, Infinity, -Infinity, 0, -0, 1, 1, 5e-324, 0.5];

export const portableCatalog: Catalog = { tables: [hostile, empty, single] };
export const wildCatalog: Catalog = { tables: [hostile, empty, single, wild] };

export async function fillRandomTables(engine: Engine): Promise<void> {
  await engine.fill(hostile, hostileRows(24, 7));
  await engine.fill(empty, []);
  await engine.fill(single, hostileRows(1, 3));
  if (engine.dialect === "clickhouse") await engine.fill(wild, wildRows(20, 5));
}

/** The same rows in another database, the last first: an engine that is left the choice makes another one there. */
const turned = (table: CatalogTable): CatalogTable => ({ ...table, database: "turned" });
export const turnedCatalog: Catalog = { tables: wildCatalog.tables.map(turned) };

export async function fillTurnedTables(engine: Engine): Promise<void> {
  await engine.fill(turned(hostile), hostileRows(24, 7).reverse());
  await engine.fill(turned(empty), []);
  await engine.fill(turned(single), hostileRows(1, 3));
  if (engine.dialect === "clickhouse") await engine.fill(turned(wild), wildRows(20, 5).reverse());
}

type Draw = <T>(list: readonly T[]) => T;

function draws(seed: number): { draw: Draw; maybe: <T>(value: T) => T | null } {
  let state = seed;
  const draw: Draw = (list) => {
    state = (state * 1103515245 + 12345) % 2147483648;
    return list[Math.floor(state / 65536) % list.length] as typeof list[number];
  };
  return { draw, maybe: (value) => draw([0, 1, 2, 3]) === 0 ? null : value };
}

export function hostileRows(count: number, seed: number): unknown[][] {
  const { draw, maybe } = draws(seed);
  return Array.from({ length: count }, () => [
    draw(["AAPL", "MSFT", "", "JPM"]),
    maybe(draw(INTS)),
    maybe(draw(TEXTS)),
    maybe(draw(DECIMALS)),
    maybe(draw(TIMES)),
    draw(["1", "2", "3"]),
    maybe(draw([true, false])),
    maybe(draw(DAYS)),
    maybe(draw(FLOATS)),
  ]);
}

export function wildRows(count: number, seed: number): unknown[][] {
  const { draw, maybe } = draws(seed);
  return Array.from({ length: count }, () => [
    draw(["AAPL", "MSFT", "", "JPM"]),
    maybe(draw(WILD_FLOATS)),
    draw(WILD_FLOATS),
    maybe(draw(DAYS)),
    maybe(draw(INTS)),
    maybe(draw(TEXTS)),
  ]);
}

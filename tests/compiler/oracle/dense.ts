/** A table whose times lie whole units apart, and at the ends of periods before now, so that ends and ties decide. */
import type { Catalog, CatalogTable } from "@/compiler/mod.ts";
import { wildCatalog } from "../support/random_tables.ts";

export const NOW = "2024-03-10T07:00:00.000Z";

export const dense: CatalogTable = {
  database: "flowforge",
  table: "dense",
  store: "clickhouse",
  symbolColumn: "symbol",
  eventTime: "time",
  columns: [
    { name: "symbol", type: "string", nullable: false },
    { name: "time", type: "datetime", nullable: true },
    { name: "day", type: "date", nullable: true },
    { name: "count", type: "int64", nullable: true },
    { name: "price", type: "decimal", nullable: true },
    { name: "rate", type: "float64", nullable: true },
    { name: "flag", type: "boolean", nullable: true },
    { name: "seen", type: "datetime", nullable: false },
  ],
};

export const oracleCatalog: Catalog = { tables: [dense, ...wildCatalog.tables] };

const TIMES = [
  "2024-03-10 07:00:00.000",
  "2024-03-10 06:59:59.000",
  "2024-03-10 06:59:00.000",
  "2024-03-10 06:00:00.000",
  "2024-03-10 05:00:00.000",
  "2024-03-09 07:00:00.000",
  "2024-03-09 06:00:00.000",
  "2024-03-08 07:00:00.000",
  "2024-03-03 07:00:00.000",
  "2024-02-10 07:00:00.000",
  "2024-01-10 07:00:00.000",
  "2023-12-10 07:00:00.000",
  "2023-03-10 07:00:00.000",
  "1969-12-28 23:59:59.999",
];

/** ClickHouse's Date begins in 1970. */
const DAYS = TIMES.slice(0, -1).map((time) => time.slice(0, 10));

/** Every row a different mix of few values, and no two columns in step. */
export function denseRows(count: number, seed: number): unknown[][] {
  let state = seed % 2147483647 || 1;
  const draw = <T>(list: readonly T[]): T => {
    state = (state * 48271) % 2147483647;
    return list[state % list.length] as T;
  };
  const maybe = <T>(value: T) => draw([0, 1, 2, 3, 4]) === 0 ? null : value;
  return Array.from({ length: count }, () => [
    draw(["AAPL", "MSFT", "JPM"]),
    maybe(draw(TIMES)),
    maybe(draw(DAYS)),
    maybe(draw(["1", "2", "3", "-4"])),
    maybe(draw(["1", "2", "2.5", "-0.000001"])),
    maybe(draw([0.5, 1, 2, -1.5])),
    maybe(draw([true, false])),
    draw(TIMES),
  ]);
}

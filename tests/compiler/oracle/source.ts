/** Scans: entitlements and locked filters first, then the dashboard's filters, then the chosen columns and the source's own limit. */
import type { Column } from "@/compiler/schema/types.ts";
import { keeps } from "./conditions.ts";
import { cutOf } from "./order.ts";
import { meaning, type World } from "./node.ts";
import { reaches } from "./origins.ts";
import { indexOf, type Line } from "./relation.ts";
import { readValue } from "./values.ts";

interface Source {
  readonly database: string;
  readonly table: string;
  readonly columns?: readonly string[];
  readonly event_time?: string;
  readonly limit?: number;
}

function scan(world: World, { database, table }: Source) {
  const found = world.tables.find((each) => each.table.database === database && each.table.table === table);
  if (found === undefined) throw new TypeError(`There is no table ${database}.${table}`);
  const columns = found.table.columns.map(({ name, type, nullable, precision, scale }): Column =>
    type === "decimal"
      ? { name, type, nullable, precision: precision ?? 18, scale: scale ?? 6 }
      : { name, type, nullable }
  );
  const lines = found.rows.map((row): Line => ({
    cells: columns.map((column, at) => readValue(row[at], column)),
    place: [],
  }));
  return { columns, lines, table: found.table };
}

export const dataSource = meaning<Source>(
  (config, _inputs, { world, entitlements, filters, locked, now }) => {
    const { columns, lines, table } = scan(world, config);
    const { symbolColumn } = table;
    const given = entitlements?.symbols;
    const symbols = given === "all" || Array.isArray(given) ? given : [];
    const isEntitled = symbolColumn === undefined || symbols === "all"
      ? () => true
      : keeps({ column: symbolColumn, operator: "in", value: symbols }, columns, now);
    const applicable = filters.filter((filter) => reaches(filter, table, { ...config }));
    const isLocked = keeps({ logic: "and", conditions: locked }, columns, now);
    const isAsked = keeps({ logic: "and", conditions: applicable }, columns, now);
    const chosen = (config.columns ?? columns.map(({ name }) => name)).map((name) => indexOf(columns, name));
    const relation = {
      columns: chosen.map((at) => columns[at] as Column),
      lines: lines.filter(isEntitled).filter(isLocked).filter(isAsked).map(({ cells, place }) => ({
        cells: chosen.map((at) => cells[at] ?? null),
        place,
      })),
      order: [],
    };
    return cutOf(relation, 0, config.limit ?? Infinity);
  },
);

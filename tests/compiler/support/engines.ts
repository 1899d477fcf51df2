/** Real engines in process: ClickHouse through chDB, PostgreSQL through PGlite. */
import { createRequire } from "node:module";
import { createClient } from "@clickhouse/client";
import { PGlite } from "@electric-sql/pglite";
import type { BoundParam, CatalogTable, Column, CompileResult } from "@/compiler/mod.ts";

export type Cell = string | number | boolean | null;
export type Rows = Cell[][];
export type Compiled = Extract<CompileResult, { ok: true }>;

export interface Engine {
  readonly dialect: "clickhouse" | "postgres";
  execute(sql: string): Promise<void>;
  /** Creates the table under its catalogue types and fills it. */
  fill(table: CatalogTable, rows: readonly (readonly unknown[])[]): Promise<void>;
  run(statement: Compiled): Promise<Rows>;
  close(): Promise<void>;
}

const engineFolder = new URL("../../../.engine/package.json", import.meta.url).pathname;

const CLICKHOUSE_TYPES: Record<string, string> = {
  string: "String",
  int64: "Int64",
  float64: "Float64",
  decimal: "Decimal(18, 6)",
  date: "Date",
  datetime: "DateTime64(3, 'UTC')",
  boolean: "Bool",
};
const POSTGRES_TYPES: Record<string, string> = {
  string: "text",
  int64: "bigint",
  float64: "double precision",
  decimal: "numeric",
  date: "date",
  datetime: "timestamptz",
  boolean: "boolean",
};

function clickhouseName(name: string): string {
  return `"${name.replaceAll("\\", "\\\\").replaceAll('"', '\\"')}"`;
}

function postgresName(name: string): string {
  return `"${name.replaceAll('"', '""')}"`;
}

export async function openClickHouse(): Promise<Engine> {
  const { createChdbConnection } = createRequire(engineFolder)("chdb/connection");
  const path = await Deno.makeTempDir({ prefix: "compiler-chdb-" });
  const client = createClient(
    { connection: createChdbConnection({ path }) } as Parameters<typeof createClient>[0],
  );
  const execute = async (sql: string) => {
    await client.command({ query: sql });
  };
  return {
    dialect: "clickhouse",
    execute,
    async fill(table, rows) {
      const columns = table.columns.map((column) => {
        const type = column.storeType ?? CLICKHOUSE_TYPES[column.type];
        const wrapped = column.nullable && !type?.includes("Nullable") ? `Nullable(${type})` : type;
        return `${clickhouseName(column.name)} ${wrapped}`;
      });
      await execute(`CREATE DATABASE IF NOT EXISTS ${clickhouseName(table.database)}`);
      const name = `${clickhouseName(table.database)}.${clickhouseName(table.table)}`;
      await execute(`DROP TABLE IF EXISTS ${name}`);
      await execute(`CREATE TABLE ${name} (${columns.join(", ")}) ENGINE = MergeTree ORDER BY tuple()`);
      if (rows.length === 0) return;
      const values = rows.map((row) => `(${row.map((cell) => literal(cell, true)).join(", ")})`);
      await execute(`INSERT INTO ${name} VALUES ${values.join(", ")}`);
    },
    async run(statement) {
      const answer = await client.query({
        query: statement.sql,
        format: "JSONCompact",
        query_params: Object.fromEntries(statement.params.map((param) => [param.name, param.value])),
        clickhouse_settings: {
          output_format_json_quote_64bit_integers: 1,
          output_format_json_quote_decimals: 1,
        },
      });
      const { meta, data } = await answer.json() as { meta: { type: string }[]; data: Rows };
      statement.columns.forEach((column, index) => checkType(column, meta[index]?.type ?? "none"));
      return data.map((row) => row.map((cell, index) => normalise(cell, statement.columns[index])));
    },
    async close() {
      await client.close();
      await Deno.remove(path, { recursive: true }).catch(() => {});
    },
  };
}

/** A result column has exactly the type that was declared. */
function checkType(column: Column, actual: string): void {
  const bare = /^Nullable\((.*)\)$/.exec(actual)?.[1] ?? actual;
  const expected = column.type === "decimal"
    ? /^Decimal\(/
    : column.type === "datetime"
    ? /^DateTime64\(\d, 'UTC'\)$/
    : column.type === "date"
    ? /^Date(32)?$/
    : new RegExp(`^${CLICKHOUSE_TYPES[column.type]}$`);
  if (!expected.test(bare)) {
    throw new Error(`column ${column.name} is declared ${column.type} but came as ${actual}`);
  }
  if (column.type === "decimal") {
    const [, precision, scale] = /\((\d+), (\d+)\)/.exec(bare) ?? [];
    if (Number(scale) !== column.scale || Number(precision) < (column.precision ?? 0)) {
      throw new Error(
        `column ${column.name} is decimal(${column.precision},${column.scale}) but came as ${actual}`,
      );
    }
  }
  if (!column.nullable && bare !== actual) {
    throw new Error(`column ${column.name} is not nullable but came as ${actual}`);
  }
}

export async function openPostgres(): Promise<Engine> {
  const database = await PGlite.create();
  await database.exec("SET TIME ZONE 'America/New_York'");
  return {
    dialect: "postgres",
    async execute(sql) {
      await database.exec(sql);
    },
    async fill(table, rows) {
      const columns = table.columns.map((column) =>
        `${postgresName(column.name)} ${column.storeType ?? POSTGRES_TYPES[column.type]}`
      );
      const name = `${postgresName(table.database)}.${postgresName(table.table)}`;
      await database.exec(`CREATE SCHEMA IF NOT EXISTS ${postgresName(table.database)}`);
      await database.exec(`DROP TABLE IF EXISTS ${name}`);
      await database.exec(`CREATE TABLE ${name} (${columns.join(", ")})`);
      if (rows.length === 0) return;
      const values = rows.map((row) =>
        `(${row.map((cell, index) => literal(zoned(cell, table.columns[index]?.type), false)).join(", ")})`
      );
      await database.exec(`INSERT INTO ${name} VALUES ${values.join(", ")}`);
    },
    async run(statement) {
      const values = statement.params.map((param: BoundParam) => param.value);
      const answer = await database.query<Cell[]>(statement.sql, values, {
        rowMode: "array",
        parsers: Object.fromEntries([16, 20, 21, 23, 25, 700, 701, 1043, 1082, 1114, 1184, 1700]
          .map((oid) => [oid, (text: string) => text])),
      });
      return answer.rows.map((row) => row.map((cell, index) => normalise(cell, statement.columns[index])));
    },
    async close() {
      await database.close();
    },
  };
}

function zoned(cell: unknown, type: string | undefined): unknown {
  return type === "datetime" && typeof cell === "string" ? `${cell}+00` : cell;
}

function literal(cell: unknown, clickhouse: boolean): string {
  if (cell === null) return "NULL";
  if (typeof cell === "number") return Number.isNaN(cell) ? (clickhouse ? "nan" : "'NaN'") : String(cell);
  if (typeof cell === "boolean") return String(cell);
  const text = String(cell);
  return clickhouse
    ? `'${text.replaceAll("\\", "\\\\").replaceAll("'", "\\'")}'`
    : `'${text.replaceAll("'", "''")}'`;
}

/** The same value reads the same from either engine. */
export function normalise(cell: Cell, column: Column | undefined): Cell {
  if (cell === null || column === undefined) return null;
  switch (column.type) {
    case "int64":
      return String(cell);
    case "decimal":
      return String(cell).includes(".") ? String(cell).replace(/\.?0+$/, "") : String(cell);
    case "float64": {
      const number = Number(cell);
      if (!Number.isFinite(number)) return null;
      return number === 0 ? 0 : Number(number.toPrecision(11));
    }
    case "boolean":
      return cell === true || cell === "t" || cell === "true";
    case "datetime": {
      const text = String(cell).replace(" ", "T");
      const withZone = /[+-]\d\d(:?\d\d)?$/.test(text) ? text.replace(/([+-]\d\d)$/, "$1:00") : `${text}Z`;
      return new Date(withZone).toISOString();
    }
    default:
      return String(cell);
  }
}

/** Rows as a bag, for results without an order. */
export function sorted(rows: Rows): Rows {
  return [...rows].sort((left, right) => {
    const [a, b] = [JSON.stringify(left), JSON.stringify(right)];
    return a < b ? -1 : a > b ? 1 : 0;
  });
}

/** Real engines in process: ClickHouse through chDB, PostgreSQL through PGlite. */
import { createRequire } from "node:module";
import { createClient } from "@clickhouse/client";
import { PGlite } from "@electric-sql/pglite";
import { connectPostgres } from "@/lib/server/stores/postgres/client.ts";
import { toText } from "@/lib/server/stores/postgres/text_values.ts";
import { startPostgres } from "../../support/postgres.ts";
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
  /** Rows of a statement that was written by hand, as the driver gives them. */
  rows(sql: string): Promise<readonly (readonly unknown[])[]>;
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

type Client = ReturnType<typeof createClient>;

/**
 * Two connections to one folder: tables are written through the first; statements run through the second, which is
 * `readonly=1` with every setting at its default but for the form in which numbers are printed.
 */
export async function openClickHouse(): Promise<Engine> {
  const { createChdbConnection } = createRequire(engineFolder)("chdb/connection");
  const path = await Deno.makeTempDir({ prefix: "compiler-chdb-" });
  const connect = (): Client =>
    createClient({ connection: createChdbConnection({ path }) } as Parameters<typeof createClient>[0]);
  const writer = connect();
  let reader: Client | undefined;
  const openReader = async (): Promise<Client> => {
    const fresh = connect();
    for (
      const setting of [
        "output_format_json_quote_64bit_integers",
        "output_format_json_quote_decimals",
        "readonly",
      ]
    ) await fresh.command({ query: `SET ${setting} = 1` });
    return fresh;
  };
  const execute = async (sql: string) => {
    await writer.command({ query: sql });
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
      for (const values of valueLists(rows, (cell) => literal(cell, true))) {
        await execute(`INSERT INTO ${name} VALUES ${values}`);
      }
    },
    async run(statement) {
      reader ??= await openReader();
      try {
        const answer = await reader.query({
          query: statement.sql,
          format: "JSONCompact",
          query_params: Object.fromEntries(statement.params.map((param) => [param.name, param.value])),
        });
        const { meta, data } = await answer.json() as { meta: { type: string }[]; data: Rows };
        statement.columns.forEach((column, index) => checkType(column, meta[index]?.type ?? "none"));
        return data.map((row) => row.map((cell, index) => normalise(cell, statement.columns[index])));
      } catch (error) {
        // A connection that saw an error is not to be used again.
        await reader.close();
        reader = undefined;
        throw explained(error, statement);
      }
    },
    async rows(sql) {
      const answer = await writer.query({ query: sql, format: "JSONCompact" });
      return (await answer.json() as { data: unknown[][] }).data;
    },
    async close() {
      await reader?.close();
      await writer.close();
      await Deno.remove(path, { recursive: true }).catch(() => {});
    },
  };
}

function explained(error: unknown, statement: Compiled): Error {
  const message = error instanceof Error ? error.message : String(error);
  return new Error(`${message}\n${statement.sql}\n${JSON.stringify(statement.params)}`);
}

/** Rows in statements of a size that any parser takes. */
function valueLists(
  rows: readonly (readonly unknown[])[],
  text: (cell: unknown, column: number) => string,
): readonly string[] {
  const lists: string[] = [];
  for (let start = 0; start < rows.length; start += 1000) {
    lists.push(rows.slice(start, start + 1000).map((row) => `(${row.map(text).join(", ")})`).join(", "));
  }
  return lists;
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

interface Session {
  execute(sql: string): Promise<unknown>;
  query(sql: string, values: readonly unknown[]): Promise<readonly (readonly unknown[])[]>;
  close(): Promise<void>;
}

export async function openPostgres(): Promise<Engine> {
  const database = await PGlite.create();
  await database.exec("SET TIME ZONE 'America/New_York'");
  const parsers = Object.fromEntries([16, 20, 21, 23, 25, 700, 701, 1043, 1082, 1114, 1184, 1700]
    .map((oid) => [oid, (text: string) => text]));
  return postgresEngine({
    execute: (sql) => database.exec(sql),
    query: async (sql, values) =>
      (await database.query<unknown[]>(sql, [...values], { rowMode: "array", parsers })).rows,
    close: () => database.close(),
  });
}

/** A PostgreSQL server of its own, through the product's own driver settings. */
export async function openPostgresServer(): Promise<Engine> {
  const server = await startPostgres();
  const decoder = new TextDecoder();
  const client = connectPostgres({ url: server.url }, {
    maxConnections: 1,
    settings: { TimeZone: "America/New_York" },
  });
  return postgresEngine({
    execute: (sql) => client.unsafe(sql),
    async query(sql, values) {
      const rows = await client.unsafe(sql, values.map(toText))
        .raw() as readonly (readonly (Uint8Array | null)[])[];
      return rows.map((row) => row.map((cell) => cell === null ? null : decoder.decode(cell)));
    },
    async close() {
      await client.end();
      await server.close();
    },
  });
}

function postgresEngine(session: Session): Engine {
  return {
    dialect: "postgres",
    async execute(sql) {
      await session.execute(sql);
    },
    async fill(table, rows) {
      const columns = table.columns.map((column) =>
        `${postgresName(column.name)} ${column.storeType ?? POSTGRES_TYPES[column.type]}`
      );
      const name = `${postgresName(table.database)}.${postgresName(table.table)}`;
      await session.execute(`CREATE SCHEMA IF NOT EXISTS ${postgresName(table.database)}`);
      await session.execute(`DROP TABLE IF EXISTS ${name}`);
      await session.execute(`CREATE TABLE ${name} (${columns.join(", ")})`);
      const text = (cell: unknown, at: number) => literal(zoned(cell, table.columns[at]?.type), false);
      for (const values of valueLists(rows, text)) {
        await session.execute(`INSERT INTO ${name} VALUES ${values}`);
      }
    },
    async run(statement) {
      const values = statement.params.map((param: BoundParam) => param.value);
      try {
        const rows = await session.query(statement.sql, values);
        return rows.map((row) => row.map((cell, index) => normalise(cell as Cell, statement.columns[index])));
      } catch (error) {
        throw explained(error, statement);
      }
    },
    rows: (sql) => session.query(sql, []),
    close: () => session.close(),
  };
}

function zoned(cell: unknown, type: string | undefined): unknown {
  return type === "datetime" && typeof cell === "string" ? `${cell}+00` : cell;
}

function literal(cell: unknown, clickhouse: boolean): string {
  if (cell === null) return "NULL";
  if (typeof cell === "number") {
    if (Object.is(cell, -0)) return clickhouse ? "-0.0" : "'-0'";
    if (Number.isFinite(cell)) return String(cell);
    return clickhouse ? String(cell).replace("Infinity", "inf").toLowerCase() : `'${cell}'`;
  }
  if (typeof cell === "boolean") return String(cell);
  const text = String(cell);
  return clickhouse
    ? `'${text.replaceAll("\\", "\\\\").replaceAll("'", "\\'")}'`
    : `'${text.replaceAll("'", "''")}'`;
}

/** The same value reads the same from either engine. */
function normalise(cell: Cell, column: Column | undefined): Cell {
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

/** The two engines with the same hostile rows in both, for tests that compare their answers. */
import { createRequire } from "node:module";
import { PGlite } from "@electric-sql/pglite";
import { createClient } from "@clickhouse/client";
import type { Expr } from "@/compiler/ir/expr.ts";
import type { DialectName, ValueType } from "@/compiler/schema/types.ts";
import { DIALECTS } from "@/compiler/dialects/mod.ts";
import { Binder, emitExpression } from "./emit_expression.ts";

export interface TestColumn {
  readonly name: string;
  readonly type: ValueType;
  /** int64 and decimal as text, times as ISO 8601. */
  readonly values: readonly (string | number | boolean | null)[];
}

export type Cell = string | number | boolean | null;

interface Answer {
  readonly rows: readonly (readonly Cell[])[];
}

type ClickHouse = ReturnType<typeof createClient>;
type Options = NonNullable<Parameters<typeof createClient>[0]>;

function connect(path: string): ClickHouse {
  const load = createRequire(new URL("../../../.engine/package.json", import.meta.url));
  const { createChdbConnection } = load("chdb/connection") as {
    createChdbConnection(options: { path: string }): unknown;
  };
  return createClient({ connection: createChdbConnection({ path }) } as Options);
}

const PG_TEXT = Object.fromEntries(
  [20, 700, 701, 1082, 1114, 1184, 1700].map((oid) => [oid, (text: string) => text]),
);

/** Both engines, loaded; the PostgreSQL session stands in a zone with daylight saving, to show that it plays no part. */
export class Engines {
  readonly columns: readonly TestColumn[];
  readonly #path = Deno.makeTempDirSync();
  #clickhouse: ClickHouse;
  readonly #postgres: PGlite;

  private constructor(columns: readonly TestColumn[], postgres: PGlite) {
    this.columns = columns;
    this.#clickhouse = connect(this.#path);
    this.#postgres = postgres;
  }

  static async open(columns: readonly TestColumn[]): Promise<Engines> {
    const engines = new Engines(columns, await PGlite.create());
    await engines.#load();
    return engines;
  }

  async #load(): Promise<void> {
    const rows = this.columns[0]?.values.map((_, index) => index) ?? [];
    for (const dialect of ["clickhouse", "postgres"] as const) {
      const clickhouse = dialect === "clickhouse";
      const definitions = this.columns.map(({ name, type }) =>
        `${name} ${DIALECTS[dialect].parameterType({ ...type, nullable: true })}`
      );
      const id = clickhouse ? "row Int64" : "row bigint";
      const create = `CREATE TABLE hostile (${[id, ...definitions].join(", ")})${
        clickhouse ? " ENGINE = MergeTree ORDER BY row" : ""
      }`;
      const lines = rows.map((index) =>
        `(${
          [
            index,
            ...this.columns.map((column) => literalText(dialect, column.values[index] ?? null, column.type)),
          ]
            .join(", ")
        })`
      );
      const insert = `INSERT INTO hostile VALUES ${lines.join(", ")}`;
      if (clickhouse) {
        await this.#clickhouse.command({ query: create });
        await this.#clickhouse.command({ query: insert });
      } else {
        await this.#postgres.exec(`SET timezone = 'America/New_York'; ${create}; ${insert};`);
      }
    }
  }

  /** One statement with every expression as a column, over all rows (or their one group). */
  async ask(
    dialect: DialectName,
    exprs: readonly Expr[],
    { grouped = false } = {},
  ): Promise<Answer> {
    const binder = new Binder(dialect);
    const column = (id: number) => this.columns[id]?.name ?? "row";
    const texts = exprs.map((expr) => emitExpression(dialect, expr, binder, column));
    const items = texts.map((text, index) =>
      `${readable(dialect, text, (exprs[index] as Expr).type)} AS r${index}`
    );
    const sql = `SELECT ${items.join(", ")} FROM hostile${grouped ? "" : " ORDER BY row"}`;
    const rows = await this.run(dialect, sql, binder);
    return { rows: rows.map((row) => row.map((cell, index) => normal(cell, (exprs[index] as Expr).type))) };
  }

  /** Materialize's text runs on PostgreSQL, as far as both have the functions in it. */
  async run(dialect: DialectName, sql: string, binder: Binder): Promise<unknown[][]> {
    if (dialect !== "clickhouse") {
      const result = await this.#postgres.query<unknown[]>(sql, binder.values, {
        rowMode: "array",
        parsers: PG_TEXT,
      });
      return result.rows;
    }
    try {
      const result = await this.#clickhouse.query({
        query: sql,
        format: "JSONCompact",
        query_params: binder.named,
      });
      return (await result.json<unknown[]>()).data;
    } catch (error) {
      // A connection that saw an error is not to be used again.
      await this.#clickhouse.close();
      this.#clickhouse = connect(this.#path);
      throw error;
    }
  }

  async close(): Promise<void> {
    await this.#clickhouse.close();
    await this.#postgres.close();
    await Deno.remove(this.#path, { recursive: true });
  }
}

function literalText(dialect: DialectName, value: Cell, type: ValueType): string {
  if (value === null) return "NULL";
  if (type.type === "boolean" || type.type === "int64") return String(value);
  if (type.type === "datetime") {
    const text = String(value).replace("T", " ").replace("Z", "");
    return dialect === "clickhouse" ? `'${text}'` : `'${text}+00'`;
  }
  const quoted = String(value).replaceAll("'", "''");
  return `'${dialect === "clickhouse" ? quoted.replaceAll("\\", "\\\\") : quoted}'`;
}

/** Text of every value, so that no driver rounds it. */
function readable(dialect: DialectName, sql: string, type: ValueType): string {
  if (dialect === "clickhouse") return type.type === "boolean" ? `toUInt8(${sql})` : `toString(${sql})`;
  if (type.type === "datetime") return `to_char((${sql}) AT TIME ZONE 'UTC', 'YYYY-MM-DD HH24:MI:SS.MS')`;
  return type.type === "boolean" ? `(${sql})` : `(${sql})::text`;
}

function normal(cell: unknown, type: ValueType): Cell {
  if (cell === null || cell === undefined) return null;
  const text = String(cell);
  switch (type.type) {
    case "boolean":
      return text === "1" || text === "true";
    case "float64": {
      const value = Number(text.replace("inf", "Infinity").replace("nan", "NaN"));
      return Number.isFinite(value) ? value : null;
    }
    case "decimal":
      return text.includes(".") ? text.replace(/\.?0+$/, "") : text;
    default:
      return text;
  }
}

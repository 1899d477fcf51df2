/**
 * The rows of one table that belong to one tenant: all that a repository can reach. Every statement is written here,
 * with the tenant's id in it, so that no repository can leave it out.
 */
import { type Kysely, type RawBuilder, sql } from "kysely";
import type { Page, PageQuery } from "@/lib/server/paging.ts";
import { isBehind, limitOf, toPage } from "./keyset.ts";
import { decode, encode, type Table } from "./table.ts";

/** The database as this file sees it: tables and columns are checked by `TenantTable`'s own types. */
export type Database = Kysely<Record<string, Record<string, unknown>>>;

/** Columns that must have a value: equal to it, or one of a list; null stands for none. */
type Match<Columns> = { readonly [Key in keyof Columns]?: Columns[Key] | readonly Columns[Key][] };

/** A new row; what may be null may be left out. */
type NewRow<Columns> =
  & { readonly [Key in keyof Columns as null extends Columns[Key] ? never : Key]: Columns[Key] }
  & { readonly [Key in keyof Columns as null extends Columns[Key] ? Key : never]?: Columns[Key] };

interface PageOptions<Shown, Columns, Field extends keyof Shown> {
  /** Newest first by these columns, which are among those returned; together they tell rows apart. */
  readonly by: readonly (keyof Shown & string)[];
  readonly match?: Match<Columns>;
  /** Where `search` looks: text found anywhere, whatever its case. */
  readonly search?: readonly (keyof Columns & string)[];
  /** All of the record's columns without it. */
  readonly columns?: readonly (Field & string)[];
}

export interface TenantTable<Shown, Columns> {
  first(match: Match<Columns>): Promise<Shown | null>;
  /** The same, and until the transaction ends whoever locks or changes that row waits. */
  lock(match: Match<Columns>): Promise<Shown | null>;
  all(match: Match<Columns>, order: readonly (keyof Columns & string)[]): Promise<readonly Shown[]>;
  page<Field extends keyof Shown = keyof Shown>(
    query: PageQuery,
    options: PageOptions<Shown, Columns, Field>,
  ): Promise<Page<Pick<Shown, Field>>>;
  /** How many rows there are for each value of a column. */
  countBy<Field extends keyof Columns & string>(
    column: Field,
    match: Match<Columns>,
  ): Promise<ReadonlyMap<Columns[Field], number>>;
  insert(row: NewRow<Columns>): Promise<Shown>;
  /** Inserts, or replaces what the tenant has; for tables with one row a tenant. */
  put(row: NewRow<Columns>): Promise<void>;
  /** Returns the rows that were changed; an absent field stays as it is. */
  update(match: Match<Columns>, change: Partial<Columns>): Promise<readonly Shown[]>;
  /** Returns how many rows were removed. */
  remove(match: Match<Columns>): Promise<number>;
}

export function tenantTable<Shown extends object, Hidden>(
  database: Database,
  tenantId: string,
  table: Table<Shown, Hidden>,
): TenantTable<Shown, Shown & Hidden> {
  const { name } = table;
  const shown: readonly string[] = table.shown;
  const own = (match: object) => allOf([["tenant_id", tenantId], ...Object.entries(match)]);
  const read = (row: Record<string, unknown>) => decode<Shown>(table, row);
  const insert = (row: object) =>
    database.insertInto(name).values({ tenant_id: tenantId, ...encode(table, { ...row }) });

  const selected = (match: object) => database.selectFrom(name).select(shown).where(own(match));

  return {
    async first(match) {
      const row = await selected(match).executeTakeFirst();
      return row ? read(row) : null;
    },

    async lock(match) {
      const row = await selected(match).forNoKeyUpdate().executeTakeFirst();
      return row ? read(row) : null;
    },

    async all(match, order) {
      let rows = selected(match);
      for (const column of order) rows = rows.orderBy(column);
      return (await rows.execute()).map(read);
    },

    async page(query, { by, match = {}, search = [], columns = [] }) {
      const limit = limitOf(query);
      let rows = database.selectFrom(name).select(columns.length > 0 ? columns : shown).where(own(match));
      if (query.search) rows = rows.where(contains(search, query.search));
      if (query.cursor) rows = rows.where(isBehind(table, by, query.cursor));
      for (const column of by) rows = rows.orderBy(column, "desc");
      return toPage((await rows.limit(limit + 1).execute()).map(read), by, limit);
    },

    async countBy(column, match) {
      const rows = await database.selectFrom(name)
        .select([sql.ref(column).as("value"), sql<number>`count(*)::int`.as("count")])
        .where(own(match)).groupBy(column).execute();
      return new Map(rows.map(({ value, count }) => [value as never, Number(count)]));
    },

    insert: async (row) => read(await insert(row).returning(shown).executeTakeFirstOrThrow()),

    async put(row) {
      await insert(row)
        .onConflict((conflict) => conflict.column("tenant_id").doUpdateSet(encode(table, { ...row })))
        .execute();
    },

    update: async (match, change) =>
      (await database.updateTable(name).set(encode(table, { ...change })).where(own(match)).returning(shown)
        .execute()).map(read),

    async remove(match) {
      const { numDeletedRows } = await database.deleteFrom(name).where(own(match)).executeTakeFirstOrThrow();
      return Number(numDeletedRows);
    },
  };
}

function allOf(match: readonly (readonly [column: string, value: unknown])[]): RawBuilder<boolean> {
  return sql.join(match.map(([column, value]) => hasValue(column, value)), sql` AND `) as RawBuilder<boolean>;
}

function hasValue(column: string, value: unknown): RawBuilder<unknown> {
  // An absent value would match every row.
  if (value === undefined) throw new TypeError(`Cannot look up by "${column}": no value is given.`);
  if (value === null) return sql`${sql.ref(column)} IS NULL`;
  if (!Array.isArray(value)) return sql`${sql.ref(column)} = ${value}`;
  return value.length === 0 ? sql`false` : sql`${sql.ref(column)} IN (${sql.join(value)})`;
}

/** Nothing in `search` is a wildcard. */
function contains(columns: readonly string[], search: string): RawBuilder<boolean> {
  const found = columns.map((column) => sql`position(lower(${search}) in lower(${sql.ref(column)})) > 0`);
  return sql<boolean>`(${found.length === 0 ? sql`true` : sql.join(found, sql` OR `)})`;
}

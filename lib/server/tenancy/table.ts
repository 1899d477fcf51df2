/**
 * A table of the metadata store, described by the schema of its records: a column for each field, and `tenant_id`.
 * Text, numbers, truth values and times are columns of their kind; everything else is kept as JSON text.
 */
import type { z } from "zod";
import type { Infer } from "@/lib/server/fields.ts";

type Kind = "text" | "number" | "boolean" | "time" | "json";

declare const VALUES: unique symbol;

/** `Hidden` columns are written and looked up by, and never returned. */
export interface Table<Shown = unknown, Hidden = unknown> {
  readonly name: string;
  /** What a read returns. */
  readonly shown: readonly (keyof Shown & string)[];
  readonly kinds: ReadonlyMap<string, Kind>;
  readonly [VALUES]?: { readonly shown: Shown; readonly hidden: Hidden };
}

/** A table's row as the database holds it. */
export type Row<T> = T extends Table<infer Shown, infer Hidden>
  ? Stored<Shown & Hidden> & { readonly tenant_id: string }
  : never;

type Stored<Columns> = {
  readonly [Key in keyof Columns]: Columns[Key] extends string | number | boolean | null ? Columns[Key]
    : string;
};

export function defineTable<Shown extends z.ZodObject>(name: string, shown: Shown): Table<Infer<Shown>>;
export function defineTable<Shown extends z.ZodObject, Hidden extends z.ZodObject>(
  name: string,
  shown: Shown,
  hidden: Hidden,
): Table<Infer<Shown>, Infer<Hidden>>;
export function defineTable(name: string, shown: z.ZodObject, hidden?: z.ZodObject): Table {
  const columns = Object.entries({ ...shown.shape, ...hidden?.shape });
  const kinds = new Map(columns.map(([column, schema]) => [column, kindOf(schema)]));
  return { name, shown: columnsOf(shown) as never, kinds };
}

/** The fields of a schema, for reads that leave some of a record's columns in the database. */
export function columnsOf<Schema extends z.ZodObject>(
  schema: Schema,
): readonly (keyof Infer<Schema> & string)[] {
  return Object.keys(schema.shape) as (keyof Infer<Schema> & string)[];
}

function kindOf(schema: z.core.$ZodType): Kind {
  const { def } = (schema as z.core.$ZodTypes)._zod;
  if (def.type === "nullable") return kindOf(def.innerType);
  if (def.type === "string") return "format" in def && def.format === "datetime" ? "time" : "text";
  if (def.type === "enum") return "text";
  return def.type === "number" || def.type === "boolean" ? def.type : "json";
}

/** From a record's values to the columns' ones. Fields that the table does not have are left out, absent ones too. */
export function encode(
  { kinds }: Pick<Table, "kinds">,
  values: Readonly<Record<string, unknown>>,
): Record<string, unknown> {
  const known = Object.entries(values).filter(([column, value]) => kinds.has(column) && value !== undefined);
  return Object.fromEntries(
    known.map(([column, value]) => [column, kinds.get(column) === "json" ? JSON.stringify(value) : value]),
  );
}

export function decode<Shown>(
  { kinds }: Pick<Table, "kinds">,
  row: Readonly<Record<string, unknown>>,
): Shown {
  return Object.fromEntries(
    Object.entries(row).map(([column, value]) => [
      column,
      kinds.get(column) === "json" ? JSON.parse(value as string) : value,
    ]),
  ) as Shown;
}

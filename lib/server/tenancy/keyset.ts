/** Keyset pages, newest first: stable while rows come and go, and as fast on the last page as on the first. */
import { type RawBuilder, sql } from "kysely";
import { FlowForgeError } from "@/lib/server/errors.ts";
import type { Page, PageQuery } from "@/lib/server/paging.ts";
import type { Table } from "./table.ts";

const DEFAULT_LIMIT = 50;
const MAXIMUM_LIMIT = 200;

export function limitOf({ limit = DEFAULT_LIMIT }: PageQuery): number {
  return Math.min(Math.max(Math.trunc(limit) || DEFAULT_LIMIT, 1), MAXIMUM_LIMIT);
}

/** Condition for the rows behind the cursor's, in the descending order of the columns `by`. */
export function isBehind(table: Keyed, by: readonly string[], cursor: string): RawBuilder<boolean> {
  const position = readCursor(table, by, cursor);
  const bounds = by.map((column, index) => sql`${position[index]}::${CASTS[kindIn(table, column)]}`);
  return sql<boolean>`(${sql.join(by.map((column) => sql.ref(column)))}) < (${sql.join(bounds)})`;
}

/** `rows` holds one more than the limit when there is a next page. */
export function toPage<T extends object>(rows: readonly T[], by: readonly string[], limit: number): Page<T> {
  const items = rows.slice(0, limit);
  const last = items.at(-1);
  const next_cursor = rows.length > limit && last !== undefined ? writeCursor(last, by) : null;
  return { items, next_cursor };
}

type Keyed = Pick<Table, "name" | "kinds">;
type Key = "text" | "number" | "time";

const CASTS: Readonly<Record<Key, RawBuilder<unknown>>> = {
  text: sql`text`,
  number: sql`integer`,
  time: sql`timestamptz`,
};

const READS: Readonly<Record<Key, (value: unknown) => boolean>> = {
  text: (value) => typeof value === "string",
  number: (value) => Number.isInteger(value),
  time: (value) => typeof value === "string" && value === new Date(value).toISOString(),
};

function kindIn(table: Keyed, column: string): Key {
  const kind = table.kinds.get(column);
  if (kind === "text" || kind === "number" || kind === "time") return kind;
  throw new TypeError(`Cannot order "${table.name}" by "${column}".`);
}

function writeCursor(row: object, by: readonly string[]): string {
  const position = JSON.stringify(by.map((column) => Reflect.get(row, column)));
  return btoa(position).replaceAll("+", "-").replaceAll("/", "_").replaceAll("=", "");
}

function readCursor(table: Keyed, by: readonly string[], cursor: string): readonly unknown[] {
  try {
    const position: unknown = JSON.parse(atob(cursor.replaceAll("-", "+").replaceAll("_", "/")));
    if (
      Array.isArray(position) && position.length === by.length &&
      by.every((column, index) => READS[kindIn(table, column)](position[index]))
    ) return position;
  } catch {
    // What cannot be decoded is refused like every other wrong cursor.
  }
  throw new FlowForgeError(
    "invalid_input",
    "Cannot read the list: the cursor is not one that this list gave.",
  );
}

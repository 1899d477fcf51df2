/** Keyset pages, newest first: stable while rows come and go, and as fast on the last page as on the first. */
import { type RawBuilder, sql } from "kysely";
import { FlowForgeError } from "@/lib/server/errors.ts";
import type { PageOf, PageQuery } from "./types.ts";

const DEFAULT_LIMIT = 50;
const MAXIMUM_LIMIT = 200;

export interface PagePosition {
  readonly at: string;
  readonly id: string;
}

export interface PagePlan {
  readonly limit: number;
  readonly after: PagePosition | null;
}

export function planPage({ cursor, limit = DEFAULT_LIMIT }: PageQuery): PagePlan {
  return {
    limit: Math.min(Math.max(Math.trunc(limit) || DEFAULT_LIMIT, 1), MAXIMUM_LIMIT),
    after: cursor ? readCursor(cursor) : null,
  };
}

/** Condition for the rows behind a position; `timeColumn` and `idColumn` are ours, never a caller's. */
export function isBehind(
  timeColumn: string,
  idColumn: string,
  { at, id }: PagePosition,
): RawBuilder<boolean> {
  return sql<boolean>`(${sql.ref(timeColumn)}, ${sql.ref(idColumn)}) < (${at}::timestamptz, ${id}::text)`;
}

/** Text found anywhere, whatever its case; nothing in it is a wildcard. */
export function contains(columns: readonly string[], search: string): RawBuilder<boolean> {
  const found = columns.map((column) =>
    sql<boolean>`position(lower(${search}) in lower(${sql.ref(column)})) > 0`
  );
  return sql<boolean>`(${sql.join(found, sql` OR `)})`;
}

/** `rows` holds one more than the limit when there is a next page. */
export function toPage<R, T>(
  rows: readonly R[],
  plan: PagePlan,
  position: (row: R) => PagePosition,
  toRecord: (row: R) => T,
): PageOf<T> {
  const shown = rows.slice(0, plan.limit);
  const last = shown.at(-1);
  const next_cursor = rows.length > plan.limit && last !== undefined ? writeCursor(position(last)) : null;
  return { items: shown.map(toRecord), next_cursor };
}

function writeCursor({ at, id }: PagePosition): string {
  return btoa(JSON.stringify([at, id])).replaceAll("+", "-").replaceAll("/", "_").replaceAll("=", "");
}

function readCursor(cursor: string): PagePosition {
  try {
    const parsed: unknown = JSON.parse(atob(cursor.replaceAll("-", "+").replaceAll("_", "/")));
    if (Array.isArray(parsed) && parsed.length === 2) {
      const [at, id] = parsed;
      if (typeof id === "string" && typeof at === "string" && at === new Date(at).toISOString()) {
        return { at, id };
      }
    }
  } catch {
    // Falls through to the one answer for every wrong cursor.
  }
  throw new FlowForgeError(
    "invalid_input",
    "Cannot read the list: the cursor is not one that this list gave.",
  );
}

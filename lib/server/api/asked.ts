/** What an address asks of an operation. The same few addresses come again and again, so each is read once. */
import { LRUCache } from "lru-cache";
import { checked } from "@/lib/server/checked.ts";
import type { Operation } from "@/lib/server/http/operation.ts";
import { type AskedFilters, NOTHING_ASKED } from "@/lib/server/query/filters.ts";
import { filterParameters, filtersFromQuery } from "./filters.ts";

interface Asked<Query> {
  readonly query: Query;
  readonly filters: AskedFilters;
}

const MOST = 2_000;
/** A longer one is some program's own, and is read each time. */
const LONGEST = 2_000;

const known = new LRUCache<string, Asked<unknown>>({ max: MOST });

/** Reads by the operation's schema, and filters where it takes them. Throws `invalid_input`, and keeps no failure. */
export function askedOf<Query>(operation: Operation<Query, unknown>, url: URL): Asked<Query> {
  const { search } = url;
  if (search.length > LONGEST) return read(operation, url);
  const name = operation.id + search;
  const before = known.get(name) as Asked<Query> | undefined;
  if (before !== undefined) return before;
  const asked = read(operation, url);
  known.set(name, asked);
  return asked;
}

function read<Query>(operation: Operation<Query, unknown>, url: URL): Asked<Query> {
  return {
    query: queryOf(operation, url),
    filters: operation.takesFilters ? filtersFromQuery(filterParameters(url.search)) : NOTHING_ASKED,
  };
}

export function queryOf<Query>({ query }: Operation<Query, unknown>, url: URL): Query {
  return (query && checked(query, Object.fromEntries(url.searchParams))) as Query;
}

/** Which query parameters mean something of their own: all others are filters. */
import { operations } from "./operations.ts";

/** Of pages and frames. A credential in an address is never a filter, even where it is not accepted. */
const PAGE_PARAMETERS = ["refresh", "theme", "title", "width", "height", "key", "api_key"];

/** A name means the same on every operation that takes filters, so that links can carry it from one to the other. */
const RESERVED: ReadonlySet<string> = new Set([
  ...PAGE_PARAMETERS,
  ...operations.filter(({ takesFilters }) => takesFilters).flatMap(({ query }) =>
    Object.keys(query?.shape ?? {})
  ),
]);

export function isFilter(parameter: string): boolean {
  return !RESERVED.has(parameter);
}

/** Materialize, as what differs from PostgreSQL. */
import type { Dialect } from "../dialect.ts";
import { postgres } from "./postgres.ts";

export const materialize: Dialect = {
  ...postgres,
  name: "materialize",
  // Text is ordered by bytes there, and COLLATE is not known.
  sortable: (sql) => sql,
  gathersWindows: false,
  namesOperands: false,
  nestsDeep: false,
  // LIMIT takes an integer constant only.
  limitAs: "literal",
  placeholder(position, type, list) {
    const given = postgres.placeholder(position, type, list);
    return { ...given, text: zoned(given.text) };
  },
  readColumn: (sql, column, type) => {
    const read = postgres.readColumn(sql, column, type);
    return read === sql ? sql : zoned(read);
  },
};

/** The zone has to be cast, or the engine takes it for an interval. */
function zoned(text: string): string {
  return text.replace(/AT TIME ZONE 'UTC'\)$/, "AT TIME ZONE 'UTC'::text)");
}

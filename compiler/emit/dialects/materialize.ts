/** Materialize, as what differs from PostgreSQL. */
import type { Dialect } from "../dialect.ts";
import { postgres } from "./postgres.ts";

export const materialize: Dialect = {
  ...postgres,
  name: "materialize",
  // Text is ordered by bytes there, and COLLATE is not known.
  sortable: (sql) => sql,
  gathersWindows: false,
  // LIMIT takes an integer constant only.
  limitAs: "literal",
};

/** Materialize as what differs from PostgreSQL. */
import { type DialectFunctions, unsupported } from "./dialect.ts";
import { postgres } from "./postgres/mod.ts";

export const materialize: DialectFunctions = {
  ...postgres,
  aggregate: {
    ...postgres.aggregate,
    median: unsupported("the live store has no median"),
  },
  window: {
    ...postgres.window,
    median: unsupported("the live store has no median"),
  },
};

/** Materialize as what differs from PostgreSQL. */
import { type DialectFunctions, unsupported } from "./dialect.ts";
import { postgres } from "./postgres/mod.ts";
import { plainPixelColumn } from "./postgres/time.ts";

export const materialize: DialectFunctions = {
  ...postgres,
  scalar: { ...postgres.scalar, pixel_column: plainPixelColumn },
  aggregate: {
    ...postgres.aggregate,
    median: unsupported("the live store has no median"),
  },
  window: {
    ...postgres.window,
    median: unsupported("the live store has no median"),
    count_distinct: unsupported("the live store does not count distinct values over a window"),
    collect: unsupported("the live store has no median"),
  },
};

/**
 * Materialize as what differs from PostgreSQL: only functions that its documentation has. It knows no collations,
 * ranges, percentiles or numbers of more than 39 digits.
 */
import type { Dialect } from "../dialect.ts";
import { unsupported } from "../emitters.ts";
import { postgresAs } from "../postgres/mod.ts";
import { aggregates, ofCollected, windows } from "./aggregates.ts";
import { numeric } from "../postgres/casts.ts";
import { arithmetic, quotient } from "./arithmetic.ts";
import { decimalOrNull, floatToDecimal, floatToInt64, int64OrNull } from "./ranges.ts";
import { reading } from "./reading.ts";
import { decimalText, floatText, text } from "./text.ts";
import { time, utc } from "./time.ts";

const base = postgresAs({
  utc,
  byBytes: "",
  namesOperands: false,
  // A check writes the sum twice: made at every step, it would double the text with each column.
  checksSumsOnce: true,
  exactQuotient: (left, right) => quotient(numeric(left), numeric(right)),
  int64OrNull,
  decimalOrNull,
  floatToInt64,
  floatToDecimal,
  decimalText,
  floatText,
  dateText: (date) => `${date}::text`,
});

export const materialize: Dialect = {
  ...base,
  name: "materialize",
  functions: {
    scalar: {
      ...base.functions.scalar,
      ...arithmetic,
      ...text,
      ...time,
      ...reading,
      ...ofCollected,
    },
    aggregate: { ...base.functions.aggregate, ...aggregates },
    window: { ...base.functions.window, ...windows },
    timeFrames: () => unsupported("the live store has no frames in time"),
  },
  // Its parser refuses recursion past 128.
  bounds: { bytes: 1_000_000, params: 65_534, columns: 1_600, nesting: 120 },
  gathersWindows: false,
  nestsDeep: false,
  // LIMIT takes an integer constant only.
  limitAs: "literal",
  // Text is ordered by bytes, and COLLATE is not known.
  sortable: (sql) => sql,
};

/** What PostgreSQL and Materialize spell differently inside what they otherwise write alike. */
import type { Expr } from "../../ir/expr.ts";

export interface Spelling {
  /** The name of the zone in `AT TIME ZONE`. */
  readonly utc: string;
  /** Written behind a text so that it compares by bytes, whatever the database's collation. */
  readonly byBytes: string;
  /** Whether a long operand that is named several times is computed once, in a subquery. */
  readonly namesOperands: boolean;
  /** Whether a sum of several whole numbers is checked once, at its end, and not after every addition. */
  readonly checksSumsOnce: boolean;
  /** The nearest double to a quotient of exact numbers; null where the divisor is zero. */
  readonly exactQuotient: (left: string, right: string, args: readonly [Expr, Expr]) => string;
  /** A numeric as a whole number; null where it does not fit. */
  readonly int64OrNull: (numeric: string) => string;
  /** A numeric; null where there are more whole digits than that. */
  readonly decimalOrNull: (numeric: string, wholeDigits: number) => string;
  readonly floatToInt64: (float: string) => string;
  readonly floatToDecimal: (float: string, precision: number, scale: number) => string;
  /** Digits without trailing zeros behind the point. */
  readonly decimalText: (numeric: string) => string;
  /** The shortest digits that read back as the same number; plain from 1e-6 up to 1e21, as ClickHouse writes them. */
  readonly floatText: (float: string) => string;
  readonly dateText: (date: string) => string;
}

/**
 * Every operation on one row, one line each: its SQL where that is the same everywhere, else `own`. A dialect adds what
 * it writes differently; without an entry for each `own` line it does not type-check. The names of the lines are the
 * type `ScalarOp`, so a formula function is an entry in `formula/library/` and a line here.
 *
 * Every operation is total: where an engine would fail (x/0, the logarithm of a negative, overflow) it is null.
 */

/** Of finished SQL, each safe to stand as an operand; so is the result. */
type CommonSql = (args: readonly string[]) => string;

/** Marks an operation that no two engines write alike; the type check asks every dialect for its own. */
const own = "every dialect writes this itself";

const called = (name: string): CommonSql => (args) => `${name}(${args.join(", ")})`;
const infix = (operator: string): CommonSql => ([left, right]) => `(${left} ${operator} ${right})`;
const joined = (operator: string): CommonSql => (args) => `(${args.join(` ${operator} `)})`;
const behind = (words: string): CommonSql => ([x]) => `(${x} ${words})`;

export const scalarDefaults = {
  // Arithmetic: divide gives float64; add, subtract and multiply of int64 and decimal are exact or null.
  add: own,
  subtract: own,
  multiply: own,
  divide: own,
  // The nearest double to the quotient of two decimals.
  exact_ratio: own,
  modulo: own,
  negate: own,
  // Comparison, three-valued.
  eq: infix("="),
  ne: infix("<>"),
  lt: infix("<"),
  le: infix("<="),
  gt: infix(">"),
  ge: infix(">="),
  // Membership: the second argument is a list parameter.
  in: own,
  // What equal values have in common where an engine groups and joins by bits: zero has two signs.
  key: ([x]) => `${x}`,
  // Logic.
  and: joined("AND"),
  or: joined("OR"),
  not: ([x]) => `(NOT ${x})`,
  is_null: behind("IS NULL"),
  is_not_null: behind("IS NOT NULL"),
  is_true: behind("IS TRUE"),
  is_false: behind("IS FALSE"),
  coalesce: called("coalesce"),
  nullif: called("nullif"),
  // Text. `concat` takes text and reads null as empty; `to_text` renders any value by the one documented rule.
  concat: own,
  to_text: own,
  upper: called("upper"),
  lower: called("lower"),
  // Every text of a list, for `in`.
  lower_each: own,
  trim: own,
  left: own,
  right: own,
  length: own,
  replace: called("replace"),
  // Characters count from 1; a count below zero is none. A pad of more than a million characters is null.
  substring: own,
  split_part: own,
  position_of: own,
  pad_left: own,
  pad_right: own,
  contains: own,
  starts_with: called("starts_with"),
  ends_with: own,
  matches: own,
  // 32 hexadecimal digits of the given texts, the same on every engine: the MD5 of them all, with the character 31
  // between each two.
  row_hash: own,
  // Mathematics.
  abs: own,
  round: own,
  ceil: own,
  floor: own,
  power: own,
  sqrt: own,
  ln: own,
  log: own,
  log10: own,
  exp: own,
  sign: own,
  // Toward zero; of floating point the shortest decimal text.
  trunc: own,
  // The greatest and the least of the arguments that are not null.
  greatest: own,
  least: own,
  // Time. Units travel as `unit` on the call.
  year: own,
  month: own,
  day: own,
  hour: own,
  minute: own,
  // Monday is 1; weeks and their years by ISO 8601.
  weekday: own,
  iso_week: own,
  iso_year: own,
  quarter: own,
  date_diff: own,
  date_add: own,
  now: own,
  bucket: own,
  // Which of n equal columns between a low and a high end a number or time falls into: x, low, high, n.
  pixel_column: own,
  // A number, or a time in milliseconds since 1970, as a picture places it.
  axis_value: own,
  // Of every value that the window function `collect` has gathered, where a store cannot do it over a window itself.
  median_of: own,
  count_distinct_of: own,
  // The first value. Where the second exceeds the third the statement fails, with `TOO_LARGE` in what the engine says:
  // the only operation that is not total, for what nobody knows before it runs and nobody may see a part of.
  refused_above: own,
  // Conversion to the call's own type.
  cast: own,
  // What a text says, null where it says no such value: to_exact has the call's own type, to_time reads a format.
  to_int: own,
  to_float: own,
  to_exact: own,
  to_time: own,
} satisfies Readonly<Record<string, CommonSql | typeof own>>;

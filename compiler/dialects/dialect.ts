/** A dialect: everything the compiler asks about a store's SQL. Each is a folder here; `mod.ts` has them by name. */
import type { ScalarValue } from "../ir/expr.ts";
import type { CatalogColumn, DialectName, ValueType } from "../schema/vocabulary.ts";
import type { DialectFunctions } from "./emitters.ts";

export interface Dialect extends PlanTraits, StatementTraits, Names, Values {
  readonly name: DialectName;
  readonly functions: DialectFunctions;
  readonly bounds: Bounds;
}

/** Which plans the store can run. */
interface PlanTraits {
  /** Whether QUALIFY filters by window functions, so that no level has to be added for it. */
  readonly hasQualify: boolean;
  /** How the nearest row in time is found: a join of its own, or a subquery for each row. */
  readonly asof: "join" | "lateral";
  /** Whether a common table expression is computed once however often it is read. */
  readonly sharesOnce: boolean;
  /** Whether medians and distinct counts over a window have to be gathered first. */
  readonly gathersWindows: boolean;
  /** Whether float64 arithmetic names its operands several times, since the store fails past the range. */
  readonly guardsFloats: boolean;
  /** Whether a long operand that is named several times is computed once, in a subquery. */
  readonly namesOperands: boolean;
  /** Whether it runs hundreds of queries nested in each other. */
  readonly nestsDeep: boolean;
  /** Whether an outer join leaves any column null where there is no partner, and not only nullable ones. */
  readonly nullsUnmatched: boolean;
  /** Whether its regular expressions are RE2's; elsewhere only patterns with a common spelling mean the same. */
  readonly matchesByRe2: boolean;
}

/** How clauses of a statement are written. */
interface StatementTraits {
  /** How LIMIT and OFFSET take their numbers. */
  readonly limitAs: "bound" | "literal";
  /** Semi and anti joins: a join of their own, or EXISTS. */
  readonly existence: "join" | "exists";
  /** Keeps a subquery from being written into the one above, where an engine would. */
  readonly fence: string;
  /** Joins every row before it to numbers: 0, step, 2·step … below `end`. `value` is how the number is then read. */
  series(parts: SeriesParts): { readonly text: string; readonly value: string };
  /** Rows that are bound, an array for each column, in the place of a table. Without it the store takes none. */
  readonly rows?: (columns: readonly BoundColumn[], alias: string) => string;
  /** The number of rows, in a HAVING that is always true. */
  readonly countAll: string;
}

interface BoundColumn {
  /** The name, quoted. */
  readonly name: string;
  readonly values: string;
}

interface SeriesParts {
  readonly end: string;
  readonly step: string;
  readonly alias: string;
  /** What to call the column, where it has a name beside the alias. */
  readonly column: string;
}

interface Names {
  quoteIdentifier(name: string): string;
  /** A name the engine takes as a column alias; others are replaced, since results are mapped by position. */
  isUsableName(name: string): boolean;
}

/** How values go in and come out. */
interface Values {
  /** The engine's type of a value, `Int64` or `bigint`; of a list, `Array(Int64)` or `bigint[]`. */
  parameterType(type: ValueType, list?: boolean): string;
  placeholder(position: number, type: ValueType, list: boolean): Placeholder;
  nullLiteral(type: ValueType): string;
  /** The value as the driver wants it. */
  driverValue(value: ScalarValue, type: ValueType): unknown;
  /** A list of such values as the driver wants it. */
  driverList(values: readonly unknown[], type: ValueType): unknown;
  /** Whether a text may hold the character NUL. */
  readonly textHoldsNul: boolean;
  /** A table's column as a value of our type. */
  readColumn(sql: string, column: CatalogColumn, type: ValueType): string;
  /** Whether the engine's type of a column read is already exactly ours. */
  isExact(column: CatalogColumn, type: ValueType): boolean;
  /** Text that sorts and compares by bytes. */
  sortable(sql: string, type: ValueType): string;
  /** Nullable for the engine as well, so that an outer join can leave it empty. */
  asNullable(sql: string): string;
  /** Exactly the declared type, for a result column. */
  asDeclared(sql: string, type: ValueType): string;
}

export interface Placeholder {
  readonly name: string;
  readonly type: string;
  readonly text: string;
}

/** How large a statement the store reads at all. */
interface Bounds {
  readonly bytes: number;
  readonly params: number;
  readonly columns: number;
  /** How deep brackets may stand in each other; a subquery counts twice. */
  readonly nesting: number;
}

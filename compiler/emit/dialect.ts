/** What a dialect says differently about statements; expressions are the function table's business. */
import type { CatalogColumn, DialectName, ValueType } from "../schema/types.ts";
import type { ScalarValue } from "../ir/expr.ts";

export interface Placeholder {
  readonly name: string;
  readonly type: string;
  readonly text: string;
}

export interface Dialect {
  readonly name: DialectName;
  readonly hasQualify: boolean;
  quoteIdentifier(name: string): string;
  /** A name the engine takes as a column alias; others are replaced, since results are mapped by position. */
  isUsableName(name: string): boolean;
  /** A table's column as a value of our type. */
  readColumn(sql: string, column: CatalogColumn, type: ValueType): string;
  /** Whether the engine's type of a column read is already exactly ours. */
  isExact(column: CatalogColumn, type: ValueType): boolean;
  placeholder(position: number, type: ValueType, list: boolean): Placeholder;
  /** The value as the driver wants it. */
  driverValue(value: ScalarValue, type: ValueType): unknown;
  /** A list of such values as the driver wants it. */
  driverList(values: readonly unknown[], type: ValueType): unknown;
  /** Text that sorts and compares by bytes. */
  sortable(sql: string, type: ValueType): string;
  asNullable(sql: string): string;
  /** Exactly the declared type, for a result column. */
  asDeclared(sql: string, type: ValueType): string;
  readonly nullLiteral: (type: ValueType) => string;
  /** How LIMIT and OFFSET take their numbers. */
  readonly limitAs: "bound" | "literal";
  /** Semi and anti joins: a join of their own, or EXISTS. */
  readonly existence: "join" | "exists";
  readonly asof: "join" | "lateral";
  /** Whether a common table expression is computed once however often it is read. */
  readonly sharesOnce: boolean;
  /** Whether medians and distinct counts over a window have to be gathered first. */
  readonly gathersWindows: boolean;
  readonly guardsFloats: boolean;
  /** Whether a long operand that is named several times is computed once, in a subquery. */
  readonly namesOperands: boolean;
  /** Whether it runs hundreds of queries nested in each other. */
  readonly nestsDeep: boolean;
  /** Whether an outer join leaves any column null where there is no partner, and not only nullable ones. */
  readonly nullsUnmatched: boolean;
  /** Keeps a subquery from being written into the one above, where an engine would. */
  readonly fence: string;
  readonly countAll: string;
}

/** Collects bound values; equal values of one type share a placeholder. */
import type { Dialect, Placeholder } from "../dialects/dialect.ts";
import type { ScalarValue } from "../ir/expr.ts";
import type { BoundParam } from "../schema/types.ts";
import type { ValueType } from "../schema/vocabulary.ts";

export class Binder {
  readonly params: BoundParam[] = [];
  readonly #texts = new Map<string, string>();
  readonly #dialect: Dialect;

  constructor(dialect: Dialect) {
    this.#dialect = dialect;
  }

  bind(value: ScalarValue, type: ValueType): string {
    if (value === null) return this.#dialect.nullLiteral(type);
    return this.#add(value, this.#dialect.driverValue(value, type), type, false);
  }

  bindList(values: readonly ScalarValue[], type: ValueType): string {
    const driverValues = values.map((value) => this.#dialect.driverValue(value, type));
    return this.#add(values, this.#dialect.driverList(driverValues, type), type, true);
  }

  /** A place for a column of rows that are bound before the statement runs; never shared. */
  bindRows(type: ValueType): Pick<Placeholder, "name" | "text"> {
    const { name, type: driverType, text } = this.#dialect.placeholder(this.params.length + 1, type, true);
    this.params.push({ name, type: driverType, value: this.#dialect.driverList([], type) });
    return { name, text };
  }

  #add(value: unknown, driverValue: unknown, type: ValueType, list: boolean): string {
    const shape = type.type === "decimal" ? `${type.precision},${type.scale}` : "";
    const key = `${type.type}${shape}${list ? "[]" : ""}:${JSON.stringify(value)}`;
    const known = this.#texts.get(key);
    if (known !== undefined) return known;
    const { name, type: driverType, text } = this.#dialect.placeholder(
      this.params.length + 1,
      { ...type, nullable: false },
      list,
    );
    this.params.push({ name, type: driverType, value: driverValue });
    this.#texts.set(key, text);
    return text;
  }
}

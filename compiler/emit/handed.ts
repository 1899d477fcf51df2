/** Tables of other stores in FROM: their rows are bound, one parameter for each column. */
import { type Dialect, DIALECTS } from "../dialects/mod.ts";
import type { Expr, ScalarValue } from "../ir/expr.ts";
import type { PhysicalColumn } from "../ir/relation.ts";
import type { TableSource } from "../plan/level.ts";
import { either, type WantedSymbols, wantedSymbols } from "../plan/wanted_symbols.ts";
import type { BoundParam, HandedColumn, HandedTable } from "../schema/types.ts";
import type { CatalogTable, DialectName, StoreName } from "../schema/vocabulary.ts";
import type { Binder } from "./binder.ts";

interface Handed {
  readonly columns: Map<string, HandedColumn & { readonly values: string }>;
  symbols: WantedSymbols;
}

export class HandedTables {
  readonly #tables = new Map<CatalogTable, Handed>();

  constructor(
    private readonly dialect: Dialect,
    private readonly binder: Binder,
    private readonly store: StoreName | undefined,
  ) {}

  isHanded({ table }: TableSource): boolean {
    return this.store !== undefined && table.store !== this.store;
  }

  /** The rows as a source under its alias. A table that is read twice is bound once, so both see the same rows. */
  text(source: TableSource, alias: string, where: readonly Expr[]): string {
    const { rows } = this.dialect;
    if (rows === undefined) throw new TypeError(`Cannot hand rows to ${this.dialect.name}`);
    const { table } = source;
    const wanted = wantedSymbols(source, where);
    const known = this.#tables.get(table);
    const handed = known ?? { columns: new Map(), symbols: wanted };
    handed.symbols = either(handed.symbols, wanted);
    this.#tables.set(table, handed);
    const columns = columnsOf(source).map((column) => this.#bound(handed, column));
    return rows(
      columns.map(({ name, values }) => ({ name: this.dialect.quoteIdentifier(name), values })),
      alias,
    );
  }

  #bound({ columns }: Handed, { column, type }: Omit<PhysicalColumn, "id">) {
    const known = columns.get(column.name);
    if (known !== undefined) return known;
    const { name: param, text: values } = this.binder.bindRows(type);
    const { storeType } = column;
    const bound = { name: column.name, ...type, ...(storeType && { storeType }), param, values };
    columns.set(column.name, bound);
    return bound;
  }

  get list(): readonly HandedTable[] {
    return [...this.#tables].map(([{ columns: _all, ...table }, { columns, symbols }]) => ({
      ...table,
      columns: [...columns.values()].map(({ values: _text, ...column }) => column),
      symbols,
    }));
  }
}

/** Rows without a column are not known to be there: where none is read, one is bound all the same. */
function columnsOf({ columns, table }: TableSource): readonly Omit<PhysicalColumn, "id">[] {
  if (columns.size > 0) return [...columns.values()];
  const column = table.columns.find(({ name }) => name === table.symbolColumn) ?? table.columns[0];
  if (column === undefined) throw new TypeError(`Cannot read ${table.table}: it has no columns`);
  const { name: _name, storeType: _engine, ...type } = column;
  return [{ column, type }];
}

/**
 * Takes the parameters of a statement and the rows of one of its `handed` tables, by position of that table's columns;
 * returns the parameters with the rows in their places.
 */
export function bindRows(
  params: readonly BoundParam[],
  table: HandedTable,
  rows: readonly (readonly ScalarValue[])[],
  dialectName: DialectName,
): readonly BoundParam[] {
  const dialect = DIALECTS[dialectName];
  const values = new Map(table.columns.map((column, at) => {
    const ofColumn = rows.map((row) => {
      const value = row[at] ?? null;
      return value === null ? null : dialect.driverValue(value, column);
    });
    return [column.param, dialect.driverList(ofColumn, column)];
  }));
  return params.map((param) => values.has(param.name) ? { ...param, value: values.get(param.name) } : param);
}

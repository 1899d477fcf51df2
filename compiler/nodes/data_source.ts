import { totalOrder } from "../ir/columns.ts";
import type { Relation } from "../ir/relation.ts";
import { LIMITS } from "../schema/limits.ts";
import { closestHint } from "../schema/closest_name.ts";
import { shown } from "../schema/shown.ts";
import { type CatalogColumn, STORE_NAMES, type TypeName } from "../schema/vocabulary.ts";
import { text } from "../schema/untyped.ts";
import { type BuildScope, defineNode, passing } from "./define.ts";

interface Config {
  readonly database: string;
  readonly table: string;
  readonly columns?: readonly unknown[];
  readonly limit?: number;
  /** Empty for a table of current state. */
  readonly event_time?: string;
}

const TIMES: readonly TypeName[] = ["date", "datetime"];

export const dataSource = defineNode<Config>({
  description: {
    label: "Data source",
    category: "input",
    summary: "Reads a table of the catalogue.",
    icon: {
      path:
        "M2.5 4c0-1.1 2.5-2 5.5-2s5.5.9 5.5 2-2.5 2-5.5 2-5.5-.9-5.5-2Zm0 0v8c0 1.1 2.5 2 5.5 2s5.5-.9 5.5-2V4M2.5 8c0 1.1 2.5 2 5.5 2s5.5-.9 5.5-2",
    },
    inputs: [],
    fields: [
      { key: "table", label: "Table", help: "A table you are entitled to read.", kind: "table" },
      {
        key: "columns",
        label: "Columns",
        help: "Which columns to read, in this order. None chosen means all.",
        kind: "table_columns",
        optional: true,
      },
      {
        key: "limit",
        label: "Row limit",
        help: "Read at most this many rows. Any rows may be taken.",
        kind: "number",
        integer: true,
        min: 0,
        max: LIMITS.count,
        optional: true,
      },
      {
        key: "event_time",
        label: "Event time",
        help: "When a row happened. A dashboard's time range is about this column and no other.",
        kind: "table_column",
        accepts: TIMES,
        unset: "As the catalogue says",
        none: "None: a table of current state",
        optional: true,
      },
    ],
    initial: { database: "", table: "" },
  },
  caption: (config) => config.table ? `${text(config.database)}.${text(config.table)}` : "",
  tableRead: ({ database, table, event_time }) => ({ database, table, eventTime: event_time }),
  build(config, _inputs, scope): Relation {
    const table = scope.table(config.database, config.table);
    if (table === undefined) {
      const near = scope.tables().map((candidate) => `${candidate.database}.${candidate.table}`);
      scope.problem({
        code: "unknown_table",
        message: `Cannot find table ${shown(`${config.database}.${config.table}`)} in the catalogue.`,
        field: "table",
        ...closestHint(`${config.database}.${config.table}`, near),
      });
      // Whichever store: nothing is written while a table is unknown.
      const [store] = STORE_NAMES;
      return scope.scan({ database: config.database, table: config.table, store, columns: [] }, []);
    }
    const columns = chosenColumns(config.columns, table.columns, scope);
    const scan = scope.scan(table, columns, eventTime(config.event_time, table.columns, scope));
    if (config.limit === undefined) return scan;
    const by = scope.repeatable ? totalOrder([], scan.columns) : [];
    return { ...passing(scan, scope), op: "limit", count: config.limit, offset: 0, by };
  },
});

/** Undefined where the catalogue has the say. */
function eventTime(
  name: string | undefined,
  columns: readonly CatalogColumn[],
  scope: BuildScope,
): string | null | undefined {
  if (name === undefined || name === "") return name === "" ? null : undefined;
  const column = columns.find((candidate) => candidate.name === name);
  const field = "event_time";
  if (column === undefined) {
    const times = columns.filter(({ type }) => TIMES.includes(type)).map((candidate) => candidate.name);
    scope.problem({
      code: "unknown_column",
      message: `Cannot take ${shown(name)} as the event time: the table has no such column.`,
      field,
      ...closestHint(name, times),
    });
    return undefined;
  }
  if (!TIMES.includes(column.type)) {
    scope.problem({
      code: "wrong_type",
      message: `Cannot take ${shown(name)} as the event time: it is ${column.type}.`,
      field,
      hint: `Choose a column of type ${TIMES.join(" or ")}.`,
    });
    return undefined;
  }
  return name;
}

function chosenColumns(
  names: readonly unknown[] | undefined,
  columns: readonly CatalogColumn[],
  scope: BuildScope,
): readonly CatalogColumn[] {
  if (names === undefined || names.length === 0) return columns;
  const chosen = new Map<string, CatalogColumn>();
  names.forEach((name, index) => {
    const column = columns.find((candidate) => candidate.name === name);
    const field = `columns[${index}]`;
    if (column === undefined) {
      scope.problem({
        code: "unknown_column",
        message: `Cannot find column ${shown(name)}: the table has no such column.`,
        field,
        ...(typeof name === "string" ? closestHint(name, columns.map((candidate) => candidate.name)) : {}),
      });
    } else if (chosen.has(column.name)) {
      scope.problem({ code: "duplicate_name", message: `Cannot use column ${shown(name)} twice.`, field });
    } else chosen.set(column.name, column);
  });
  return [...chosen.values()];
}

import { windowCall } from "../functions/mod.ts";
import { reference, totalOrder } from "../ir/columns.ts";
import type { Frame, WindowOp } from "../ir/expr.ts";
import { LIMITS } from "../schema/limits.ts";
import { text } from "../schema/untyped.ts";
import { functionCaption } from "./captions.ts";
import { computedColumns, defineNode, findColumn, passing } from "./define.ts";
import {
  acceptsType,
  checkName,
  distinctColumns,
  sortKeyFields,
  sortKeys,
  type SortSetting,
} from "./settings.ts";

interface Config {
  readonly function: WindowOp;
  readonly column?: string;
  readonly as: string;
  readonly partition_by?: readonly string[];
  readonly order_by?: readonly SortSetting[];
  readonly offset?: number;
  readonly frame?: Frame;
}

interface WindowFunction {
  readonly name: WindowOp;
  readonly label: string;
  readonly column: "needed" | "optional" | "none";
  readonly needsOrder?: boolean;
  /** Rows that tie get values of their own, so the order has to be settled. */
  readonly countsRows?: boolean;
  readonly framed?: boolean;
}

const FUNCTIONS: readonly WindowFunction[] = [
  { name: "lag", label: "Value of an earlier row", column: "needed", needsOrder: true, countsRows: true },
  { name: "lead", label: "Value of a later row", column: "needed", needsOrder: true, countsRows: true },
  { name: "row_number", label: "Row number", column: "none", needsOrder: true, countsRows: true },
  { name: "rank", label: "Rank, with gaps", column: "none", needsOrder: true },
  { name: "dense_rank", label: "Rank, without gaps", column: "none", needsOrder: true },
  {
    name: "first_value",
    label: "First value",
    column: "needed",
    needsOrder: true,
    countsRows: true,
    framed: true,
  },
  {
    name: "last_value",
    label: "Last value",
    column: "needed",
    needsOrder: true,
    countsRows: true,
    framed: true,
  },
  { name: "sum", label: "Sum", column: "needed", countsRows: true, framed: true },
  { name: "avg", label: "Average", column: "needed", countsRows: true, framed: true },
  { name: "min", label: "Minimum", column: "needed", countsRows: true, framed: true },
  { name: "max", label: "Maximum", column: "needed", countsRows: true, framed: true },
  { name: "count", label: "Count", column: "optional", countsRows: true, framed: true },
  { name: "stddev", label: "Standard deviation", column: "needed", countsRows: true, framed: true },
  { name: "median", label: "Median", column: "needed", countsRows: true, framed: true },
];

const names = (chosen: readonly WindowFunction[]) => chosen.map((entry) => entry.name);

export const window = defineNode<Config>({
  description: {
    label: "Window",
    category: "prepare",
    summary: "Adds a column that looks at neighbouring rows: running totals, ranks, earlier values.",
    icon: { path: "M2.5 13V8.5M6 13V5.5M9.5 13V8M13 13V3.5M2 2.5h6" },
    inputs: ["in"],
    fields: [
      {
        key: "function",
        label: "Function",
        kind: "choice",
        options: FUNCTIONS.map((entry) => ({ value: entry.name, label: entry.label })),
      },
      {
        key: "column",
        label: "Column",
        kind: "column",
        optional: true,
        when: { key: "function", in: names(FUNCTIONS.filter((entry) => entry.column !== "none")) },
      },
      { key: "as", label: "Column name", kind: "text", maxLength: LIMITS.nameLength },
      {
        key: "partition_by",
        label: "Separately for each",
        help: "Rows look only at rows that agree with them in these columns.",
        kind: "columns",
        optional: true,
      },
      {
        key: "order_by",
        label: "In the order of",
        kind: "list",
        itemLabel: "Sort key",
        item: sortKeyFields,
        optional: true,
      },
      {
        key: "offset",
        label: "Rows away",
        kind: "number",
        integer: true,
        min: 0,
        max: LIMITS.count,
        optional: true,
        when: { key: "function", in: ["lag", "lead"] },
      },
      {
        key: "frame",
        label: "Frame",
        help:
          "How many rows around each one count. Left out: from the first row to this one when ordered, else all.",
        kind: "record",
        optional: true,
        when: { key: "function", in: names(FUNCTIONS.filter((entry) => entry.framed)) },
        fields: [
          {
            key: "preceding",
            label: "Rows before",
            kind: "number",
            integer: true,
            min: 0,
            max: LIMITS.count,
            words: ["unbounded"],
          },
          {
            key: "following",
            label: "Rows after",
            kind: "number",
            integer: true,
            min: 0,
            max: LIMITS.count,
            words: ["current", "unbounded"],
          },
        ],
      },
    ],
    initial: { function: "row_number", as: "", partition_by: [], order_by: [] },
  },
  caption: (config) =>
    config.function ? `${text(config.as)} = ${functionCaption(config.function, config.column)}` : "",
  build(config, { in: input }, scope) {
    const entry = FUNCTIONS.find((candidate) => candidate.name === config.function);
    const taken = new Set(input.columns.map((column) => column.name));
    if (entry === undefined || !checkName(config.as, taken, scope, "as")) return input;
    const column = config.column === undefined || entry.column === "none"
      ? undefined
      : findColumn(input, config.column);
    if (entry.column === "needed" && column === undefined) {
      scope.problem({
        code: "missing_setting",
        message: `Cannot compute ${entry.name}: no column is chosen.`,
        field: "column",
      });
      return input;
    }
    if (column !== undefined && !acceptsType(entry.name, column, scope, "column")) return input;
    const keys = sortKeys(config.order_by, input);
    if (entry.needsOrder && keys.length === 0) {
      scope.problem({
        code: "missing_setting",
        message: `Cannot compute ${entry.name} without an order.`,
        field: "order_by",
        hint: "Add the column that says which row comes first.",
      });
      return input;
    }
    const settled = scope.repeatable && entry.countsRows && keys.length > 0;
    const expr = windowCall({
      op: entry.name,
      args: column === undefined ? [] : [reference(column)],
      partitionBy: distinctColumns(config.partition_by ?? [], input, scope, "partition_by").map(reference),
      orderBy: settled ? totalOrder(keys, input.columns) : keys,
      ...(entry.framed && config.frame ? { frame: config.frame } : {}),
      ...(config.offset === undefined ? {} : { offset: config.offset }),
    });
    const { computed, columns } = computedColumns([{ name: config.as, expr }], scope);
    return { ...passing(input, scope), op: "window", computed, columns: [...input.columns, ...columns] };
  },
});

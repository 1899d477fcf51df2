import { call, windowCall } from "../functions/mod.ts";
import { reference, totalOrder } from "../ir/columns.ts";
import { type Expr, type Frame, isTimed, type SortKey } from "../ir/expr.ts";
import type { Relation, RelationColumn } from "../ir/relation.ts";
import { text } from "../schema/untyped.ts";
import { functionCaption } from "./captions.ts";
import { type BuildScope, computedColumns, defineNode, findColumn, passing } from "./define.ts";
import { acceptsType, checkName, distinctColumns, sortKeys, type SortSetting } from "./settings.ts";
import { checkedFrame } from "./window_frame.ts";
import {
  findWindowFunction,
  windowFields,
  type WindowFunction,
  type WindowName,
} from "./window_functions.ts";
import { percentRank, type Placed, share, valueByPlace } from "./window_values.ts";

interface Config {
  readonly function: WindowName;
  readonly column?: string;
  readonly as: string;
  readonly partition_by?: readonly string[];
  readonly order_by?: readonly SortSetting[];
  readonly offset?: number;
  readonly buckets?: number;
  readonly ignore_nulls?: boolean;
  readonly frame?: Frame;
}

export const window = defineNode<Config>({
  description: {
    label: "Window",
    category: "prepare",
    summary: "Adds a column that looks at neighbouring rows: running totals, ranks, earlier values.",
    icon: { path: "M2.5 13V8.5M6 13V5.5M9.5 13V8M13 13V3.5M2 2.5h6" },
    inputs: ["in"],
    fields: windowFields,
    initial: { function: "row_number", as: "", partition_by: [], order_by: [] },
  },
  caption: (config) =>
    config.function ? `${text(config.as)} = ${functionCaption(config.function, config.column)}` : "",
  build(config, { in: input }, scope) {
    const entry = findWindowFunction(config.function);
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
    if (column !== undefined && !acceptsType(entry.name, column, scope, "column", entry.accepts)) {
      return input;
    }
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
    const frame = entry.framed && config.frame ? checkedFrame(config.frame, keys, scope) : undefined;
    if (entry.framed && config.frame && frame === undefined) return input;
    const { input: below, expr } = windowOf({ config, entry, column, keys, frame }, input, scope);
    const { computed, columns } = computedColumns([{ name: config.as, expr }], scope);
    const all = [...input.columns, ...columns];
    return { ...passing(below, scope), op: "window", spansRows: true, computed, columns: all };
  },
});

interface Checked {
  readonly config: Config;
  readonly entry: WindowFunction;
  readonly column: RelationColumn | undefined;
  readonly keys: readonly SortKey[];
  readonly frame: Frame | undefined;
}

/** The expression, and the input that it reads: some functions take a step before. */
function windowOf(
  { config, entry, column, keys, frame }: Checked,
  input: Relation,
  scope: BuildScope,
): { readonly input: Relation; readonly expr: Expr } {
  const value = column && reference(column);
  const args = value ? [value] : [];
  const inTime = frame !== undefined && isTimed(frame);
  // Rows without a time see each other alone.
  const timeless = inTime ? keys.filter(({ expr }) => expr.type.nullable) : [];
  const partitionBy = [
    ...distinctColumns(config.partition_by ?? [], input, scope, "partition_by").map(reference),
    ...timeless.map(({ expr }) => call("is_null", [expr])),
  ];
  const { name } = entry;
  if (name === "percent_rank") return { input, expr: percentRank({ partitionBy, orderBy: keys }) };
  if (name === "share") return { input, expr: share(args, partitionBy) };
  const skipsNulls = config.ignore_nulls === true && value?.type.nullable === true;
  if (value !== undefined && isPlaced(name) && (skipsNulls || inTime)) {
    const { offset = 1 } = config;
    const placed = { op: name, value, offset, frame: frame ?? TO_CURRENT, skipsNulls };
    // No row away is the row itself, whatever it holds.
    if (entry.framed || offset > 0) return valueByPlace(placed, { partitionBy, orderBy: keys }, input, scope);
  }
  const settled = scope.repeatable && entry.countsRows && keys.length > 0 && !inTime;
  const expr = windowCall({
    op: name,
    args,
    partitionBy,
    orderBy: settled ? totalOrder(keys, input.columns) : keys,
    ...(frame ? { frame } : {}),
    ...(config.offset === undefined ? {} : { offset: config.offset }),
    ...(config.buckets === undefined ? {} : { buckets: config.buckets }),
  });
  return { input, expr };
}

const TO_CURRENT: Frame = { preceding: "unbounded", following: "current" };

const PLACED: readonly string[] = ["lag", "lead", "first_value", "last_value"] satisfies Placed["op"][];
const isPlaced = (name: WindowName): name is Placed["op"] => PLACED.includes(name);

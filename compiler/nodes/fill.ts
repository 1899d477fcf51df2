import { isDateUnit } from "../functions/mod.ts";
import { ascending } from "../ir/columns.ts";
import type { Relation, RelationColumn } from "../ir/relation.ts";
import { LIMITS } from "../schema/limits.ts";
import { shown } from "../schema/shown.ts";
import type { ValueType } from "../schema/vocabulary.ts";
import { record, text, texts } from "../schema/untyped.ts";
import { type BuildScope, defineNode, findColumn, outputType, passing } from "./define.ts";
import { gridBetween, stepsBetween } from "./grid.ts";
import type { Filling, FillMode } from "./lowering.ts";
import { LONGEST_STEP_YEARS, type Period, periodFields, stepProblem } from "./periods.ts";
import { distinctColumns, nullable, NUMBERS, TIMES } from "./settings.ts";
import { readValue } from "./values.ts";

interface Config {
  readonly time: string;
  readonly bucket: Period;
  readonly partition_by?: readonly string[];
  readonly columns?: readonly { readonly column: string; readonly mode: FillMode }[];
  readonly from?: string;
  readonly to?: string;
}

const FILL_MODES: readonly { readonly value: FillMode; readonly label: string }[] = [
  { value: "null", label: "empty" },
  { value: "zero", label: "zero" },
  { value: "last", label: "the last one before" },
  { value: "linear", label: "on a straight line between its neighbours" },
];

const FLOAT: ValueType = { type: "float64", nullable: true };
const DAY_MS = 86_400_000;
/** Modes that compute with the column's values. */
const NUMERIC: ReadonlySet<FillMode> = new Set(["zero", "linear"]);

export const fill = defineNode<Config>({
  description: {
    label: "Fill",
    category: "prepare",
    summary: "Adds the rows that are missing, so that every step of time has one.",
    icon: { path: "M2 12.5h12M3.5 10V7M6.5 10V4.5M9.5 10h.01M9.5 7.5h.01M9.5 5h.01M12.5 10V3", stroke: 1.6 },
    inputs: ["in"],
    fields: [
      { key: "time", label: "Time", kind: "column", accepts: TIMES },
      {
        key: "bucket",
        label: "A row for every",
        help:
          "Counted from 1970-01-01 UTC; weeks start on Monday. Rows that lie off these steps stay as they are.",
        kind: "record",
        fields: periodFields,
      },
      {
        key: "partition_by",
        label: "Separately for each",
        help: "Each combination of these has all steps between its own first and last.",
        kind: "columns",
        optional: true,
      },
      {
        key: "columns",
        label: "Values of new rows",
        help: "Columns that are not listed stay empty in new rows.",
        kind: "list",
        itemLabel: "Column",
        optional: true,
        item: [
          { key: "column", label: "Column", kind: "column" },
          { key: "mode", label: "Value", kind: "choice", options: FILL_MODES },
        ],
      },
      {
        key: "from",
        label: "From",
        help: "The first step, where it is not that of the first row.",
        kind: "text",
        placeholder: "2024-01-31",
        optional: true,
      },
      {
        key: "to",
        label: "To",
        help: "The last step, itself included. A day means its last step.",
        kind: "text",
        placeholder: "2024-02-29",
        optional: true,
      },
    ],
    initial: { time: "", bucket: { size: 1, unit: "day" }, partition_by: [], columns: [] },
  },
  caption(config) {
    const { size, unit } = record(config.bucket);
    if (!config.time || unit === undefined) return "";
    const by = texts(config.partition_by).join(", ");
    return `${text(config.time)} every ${text(size)} ${text(unit)}${by === "" ? "" : ` by ${by}`}`;
  },
  build(config, { in: input }, scope): Relation {
    const time = findColumn(input, config.time);
    if (time === undefined) return input;
    const { unit } = config.bucket;
    if (time.type.type === "date" && !isDateUnit(unit)) {
      scope.problem({
        code: "invalid_bucket",
        message: `Cannot fill column ${shown(time.name)} by ${unit}: it is date.`,
        field: "bucket",
        hint: "Use days or longer for dates.",
      });
      return input;
    }
    const partition = distinctColumns(config.partition_by ?? [], input, scope, "partition_by");
    if (partition.includes(time)) {
      scope.problem({
        code: "duplicate_name",
        message: `Cannot fill ${shown(time.name)} separately for each of its own values.`,
        field: "partition_by",
      });
      return input;
    }
    const modes = modesOf(config.columns ?? [], [time, ...partition], input, scope);
    const { bucket } = config;
    const problem = stepProblem(bucket, LONGEST_STEP_YEARS);
    if (problem) {
      scope.problem({ ...problem, field: "bucket" });
      return input;
    }
    const grid = gridBetween(edgeOf(config, "from", time, scope), edgeOf(config, "to", time, scope), bucket);
    const { from, to } = grid;
    const steps = from === undefined || to === undefined ? 0 : stepsBetween(from, to, bucket);
    if (steps > LIMITS.steps) {
      scope.problem({
        code: "too_large",
        message: `Cannot fill ${steps} steps: at most ${LIMITS.steps} are allowed.`,
        field: "bucket",
        hint: "Choose longer steps, or ends that lie closer together.",
      });
      return input;
    }
    const filling = { time, bucket, partition, modes, ...grid };
    return scope.lower?.filled(input, filling) ?? filledColumns(input, filling, scope);
  },
});

/** The columns alone: a new row has a time and its group; what it has else may be empty, and a line is fractional. */
function filledColumns(input: Relation, { time, partition, modes }: Filling, scope: BuildScope): Relation {
  const columns = input.columns.map((column) => {
    if (partition.includes(column)) return column;
    const mode = modes.get(column) ?? "null";
    const isKept = column === time || mode === "zero";
    return {
      ...column,
      type: mode === "linear" ? FLOAT : outputType(isKept ? column.type : nullable(column.type)),
    };
  });
  const shown = columns[input.columns.indexOf(time)] ?? time;
  return {
    ...passing(input, scope),
    op: "extend",
    computed: [],
    columns,
    order: [...partition, shown].map(ascending),
  };
}

function modesOf(
  columns: NonNullable<Config["columns"]>,
  keys: readonly RelationColumn[],
  input: Relation,
  scope: BuildScope,
): ReadonlyMap<RelationColumn, FillMode> {
  const modes = new Map<RelationColumn, FillMode>();
  columns.forEach(({ column: name, mode }, index) => {
    const column = findColumn(input, name);
    if (column === undefined) return;
    const field = `columns[${index}]`;
    if (modes.has(column) || keys.includes(column)) {
      scope.problem({
        code: "duplicate_name",
        message: modes.has(column)
          ? `Cannot fill column ${shown(name)} twice.`
          : `Cannot choose a value for ${shown(name)}: every new row has its own.`,
        field: `${field}.column`,
      });
    } else if (NUMERIC.has(mode) && !NUMBERS.includes(column.type.type)) {
      scope.problem({
        code: "wrong_type",
        message: `Cannot fill ${shown(name)} by "${mode}": it is ${column.type.type}.`,
        field: `${field}.mode`,
        hint: `It works on ${NUMBERS.join(", ")}.`,
      });
    } else modes.set(column, mode);
  });
  return modes;
}

/** The moment that an end is set to; undefined where none is, or none can be read. A day to fill to ends with it. */
function edgeOf(
  config: Config,
  field: "from" | "to",
  time: RelationColumn,
  scope: BuildScope,
): number | undefined {
  const given = config[field];
  if (given === undefined || given.trim() === "") return undefined;
  const read = readValue(given, time.type);
  if ("wrong" in read) {
    scope.problem({
      code: "invalid_value",
      message: `Cannot fill ${field} ${shown(given)}: ${read.expected} is expected.`,
      field,
    });
    return undefined;
  }
  const moment = Date.parse(String(read.expr.value));
  return field === "to" && read.expr.type.type === "date" ? moment + DAY_MS - 1 : moment;
}

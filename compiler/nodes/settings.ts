/** Settings that several node types share. */
import { reference } from "../ir/columns.ts";
import type { AggregateOp, SortKey } from "../ir/expr.ts";
import type { Relation, RelationColumn } from "../ir/relation.ts";
import { LIMITS } from "../schema/limits.ts";
import { shown } from "../schema/shown.ts";
import type { TypeName, ValueType } from "../schema/vocabulary.ts";
import { type BuildScope, findColumn } from "./define.ts";
import type { Field } from "./spec.ts";

export const NUMBERS: readonly TypeName[] = ["int64", "float64", "decimal"];
export const TIMES: readonly TypeName[] = ["date", "datetime"];

export const directionField: Field = {
  key: "direction",
  label: "Direction",
  kind: "choice",
  options: [{ value: "asc", label: "ascending" }, { value: "desc", label: "descending" }],
};

const nullsField: Field = {
  key: "nulls",
  label: "Empty values",
  help: "Where rows without a value go.",
  kind: "choice",
  optional: true,
  options: [{ value: "last", label: "last" }, { value: "first", label: "first" }],
};

export const sortKeyFields: readonly Field[] = [
  { key: "column", label: "Column", kind: "column" },
  directionField,
  nullsField,
];

export interface SortSetting {
  readonly column: string;
  readonly direction: "asc" | "desc";
  readonly nulls?: "first" | "last";
}

export function sortKeys(settings: readonly SortSetting[] | undefined, input: Relation): readonly SortKey[] {
  return (settings ?? []).flatMap((setting) => {
    const column = findColumn(input, setting.column);
    if (column === undefined) return [];
    return [{ expr: reference(column), direction: setting.direction, nulls: setting.nulls ?? "last" }];
  });
}

/** New keys first, the old order breaking their ties: a second sort is stable over the first. */
export function stableOver(keys: readonly SortKey[], order: readonly SortKey[]): readonly SortKey[] {
  const used = new Set(keys.map((key) => (key.expr.kind === "column" ? key.expr.id : undefined)));
  return [...keys, ...order.filter((key) => key.expr.kind !== "column" || !used.has(key.expr.id))];
}

export interface AggregateFunction {
  readonly name: AggregateOp | "weighted_avg";
  readonly label: string;
  /** Left out where it takes any type. */
  readonly accepts?: readonly TypeName[];
  readonly needsOrder?: boolean;
  /** A setting of its own, which a metric of a group has and a chart has not. */
  readonly needs?: "p" | "weight";
}

const COMPARABLE: readonly TypeName[] = ["string", "int64", "float64", "decimal", "date", "datetime"];

export const AGGREGATES: readonly AggregateFunction[] = [
  { name: "sum", label: "Sum", accepts: NUMBERS },
  { name: "avg", label: "Average", accepts: NUMBERS },
  { name: "count", label: "Count" },
  { name: "count_distinct", label: "Count distinct" },
  { name: "min", label: "Minimum", accepts: COMPARABLE },
  { name: "max", label: "Maximum", accepts: COMPARABLE },
  { name: "median", label: "Median", accepts: NUMBERS },
  { name: "stddev", label: "Standard deviation", accepts: NUMBERS },
  { name: "variance", label: "Variance", accepts: NUMBERS },
  { name: "percentile", label: "Percentile", accepts: NUMBERS, needs: "p" },
  { name: "weighted_avg", label: "Weighted average", accepts: NUMBERS, needs: "weight" },
  { name: "first", label: "First", needsOrder: true },
  { name: "last", label: "Last", needsOrder: true },
];

export function findAggregate(name: string): AggregateFunction | undefined {
  return AGGREGATES.find((candidate) => candidate.name === name);
}

export function functionField(
  ordered: boolean,
  more: { readonly optional?: boolean; readonly help?: string } = {},
): Field {
  return {
    key: "function",
    label: "Function",
    kind: "choice",
    options: AGGREGATES.filter((entry) => !entry.needs && (ordered || !entry.needsOrder))
      .map((entry) => ({ value: entry.name, label: entry.label })),
    ...more,
  };
}

/** Whether the function takes a column of this type; reports it when not. */
export function acceptsType(
  name: string,
  column: RelationColumn,
  scope: Pick<BuildScope, "problem">,
  field: string,
  accepts = findAggregate(name)?.accepts,
): boolean {
  if (!accepts || accepts.includes(column.type.type)) return true;
  scope.problem({
    code: "wrong_type",
    message: `Cannot compute ${name} of ${shown(column.name)}: it is ${column.type.type}.`,
    field,
    hint: `It works on ${accepts.join(", ")}.`,
  });
  return false;
}

/** Whether a new name can be used beside the taken ones; reports it when not. */
export function checkName(
  name: string,
  taken: ReadonlySet<string>,
  scope: Pick<BuildScope, "problem">,
  field: string,
): boolean {
  if (name === "") {
    scope.problem({ code: "invalid_name", message: "Cannot use an empty column name.", field });
    return false;
  }
  if (name.length > LIMITS.nameLength) {
    scope.problem({
      code: "too_large",
      message: `Cannot use a column name of more than ${LIMITS.nameLength} characters.`,
      field,
    });
    return false;
  }
  if (!taken.has(name)) return true;
  scope.problem({
    code: "duplicate_name",
    message: `Cannot name a column ${shown(name)}: there is one of that name already.`,
    field,
  });
  return false;
}

export function nullable(type: ValueType): ValueType {
  return type.nullable ? type : { ...type, nullable: true };
}

/** The columns of these names; one that a list names twice is reported and comes once. */
export function distinctColumns(
  names: readonly string[],
  input: Relation,
  scope: Pick<BuildScope, "problem">,
  field: string,
): readonly RelationColumn[] {
  const found = new Set<RelationColumn>();
  names.forEach((name, index) => {
    const column = findColumn(input, name);
    if (column === undefined) return;
    if (found.has(column)) {
      scope.problem({
        code: "duplicate_name",
        message: `Cannot use column ${shown(name)} twice.`,
        field: `${field}[${index}]`,
      });
    }
    found.add(column);
  });
  return [...found];
}

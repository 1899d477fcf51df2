import { aggregate, call } from "../functions/mod.ts";
import { reference } from "../ir/columns.ts";
import type { AggregateOp, NamedExpr } from "../ir/expr.ts";
import type { Relation } from "../ir/relation.ts";
import { shown } from "../schema/shown.ts";
import { text } from "../schema/untyped.ts";
import { functionCaption } from "./captions.ts";
import { defineNode, findColumn } from "./define.ts";
import type { ExprOf } from "../ir/expr.ts";
import { aggregateRelation } from "./aggregate_relation.ts";
import { acceptsType, checkName, distinctColumns, functionField } from "./settings.ts";
import { readValue } from "./values.ts";

interface Config {
  readonly rows?: readonly string[];
  readonly column: string;
  readonly value: string;
  readonly function: AggregateOp;
  readonly values?: readonly unknown[];
  readonly most?: number;
}

/** More columns than this cannot be read, and few engines would plan them. */
const MAX_VALUES = 1_000;
/** So many are looked up where nothing else is set. */
const USUAL_VALUES = 100;

export const pivot = defineNode<Config>({
  description: {
    label: "Pivot",
    category: "summarise",
    summary: "Turns the values of a column into columns of their own.",
    icon: { path: "M2.5 2.5h11v11h-11zM2.5 6.2h11M6.2 2.5v11M9 9.5h2.5v2" },
    inputs: ["in"],
    fields: [
      {
        key: "rows",
        label: "Rows",
        help: "One row for each combination. None gives one row.",
        kind: "columns",
        optional: true,
      },
      { key: "column", label: "Columns from", kind: "column" },
      { key: "value", label: "Value", kind: "column" },
      functionField(false),
      {
        key: "values",
        label: "Only these columns",
        help: "Left out, they are looked up in the data.",
        kind: "values",
        optional: true,
      },
      {
        key: "most",
        label: "At most",
        help: `Of values that are looked up, those with the most rows. Left out, ${USUAL_VALUES}.`,
        kind: "number",
        integer: true,
        min: 1,
        max: MAX_VALUES,
        optional: true,
      },
    ],
    initial: { rows: [], column: "", value: "", function: "sum" },
  },
  caption: (config) =>
    config.column ? `${functionCaption(config.function, config.value)} across ${text(config.column)}` : "",
  valuesWanted: ({ column, values, most }) =>
    values === undefined && typeof column === "string" ? { column, most: mostOf(most) } : undefined,
  build(config, { in: input }, scope): Relation {
    const rows = distinctColumns(config.rows ?? [], input, scope, "rows");
    const column = findColumn(input, config.column);
    const value = findColumn(input, config.value);
    if (column === undefined || value === undefined) return input;
    const keys = rows.map((row) => ({ name: row.name, expr: reference(row) }));
    const sound = acceptsType(config.function, value, scope, "value");
    const values = config.values ?? [];
    if (config.values === undefined) {
      scope.problem({
        code: "pivot_values_needed",
        message: `Cannot tell the columns of this pivot yet: the values of ${
          shown(config.column)
        } are looked up first.`,
        field: "values",
        ...(scope.isCompiling ? {} : { severity: "warning" as const }),
      });
    } else if (values.length === 0 && rows.length === 0) {
      scope.problem({
        code: "no_columns",
        message: `Cannot make a table of this pivot: ${
          shown(config.column)
        } has no value here, and it has no rows.`,
        field: "values",
        hint: "Choose rows, or widen the filters.",
      });
    }
    if (values.length > MAX_VALUES) {
      scope.problem({
        code: "too_large",
        message: `Cannot make ${values.length} columns: at most ${MAX_VALUES} are allowed.`,
        field: "values",
      });
      return aggregateRelation(input, keys, [], scope);
    }
    const taken = new Set(rows.map((row) => row.name));
    const cells = values.flatMap((item, index): NamedExpr<ExprOf<"aggregate">>[] => {
      const field = `values[${index}]`;
      const read = item === null || item === undefined
        ? { wrong: "Cannot make a column of nothing." }
        : readValue(column.type.type === "boolean" ? truthOf(item) : item, column.type);
      if ("wrong" in read) {
        scope.problem({ code: "invalid_value", message: read.wrong, field });
        return [];
      }
      const name = String(item);
      // An empty text is a value too, and makes a column with an empty name.
      const isNew = name === "" && !taken.has(name);
      if (!isNew && !checkName(name, taken, scope, field)) return [];
      taken.add(name);
      const where = call("eq", [reference(column), read.expr]);
      return sound ? [{ name, expr: aggregate(config.function, [reference(value)], { where }) }] : [];
    });
    return aggregateRelation(input, keys, cells, scope);
  },
});

/** A limit that cannot be used is reported by the compile, and the usual one stands in for it. */
function mostOf(most: unknown): number {
  const isUsable = typeof most === "number" && Number.isInteger(most) && most >= 1 && most <= MAX_VALUES;
  return isUsable ? most : USUAL_VALUES;
}

/** Values are listed as text or numbers; `true` and `false` are written as text. */
function truthOf(item: unknown): unknown {
  return item === "true" ? true : item === "false" ? false : item;
}

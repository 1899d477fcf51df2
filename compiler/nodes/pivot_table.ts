import { aggregate, castExpr, param } from "../functions/mod.ts";
import { ascending, reference } from "../ir/columns.ts";
import type { AggregateOp, Expr } from "../ir/expr.ts";
import type { Relation, RelationColumn, UnionBranch } from "../ir/relation.ts";
import type { ValueType } from "../schema/vocabulary.ts";
import { texts } from "../schema/untyped.ts";
import { functionCaption } from "./captions.ts";
import { type BuildScope, defineOutput, findColumn, outputType } from "./define.ts";
import { aggregateRelation } from "./aggregate_relation.ts";
import { chosen } from "./series.ts";
import { acceptsType, functionField, nullable } from "./settings.ts";

interface Config {
  readonly rows?: readonly string[];
  readonly columns?: readonly string[];
  readonly value: string;
  readonly function: AggregateOp;
  readonly totals?: boolean;
}

export const pivotTable = defineOutput<Config>({
  description: {
    label: "Pivot table",
    summary: "A cross-tab of two sets of dimensions, with totals if you like.",
    icon: { path: "M2.5 2.5h11v11h-11zM2.5 6h11M6 2.5v11M2.5 10H13.5" },
    picture: "grid",
    fields: [
      { key: "rows", label: "Rows", kind: "columns", ordered: true, optional: true },
      { key: "columns", label: "Columns", kind: "columns", ordered: true, optional: true },
      { key: "value", label: "Value", kind: "column" },
      functionField(false),
      {
        key: "totals",
        label: "Totals",
        help: "Computed from the rows themselves, so the total of an average is the average.",
        kind: "toggle",
        optional: true,
      },
    ],
    initial: { rows: [], columns: [], value: "", function: "sum" },
  },
  caption: (config) =>
    config.value
      ? `${functionCaption(config.function, config.value)} by ${
        [...texts(config.rows), ...texts(config.columns)].join(", ")
      }`
      : "",
  build(config, { in: input }, scope): Relation {
    const settings = (key: "rows" | "columns") =>
      (config[key] ?? []).map((name, index) => [`${key}[${index}]`, name] as const);
    const taken = new Set(config.totals ? ["value", "total"] : ["value"]);
    const rows = chosen(settings("rows"), input, scope, taken);
    const columns = chosen(settings("columns"), input, scope, taken);
    const value = findColumn(input, config.value);
    if (value === undefined || !acceptsType(config.function, value, scope, "value")) return input;
    const dimensions = [...rows, ...columns];
    const metric = { name: "value", expr: aggregate(config.function, [reference(value)]) };
    const grouped = (by: readonly RelationColumn[]) =>
      aggregateRelation(
        input,
        by.map((column) => ({ name: column.name, expr: reference(column) })),
        [metric],
        scope,
      );
    if (!config.totals) {
      const cells = grouped(dimensions);
      const order = cells.columns.slice(0, dimensions.length).map(ascending);
      return { op: "sort", nodeId: scope.nodeId, input: cells, columns: cells.columns, order };
    }
    const parts: { readonly total: string; readonly by: readonly RelationColumn[] }[] = [
      { total: "cell", by: dimensions },
    ];
    if (rows.length > 0 && columns.length > 0) {
      parts.push({ total: "row", by: rows }, { total: "column", by: columns });
    }
    if (dimensions.length > 0) parts.push({ total: "grand", by: [] });
    return withTotals(parts.map(({ total, by }) => ({ total, relation: grouped(by) })), dimensions, scope);
  },
});

const TEXT: ValueType = { type: "string", nullable: false };

function withTotals(
  parts: readonly { readonly total: string; readonly relation: Relation }[],
  dimensions: readonly RelationColumn[],
  scope: BuildScope,
): Relation {
  const several = parts.length > 1;
  const outputs = dimensions.map((column) => ({
    id: scope.nextId(),
    name: column.name,
    type: outputType(several ? nullable(column.type) : column.type),
  }));
  const first = parts[0]?.relation.columns.at(-1);
  const value = { id: scope.nextId(), name: "value", type: first?.type ?? TEXT };
  const total = { id: scope.nextId(), name: "total", type: TEXT };
  const branches = parts.map((part): UnionBranch => {
    const cell = part.relation.columns.at(-1);
    const exprs: Expr[] = outputs.map((output) => {
      const column = findColumn(part.relation, output.name);
      return column === undefined ? param(null, output.type) : castExpr(reference(column), output.type);
    });
    if (cell !== undefined) exprs.push(reference(cell));
    exprs.push(param(part.total, TEXT));
    return { input: part.relation, exprs };
  });
  const columns = [...outputs, value, total];
  const union: Relation = {
    op: "union",
    nodeId: scope.nodeId,
    branches,
    ids: columns.map((column) => column.id),
    columns,
    order: [],
  };
  return {
    op: "sort",
    nodeId: scope.nodeId,
    input: union,
    columns,
    order: [...outputs, total].map(ascending),
  };
}

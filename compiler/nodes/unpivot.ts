import { call, caseExpr, castExpr, columnTypeOf, param } from "../functions/mod.ts";
import { ascending, reference } from "../ir/columns.ts";
import type { Expr } from "../ir/expr.ts";
import type { Relation, RelationColumn } from "../ir/relation.ts";
import { LIMITS } from "../schema/limits.ts";
import { shown } from "../schema/shown.ts";
import { text, texts } from "../schema/untyped.ts";
import type { ValueType } from "../schema/vocabulary.ts";
import { type BuildScope, computedColumns, defineNode, passing } from "./define.ts";
import { checkName, distinctColumns } from "./settings.ts";

interface Config {
  readonly columns: readonly string[];
  readonly name: string;
  readonly value: string;
}

const NUMBER: ValueType = { type: "int64", nullable: false };

export const unpivot = defineNode<Config>({
  description: {
    label: "Unpivot",
    category: "prepare",
    summary: "Turns columns into rows: one row for each of them, with its name and its value.",
    icon: { path: "M2.5 3h11M2.5 5.5h3M7 5.5h3M5 8v2.5m0 0-1.5-1.5M5 10.5 6.5 9M9 9.5h4.5M9 12h4.5" },
    inputs: ["in"],
    fields: [
      {
        key: "columns",
        label: "Columns",
        help: "Each becomes a row of its own. The other columns are repeated.",
        kind: "columns",
        ordered: true,
        min: 1,
      },
      {
        key: "name",
        label: "Names into",
        help: "The column that says which column a value comes from.",
        kind: "text",
        maxLength: LIMITS.nameLength,
      },
      { key: "value", label: "Values into", kind: "text", maxLength: LIMITS.nameLength },
    ],
    initial: { columns: [], name: "name", value: "value" },
  },
  caption: (config) =>
    texts(config.columns).length > 0
      ? `${texts(config.columns).join(", ")} → ${text(config.name)}, ${text(config.value)}`
      : "",
  build(config, { in: input }, scope): Relation {
    const listed = distinctColumns(config.columns, input, scope, "columns");
    const kept = input.columns.filter((column) => !listed.includes(column));
    const taken = new Set(kept.map((column) => column.name));
    const isNamed = checkName(config.name, taken, scope, "name");
    const isValued = checkName(config.value, new Set([...taken, config.name]), scope, "value");
    const type = commonTypeOf(listed, config.value, scope);
    if (!isNamed || !isValued || type === undefined) return input;
    const position = { id: scope.nextId(), type: NUMBER };
    const expanded: Relation = {
      ...passing(input, scope),
      op: "expand",
      id: position.id,
      end: param(String(listed.length), NUMBER),
      step: 1,
    };
    const names = listed.map(({ name }) => param(name, { type: "string", nullable: false }));
    const values = listed.map((column) => castExpr(reference(column), type));
    const { computed, columns } = computedColumns([
      { name: config.name, expr: chosen(names, reference(position)) },
      { name: config.value, expr: chosen(values, reference(position)) },
    ], scope);
    return {
      op: "extend",
      nodeId: scope.nodeId,
      input: expanded,
      computed,
      columns: [...kept, ...columns],
      order: input.order.length === 0 ? [] : [...input.order, ascending(position)],
    };
  },
});

/** The first of the expressions where the position is 0, the second where it is 1, and so on. */
function chosen(exprs: readonly Expr[], position: Expr): Expr {
  const otherwise = exprs.at(-1);
  if (otherwise === undefined) throw new TypeError("Cannot choose from nothing");
  if (exprs.length === 1) return otherwise;
  const branches = exprs.slice(0, -1).map((then, index) => ({
    when: call("eq", [position, param(String(index), NUMBER)]),
    then,
  }));
  return caseExpr(branches, otherwise);
}

/** The type that all of them take; reports where there is none, and warns where one is widened. */
function commonTypeOf(
  columns: readonly RelationColumn[],
  name: string,
  scope: Pick<BuildScope, "problem">,
): ValueType | undefined {
  let common = columns[0]?.type;
  for (const { name: other, type } of columns.slice(1)) {
    const wider: ValueType | undefined = common && columnTypeOf(common, type);
    if (common !== undefined && wider === undefined) {
      scope.problem({
        code: "wrong_type",
        message: `Cannot put ${common.type} and ${type.type} into one column ${shown(name)}: ${
          shown(other)
        } is ${type.type}.`,
        field: "columns",
        hint: "Convert the columns to one type first.",
      });
      return undefined;
    }
    common = wider;
  }
  const types = new Set(columns.map(({ type }) => type.type));
  if (common !== undefined && types.size > 1) {
    scope.problem({
      code: "converted",
      severity: "warning",
      message: `Column ${shown(name)} holds ${[...types].join(" and ")}: it becomes ${common.type}.`,
      field: "columns",
    });
  }
  return common;
}

import { castExpr, columnTypeOf, param } from "../functions/mod.ts";
import { reference } from "../ir/columns.ts";
import type { Expr } from "../ir/expr.ts";
import type { RelationColumn } from "../ir/relation.ts";
import { LIMITS } from "../schema/limits.ts";
import { shown } from "../schema/shown.ts";
import type { ValueType } from "../schema/vocabulary.ts";
import { list } from "../schema/untyped.ts";
import { type BuildScope, defineNode, findColumn, type Inputs, outputType } from "./define.ts";
import { checkName } from "./settings.ts";

interface Config {
  readonly columns?: readonly { readonly as: string; readonly left?: string; readonly right?: string }[];
}

interface Aligned {
  readonly name: string;
  readonly left: RelationColumn | undefined;
  readonly right: RelationColumn | undefined;
  readonly field: string;
}

export const union = defineNode<Config>({
  description: {
    label: "Union",
    category: "combine",
    summary: "Puts the rows of two inputs below each other.",
    icon: { path: "M3 3v4a5 5 0 0 0 10 0V3M3 13.5h10" },
    inputs: ["left", "right"],
    fields: [{
      key: "columns",
      label: "Columns",
      help: "Which columns belong together. None aligns them by name; a side without the column is empty.",
      kind: "list",
      itemLabel: "Column",
      optional: true,
      item: [
        { key: "as", label: "Name", kind: "text", maxLength: LIMITS.nameLength },
        { key: "left", label: "Left column", kind: "column", input: "left", optional: true },
        { key: "right", label: "Right column", kind: "column", input: "right", optional: true },
      ],
    }],
    initial: {},
  },
  caption: (config) =>
    list(config.columns).length > 0 ? `${list(config.columns).length} aligned columns` : "by name",
  build(config, inputs, scope) {
    const aligned = config.columns && config.columns.length > 0
      ? byMapping(config.columns, inputs, scope)
      : byName(inputs);
    const typed = aligned.flatMap((entry) => {
      const type = sharedType(entry, scope);
      return type === undefined ? [] : [{ ...entry, type: outputType(type), id: scope.nextId() }];
    });
    const side = (port: "left" | "right") => ({
      input: inputs[port],
      exprs: typed.map((entry) => sideExpr(entry[port], entry.type)),
    });
    return {
      op: "union",
      nodeId: scope.nodeId,
      branches: [side("left"), side("right")],
      ids: typed.map((entry) => entry.id),
      columns: typed.map(({ id, name, type }) => ({ id, name, type })),
      order: [],
    };
  },
});

function byName({ left, right }: Inputs): readonly Aligned[] {
  const names = [...new Set([...left.columns, ...right.columns].map((column) => column.name))];
  return names.map((name) => ({
    name,
    left: findColumn(left, name),
    right: findColumn(right, name),
    field: "columns",
  }));
}

function byMapping(
  columns: Config["columns"] & object,
  { left, right }: Inputs,
  scope: BuildScope,
): readonly Aligned[] {
  const taken = new Set<string>();
  return columns.flatMap((column, index) => {
    const field = `columns[${index}]`;
    if (!checkName(column.as, taken, scope, `${field}.as`)) return [];
    taken.add(column.as);
    if (column.left === undefined && column.right === undefined) {
      scope.problem({
        code: "missing_setting",
        message: `Cannot fill column ${shown(column.as)}: neither side is chosen.`,
        field,
      });
      return [];
    }
    return [{
      name: column.as,
      left: column.left === undefined ? undefined : findColumn(left, column.left),
      right: column.right === undefined ? undefined : findColumn(right, column.right),
      field,
    }];
  });
}

/** The type both sides take; the missing side makes it nullable. */
function sharedType({ name, left, right, field }: Aligned, scope: BuildScope): ValueType | undefined {
  if (left === undefined || right === undefined) {
    const only = left ?? right;
    return only && { ...only.type, nullable: true };
  }
  const [a, b] = [left.type.type, right.type.type];
  const common = columnTypeOf(left.type, right.type);
  if (common === undefined) {
    scope.problem({
      code: "wrong_type",
      message: `Cannot put ${a} and ${b} into one column ${shown(name)}.`,
      field,
      hint: "Convert one side with a formula first.",
    });
    return undefined;
  }
  if (a !== b) {
    scope.problem({
      code: "converted",
      severity: "warning",
      message: `Column ${shown(name)} is ${a} on the left and ${b} on the right: it becomes ${common.type}.`,
      field,
    });
  }
  return common;
}

function sideExpr(column: RelationColumn | undefined, type: ValueType): Expr {
  return column === undefined ? param(null, type) : castExpr(reference(column), type);
}

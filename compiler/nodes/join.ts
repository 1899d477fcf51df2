import { call, caseExpr, castExpr, commonType, keyOf, param } from "../functions/mod.ts";
import { reference, totalOrder } from "../ir/columns.ts";
import type { Expr } from "../ir/expr.ts";
import type { AsofMatch, JoinKey, JoinKind, JoinOutput, Relation, RelationColumn } from "../ir/relation.ts";
import { LIMITS } from "../schema/limits.ts";
import { shown } from "../schema/shown.ts";
import type { ValueType } from "../schema/vocabulary.ts";
import { list, record, text, type Untyped } from "../schema/untyped.ts";
import { type BuildScope, defineNode, findColumn, type Inputs, passing } from "./define.ts";
import { type Period, periodFields, periodsBefore } from "./periods.ts";
import { checkName, nullable, TIMES } from "./settings.ts";

interface Asof {
  readonly left: string;
  readonly right: string;
  readonly direction: "backward" | "forward";
  readonly tolerance?: Period;
}

interface Config {
  readonly kind: JoinKind;
  readonly keys?: readonly { readonly left: string; readonly right: string }[];
  readonly asof?: Asof;
  readonly suffix?: string;
}

const KINDS: readonly { readonly value: JoinKind; readonly label: string }[] = [
  { value: "inner", label: "Inner: rows with a partner" },
  { value: "left", label: "Left: every left row" },
  { value: "right", label: "Right: every right row" },
  { value: "full", label: "Full: every row of both" },
  { value: "semi", label: "Semi: left rows with a partner" },
  { value: "anti", label: "Anti: left rows without a partner" },
  { value: "cross", label: "Cross: every pair" },
  { value: "asof", label: "As of: the nearest in time" },
];

export const join = defineNode<Config>({
  description: {
    label: "Join",
    category: "combine",
    summary: "Puts matching rows of two inputs side by side.",
    icon: {
      path:
        "M6 12.2a4.2 4.2 0 1 1 0-8.4 4.2 4.2 0 0 1 0 8.4ZM10 12.2a4.2 4.2 0 1 1 0-8.4 4.2 4.2 0 0 1 0 8.4Z",
    },
    inputs: ["left", "right"],
    fields: [
      { key: "kind", label: "Kind", kind: "choice", options: KINDS },
      {
        key: "keys",
        label: "Match",
        help: "Rows match when all pairs are equal. Empty values match nothing.",
        kind: "list",
        itemLabel: "Pair",
        optional: true,
        when: { key: "kind", in: KINDS.map((entry) => entry.value).filter((kind) => kind !== "cross") },
        item: [
          { key: "left", label: "Left column", kind: "column", input: "left" },
          { key: "right", label: "Right column", kind: "column", input: "right" },
        ],
      },
      {
        key: "asof",
        label: "Nearest in time",
        kind: "record",
        when: { key: "kind", in: ["asof"] },
        fields: [
          { key: "left", label: "Left time", kind: "column", input: "left", accepts: TIMES },
          { key: "right", label: "Right time", kind: "column", input: "right", accepts: TIMES },
          {
            key: "direction",
            label: "Take the nearest",
            kind: "choice",
            options: [{ value: "backward", label: "at or before" }, {
              value: "forward",
              label: "at or after",
            }],
          },
          {
            key: "tolerance",
            label: "No farther than",
            kind: "record",
            fields: periodFields,
            optional: true,
          },
        ],
      },
      {
        key: "suffix",
        label: "Suffix",
        help: "Added to right columns whose name the left has too.",
        kind: "text",
        placeholder: "_right",
        maxLength: 100,
        optional: true,
      },
    ],
    initial: { kind: "inner", keys: [], suffix: "_right" },
  },
  caption: joinCaption,
  build(config, inputs, scope) {
    if (inputs.left.columns.length + inputs.right.columns.length > LIMITS.columns) {
      scope.problem({
        code: "too_large",
        message: `Cannot join: the result would have more than ${LIMITS.columns} columns.`,
        hint: "Select the columns you need before joining.",
      });
      return inputs.left;
    }
    const keys = joinKeys(config, inputs, scope);
    if (config.suffix === "") {
      scope.problem({ code: "invalid_name", message: "Cannot use an empty suffix.", field: "suffix" });
    }
    if (config.kind === "asof" && config.asof) return asofJoin(config, config.asof, keys, inputs, scope);
    return joinRelation(config, keys, inputs, scope);
  },
});

function joinKeys(config: Config, { left, right }: Inputs, scope: BuildScope): readonly JoinKey[] {
  if (config.kind === "cross") return [];
  const keys: JoinKey[] = [];
  (config.keys ?? []).forEach((key, index) => {
    const [a, b] = [findColumn(left, key.left), findColumn(right, key.right)];
    if (a === undefined || b === undefined) return;
    if (commonType(a.type, b.type) === undefined) {
      scope.problem({
        code: "wrong_type",
        message: `Cannot match ${shown(a.name)} (${a.type.type}) with ${shown(b.name)} (${b.type.type}).`,
        field: `keys[${index}]`,
        hint: "Convert one of them with a formula first.",
      });
      return;
    }
    keys.push({ left: keyOf(reference(a)), right: keyOf(reference(b)) });
  });
  if (!scope.isFaulty && (config.keys ?? []).length === 0) {
    scope.problem({
      code: "missing_setting",
      message: "Cannot join: no columns to match are set.",
      field: "keys",
    });
  }
  return keys;
}

/** Kinds whose two key columns hold the same value on every row, so that one of them is enough. */
const SHARES_KEYS: ReadonlySet<JoinKind> = new Set(["inner", "left", "asof"]);

function joinRelation(
  config: Config,
  on: readonly JoinKey[],
  { left, right }: Inputs,
  scope: BuildScope,
  asof?: AsofMatch,
): Relation {
  const { kind } = config;
  const emptiesLeft = kind === "right" || kind === "full";
  const emptiesRight = kind === "left" || kind === "full" || kind === "asof";
  const outputs: JoinOutput[] = [];
  const columns: RelationColumn[] = [];
  const ofLeft = new Set(left.columns.map((column) => column.name));
  const taken = new Set<string>();
  const add = (column: RelationColumn, name: string, side: "left" | "right", empties: boolean) => {
    const type: ValueType = empties ? nullable(column.type) : column.type;
    const id = scope.nextId();
    outputs.push({ id, side, from: column.id, type });
    columns.push({ id, name, type });
    taken.add(name);
  };
  for (const column of left.columns) add(column, column.name, "left", emptiesLeft);
  if (kind !== "semi" && kind !== "anti") {
    const shared = SHARES_KEYS.has(kind)
      ? new Set((config.keys ?? []).filter((key) => key.left === key.right).map((key) => key.right))
      : new Set<string>();
    for (const column of right.columns) {
      if (shared.has(column.name)) continue;
      const name = ofLeft.has(column.name) ? column.name + (config.suffix || "_right") : column.name;
      if (checkName(name, taken, scope, "suffix")) add(column, name, "right", emptiesRight);
    }
  }
  return {
    op: "join",
    nodeId: scope.nodeId,
    kind,
    left,
    right,
    on,
    outputs,
    columns,
    order: [],
    ...(asof ? { asof } : {}),
  };
}

const DATETIME: ValueType = { type: "datetime", nullable: false };

function moment(column: RelationColumn): Expr {
  return column.type.type === "datetime"
    ? reference(column)
    : castExpr(reference(column), nullable(DATETIME));
}

/**
 * Rows of the right side without a time are dropped first. A match that is too far away, or that belongs to a left row
 * without a time, is emptied afterwards.
 */
function asofJoin(
  config: Config,
  asof: Asof,
  on: readonly JoinKey[],
  inputs: Inputs,
  scope: BuildScope,
): Relation {
  const leftTime = findColumn(inputs.left, asof.left);
  const rightTime = findColumn(inputs.right, asof.right);
  if (leftTime === undefined || rightTime === undefined) return inputs.left;
  const timed: Relation = rightTime.type.nullable
    ? {
      ...passing(inputs.right, scope),
      op: "filter",
      predicate: call("is_not_null", [reference(rightTime)]),
    }
    : inputs.right;
  // Engines match by times that are never null. What matches this stand-in is emptied by withinTolerance.
  const never = param("1900-01-01T00:00:00.000Z", DATETIME);
  const settle = (expr: Expr) => expr.type.nullable ? call("coalesce", [expr, never]) : expr;
  const match: AsofMatch = {
    left: settle(moment(leftTime)),
    right: settle(moment(rightTime)),
    direction: asof.direction,
    ties: scope.repeatable ? totalOrder([], inputs.right.columns) : [],
  };
  // The right time is kept for the check even where it is not shown.
  const joined = joinRelation(config, on, { ...inputs, right: timed }, scope, match);
  if (joined.op !== "join" || (!leftTime.type.nullable && asof.tolerance === undefined)) return joined;
  return withinTolerance(joined, leftTime, rightTime, asof, scope);
}

function withinTolerance(
  joined: Extract<Relation, { op: "join" }>,
  leftTime: RelationColumn,
  rightTime: RelationColumn,
  asof: Asof,
  scope: BuildScope,
): Relation {
  const leftOutput = joined.outputs.find((output) => output.side === "left" && output.from === leftTime.id);
  let outputs = joined.outputs;
  let rightOutput = outputs.find((output) => output.side === "right" && output.from === rightTime.id);
  if (rightOutput === undefined) {
    rightOutput = { id: scope.nextId(), side: "right", from: rightTime.id, type: nullable(rightTime.type) };
    outputs = [...outputs, rightOutput];
  }
  if (leftOutput === undefined) return joined;
  const at = (output: JoinOutput) => moment({ id: output.id, name: "", type: output.type });
  const [left, right] = [at(leftOutput), at(rightOutput)];
  const conditions: Expr[] = [call("is_not_null", [left])];
  if (asof.tolerance) {
    const { size, unit } = asof.tolerance;
    conditions.push(
      asof.direction === "backward"
        ? call("ge", [right, periodsBefore(left, size, unit)])
        : call("le", [right, periodsBefore(left, -size, unit)]),
    );
  }
  const matched = conditions.length === 1 ? conditions[0] as Expr : call("and", conditions);
  const computed: { id: number; expr: Expr }[] = [];
  const columns = joined.columns.map((column) => {
    const output = outputs.find((candidate) => candidate.id === column.id);
    if (output?.side !== "right") return column;
    const id = scope.nextId();
    computed.push({
      id,
      expr: caseExpr([{ when: matched, then: reference(column) }], param(null, column.type)),
    });
    return { ...column, id };
  });
  return { op: "extend", nodeId: scope.nodeId, input: { ...joined, outputs }, computed, columns, order: [] };
}

function joinCaption(config: Untyped): string {
  const on = list(config.keys).map(record).map(({ left, right }) =>
    left === right ? text(left) : `${text(left)} = ${text(right)}`
  ).join(", ");
  const kind = config.kind === "asof" ? "as-of" : text(config.kind);
  return on ? `${kind} on ${on}` : kind;
}

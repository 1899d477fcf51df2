import { commonType, keyOf } from "../functions/mod.ts";
import { reference } from "../ir/columns.ts";
import type { AsofMatch, JoinKey, JoinKind, JoinOutput, Relation, RelationColumn } from "../ir/relation.ts";
import { LIMITS } from "../schema/limits.ts";
import { shown } from "../schema/shown.ts";
import type { ValueType } from "../schema/vocabulary.ts";
import { list, record, text, type Untyped } from "../schema/untyped.ts";
import { type BuildScope, defineNode, findColumn, type Inputs } from "./define.ts";
import type { Asof, Sides } from "./lowering.ts";
import { periodFields } from "./periods.ts";
import { checkName, nullable, TIMES } from "./settings.ts";

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
    const joined = (sides: Sides, match?: AsofMatch) => joinRelation(config, keys, sides, scope, match);
    const isAsof = config.kind === "asof" && config.asof !== undefined;
    return isAsof && scope.lower?.nearest(inputs, config.asof, joined) || joined(inputs);
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
  { left, right }: Sides,
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

function joinCaption(config: Untyped): string {
  const on = list(config.keys).map(record).map(({ left, right }) =>
    left === right ? text(left) : `${text(left)} = ${text(right)}`
  ).join(", ");
  const kind = config.kind === "asof" ? "as-of" : text(config.kind);
  return on ? `${kind} on ${on}` : kind;
}

/** Rows of charts with an x, y's and a colour. */
import { aggregate } from "../functions/calls.ts";
import { ascending, reference } from "../ir/columns.ts";
import type { AggregateOp } from "../ir/expr.ts";
import type { Relation, RelationColumn } from "../ir/relation.ts";
import { shown } from "../schema/shown.ts";
import { text, texts, type Untyped } from "../schema/untyped.ts";
import { functionCaption } from "./captions.ts";
import { type BuildScope, findColumn } from "./define.ts";
import { aggregateRelation } from "./aggregate_relation.ts";
import type { Lowering } from "./lowering.ts";
import { acceptsType } from "./settings.ts";
import type { Field } from "./spec.ts";

export interface SeriesConfig {
  readonly x: string;
  readonly y: readonly string[];
  readonly color?: string;
  readonly function?: AggregateOp;
  /** Whether bars of one category stand on each other. */
  readonly stacked?: boolean;
}

export const colourField: Field = {
  key: "color",
  label: "Colour by",
  help: "One series for each value.",
  kind: "column",
  optional: true,
};

/**
 * x, then the colour if any, then the y's; aggregated per x and colour when a function is set. `fold` may put several x
 * into one before that.
 */
export function seriesRelation(
  config: SeriesConfig,
  input: Relation,
  scope: BuildScope,
  fold?: Lowering["others"],
): Relation {
  const dimensions = chosen(
    [["x", config.x], ...(config.color ? [["color", config.color] as const] : [])],
    input,
    scope,
  );
  const taken = new Set(dimensions.map((column) => column.name));
  const values = chosen(config.y.map((name, index) => [`y[${index}]`, name] as const), input, scope, taken);
  const name = config.function;
  if (name === undefined) {
    const columns = [...dimensions, ...values];
    return { op: "extend", nodeId: scope.nodeId, input, computed: [], columns, order: input.order };
  }
  const sound = values.filter((column) =>
    acceptsType(name, column, scope, `y[${config.y.indexOf(column.name)}]`)
  );
  const [x, colour] = dimensions;
  const [value] = sound;
  const folded = x && value && fold?.({
    rows: input,
    category: x,
    value,
    function: name,
    valueCount: sound.length,
    stacked: config.stacked === true,
    ...(colour ? { colour } : {}),
  });
  // The others stand behind all categories, and behind all colours of theirs.
  const hidden = folded ? [folded.isOther, ...(folded.isOtherColour ? [folded.isOtherColour] : [])] : [];
  const exprOf = (column: RelationColumn) =>
    (column === x ? folded?.category : folded?.colour) ?? reference(column);
  const facts = folded?.facts ?? [];
  const grouped = aggregateRelation(
    folded?.rows ?? input,
    [
      ...hidden.map((expr) => ({ name: "", expr })),
      ...dimensions.map((column) => ({ name: column.name, expr: exprOf(column) })),
    ],
    [...sound.map((column) => ({ name: column.name, expr: aggregate(name, [reference(column)]) })), ...facts],
    scope,
  );
  const keys = grouped.columns.slice(0, hidden.length + dimensions.length);
  const own = grouped.columns.slice(hidden.length, grouped.columns.length - facts.length);
  const [isOther, isOtherColour] = keys;
  const order = (hidden.length === 2 ? [isOther!, keys[2]!, isOtherColour!, ...keys.slice(3)] : keys).map(
    ascending,
  );
  const sorted: Relation = { op: "sort", nodeId: scope.nodeId, input: grouped, columns: own, order };
  return folded?.withFacts(sorted, grouped.columns.slice(grouped.columns.length - facts.length)) ?? sorted;
}

/** The named columns, each once: a result cannot hold two columns of one name. */
export function chosen(
  settings: readonly (readonly [field: string, name: string])[],
  input: Relation,
  scope: Pick<BuildScope, "problem">,
  taken = new Set<string>(),
): readonly RelationColumn[] {
  return settings.flatMap(([field, name]) => {
    const column = findColumn(input, name);
    if (column === undefined) return [];
    if (taken.has(name)) {
      scope.problem({
        code: "duplicate_name",
        message: `Cannot use column ${shown(name)} twice in one chart.`,
        field,
      });
      return [];
    }
    taken.add(name);
    return [column];
  });
}

export function seriesCaption(config: Untyped): string {
  if (!config.x) return "";
  const values = texts(config.y).join(", ");
  const measured = config.function ? functionCaption(config.function, values) : values;
  return `${measured} by ${text(config.x)}${config.color ? `, coloured by ${text(config.color)}` : ""}`;
}

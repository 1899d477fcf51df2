/**
 * A viewer's filter shows a part of a running total, and never begins it anew: where a window does not partition by the
 * filter's column and hands it on unchanged, the filter leaves the scan and stands behind that window. So does one on
 * the times of a fill that carries values from row to row. Each way from the target to a scan decides for itself.
 */
import { reference } from "../ir/columns.ts";
import type { ColumnId, Expr } from "../ir/expr.ts";
import { childrenOf, columnUnder, factsOf, substitute } from "../ir/expressions.ts";
import { type Asked, inputsFirst, type Relation, type WindowRelation } from "../ir/relation.ts";
import { type Carried, carriedBy, type Carrier, inputColumns } from "./carried_columns.ts";

/** The plan with each of a viewer's filters where it belongs. */
export function liftFilters(root: Relation): Relation {
  const isNeeded = inputsFirst(root).some(spansRows);
  const carried = isNeeded ? carriedBy(root) : undefined;
  return carried === undefined ? root : rewritten(root, carried);
}

/** A relation, and the columns whose filters are applied above it on this way. */
interface Step {
  readonly relation: Relation;
  readonly lifted: ReadonlySet<ColumnId>;
}

const NONE: ReadonlySet<ColumnId> = new Set();

/** Iterative, inputs before consumers: a plan may be thousands of relations deep. */
function rewritten(root: Relation, carried: Carried): Relation {
  const done = new Map<Relation, Map<string, Relation>>();
  const known = ({ relation, lifted }: Step) => done.get(relation)?.get(keyOf(lifted));
  const first: Step = { relation: root, lifted: NONE };
  const stack: { readonly step: Step; readonly opened: boolean }[] = [{ step: first, opened: false }];
  for (let top = stack.pop(); top !== undefined; top = stack.pop()) {
    const { step, opened } = top;
    if (known(step) !== undefined) continue;
    const lifts = liftsAt(step, carried);
    const inputs = inputSteps(step, lifts);
    if (!opened) {
      stack.push({ step, opened: true });
      for (const input of inputs) stack.push({ step: input, opened: false });
      continue;
    }
    const made = remade(step, inputs.map((input) => known(input) ?? input.relation), lifts);
    const byLifted = done.get(step.relation) ?? new Map<string, Relation>();
    done.set(step.relation, byLifted.set(keyOf(step.lifted), made));
  }
  return known(first) ?? root;
}

const keyOf = (lifted: ReadonlySet<ColumnId>) => [...lifted].toSorted((a, b) => a - b).join();

function spansRows(relation: Relation): boolean {
  if (relation.op === "extend") return relation.continued?.spansRows === true;
  return relation.op === "window" && relation.spansRows === true;
}

/** The columns whose filters come to stand behind this window, or this fill. */
function liftsAt({ relation, lifted }: Step, carried: Carried): ReadonlyMap<ColumnId, readonly Carrier[]> {
  if (!spansRows(relation)) return new Map();
  const found = carried.get(relation);
  const lifts = new Map<ColumnId, readonly Carrier[]>();
  for (const { id } of relation.columns) {
    const carriers = found?.get(id);
    if (carriers === undefined || carriers.length === 0 || lifted.has(id)) continue;
    if (seesOthers(relation, id)) lifts.set(id, carriers);
  }
  return lifts;
}

/** Whether a row is computed from others that have another value of the column. */
function seesOthers(relation: Relation, id: ColumnId): boolean {
  if (relation.op === "extend") return relation.continued?.id === id;
  return relation.op === "window" && !isPartitionedBy(relation, id);
}

function isPartitionedBy({ computed }: WindowRelation, id: ColumnId): boolean {
  return computed.flatMap(({ expr }) => windowsIn(expr)).every(({ partitionBy }) =>
    partitionBy.some((part) => columnUnder(part) === id)
  );
}

function windowsIn(expr: Expr): readonly Extract<Expr, { kind: "window" }>[] {
  if (!factsOf(expr).hasWindow) return [];
  const inner = childrenOf(expr).flatMap(windowsIn);
  return expr.kind === "window" ? [expr, ...inner] : inner;
}

function inputSteps({ relation, lifted }: Step, lifts: ReadonlyMap<ColumnId, unknown>): readonly Step[] {
  const all = lifts.size === 0 ? lifted : new Set([...lifted, ...lifts.keys()]);
  return inputColumns(relation).map(({ input, fromOutput }) => ({
    relation: input,
    lifted: all.size === 0 ? NONE : new Set([...all].flatMap(fromOutput)),
  }));
}

function remade(
  { relation, lifted }: Step,
  inputs: readonly Relation[],
  lifts: ReadonlyMap<ColumnId, readonly Carrier[]>,
): Relation {
  const [input] = inputs;
  if (relation.op === "filter" && input !== undefined && isLifted(relation.asked, lifted)) return input;
  let made = over(relation, inputs);
  for (const { id, type } of relation.columns) {
    for (const { column, predicate, asked } of lifts.get(id) ?? []) {
      made = {
        op: "filter",
        nodeId: relation.nodeId,
        input: made,
        predicate: substitute(predicate, (found) => found.id === column ? reference({ id, type }) : found),
        columns: relation.columns,
        order: relation.order,
        asked: { ...asked, column: id, at: relation.op === "extend" ? "fill" : "window" },
      };
    }
  }
  return made;
}

function isLifted(asked: Asked | undefined, lifted: ReadonlySet<ColumnId>): boolean {
  return asked?.column !== undefined && lifted.has(asked.column);
}

/** By place, not by identity: the two sides of a join may be one relation, lifted from differently. */
function over(relation: Relation, inputs: readonly Relation[]): Relation {
  if (inputColumns(relation).every(({ input }, at) => inputs[at] === input)) return relation;
  const [first, second] = inputs;
  if (first === undefined) return relation;
  switch (relation.op) {
    case "scan":
      return relation;
    case "join":
      return { ...relation, left: first, right: second ?? relation.right };
    case "union":
      return {
        ...relation,
        branches: relation.branches.map((branch, at) => ({ ...branch, input: inputs[at] ?? branch.input })),
      };
    default:
      return { ...relation, input: first };
  }
}

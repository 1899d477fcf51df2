/** Where each relation of one input goes: into its input's level where the fusion table allows, else into a new one. */
import type { ColumnId } from "../ir/expr.ts";
import { conjuncts, factsOf, substitute, substituteKeys } from "../ir/expressions.ts";
import type { PhysicalColumn, Relation } from "../ir/relation.ts";
import type { Assembly } from "./assembly.ts";
import { narrowed, readableKeys } from "./cut.ts";
import { distinctKeys } from "./distinct.ts";
import { slotFor } from "./fusion.ts";
import { type Level, newLevel, resolver } from "./level.ts";

type Of<Op extends Relation["op"]> = Extract<Relation, { op: Op }>;

export function placeScan(relation: Of<"scan">, assembly: Assembly): Level {
  const level = newLevel("it reads a table", relation.nodeId);
  const needed = assembly.needed(relation);
  const guarded = relation.guard.kind === "symbols" ? relation.guard.column : undefined;
  const columns = new Map<ColumnId, PhysicalColumn>();
  let guardId: ColumnId | undefined;
  for (const physical of relation.physical) {
    const isGuarded = physical.column === guarded;
    if (!isGuarded && !needed.has(physical.id)) continue;
    const fresh = assembly.freshId();
    columns.set(fresh, physical);
    if (isGuarded) guardId = fresh;
    if (needed.has(physical.id)) {
      level.columns.set(physical.id, { kind: "column", id: fresh, type: physical.type });
    }
  }
  level.sources.push({
    kind: "table",
    table: relation.table,
    nodeId: relation.nodeId,
    guard: relation.guard,
    columns,
    ...(guardId === undefined ? {} : { guardId }),
  });
  return level;
}

/** Writes nothing yet: the order is kept with the relation, and an ORDER BY is written only where it matters. */
export function placeSort(relation: Of<"sort">, assembly: Assembly): Level {
  for (const key of relation.order) assembly.origins.claim(key, relation.nodeId);
  return assembly.levelFor(relation.input, relation, (candidate) => ({
    operation: "sort",
    exprs: [],
    by: readableKeys(candidate, relation.order),
  }));
}

export function placeFilter(relation: Of<"filter">, assembly: Assembly): Level {
  const level = assembly.levelFor(relation.input, relation, (candidate) => ({
    operation: "filter",
    exprs: conjuncts(substitute(relation.predicate, resolver(candidate))),
  }));
  const parts = conjuncts(substitute(relation.predicate, resolver(level)));
  for (const part of parts) {
    if (part.kind === "param" && part.value === true) continue;
    level[slotFor(level, part)].push(part);
    assembly.origins.claim(part, relation.nodeId);
    level.weight += factsOf(part).size;
  }
  return level;
}

export function placeComputed(relation: Of<"extend" | "window">, assembly: Assembly): Level {
  const needed = assembly.needed(relation);
  const computed = relation.computed.filter(({ id }) => needed.has(id));
  const level = assembly.levelFor(relation.input, relation, (candidate) => ({
    operation: relation.op === "window" && computed.length > 0 ? "window" : "project",
    exprs: computed.map(({ expr }) => substitute(expr, resolver(candidate))),
  }));
  const resolve = resolver(level);
  const made = computed.map(({ id, expr }) => [id, substitute(expr, resolve)] as const);
  for (const [id, expr] of made) {
    level.columns.set(id, expr);
    assembly.origins.claim(expr, relation.nodeId);
    if (factsOf(expr).hasWindow) level.windows.push(expr);
    level.weight += factsOf(expr).size;
  }
  return level;
}

export function placeExpand(relation: Of<"expand">, assembly: Assembly): Level {
  const { nodeId, id, step } = relation;
  const level = assembly.levelFor(relation.input, relation, (candidate) => ({
    operation: "expand",
    exprs: [substitute(relation.end, resolver(candidate))],
  }));
  const fresh = assembly.freshId();
  const end = substitute(relation.end, resolver(level));
  level.sources.push({ kind: "series", nodeId, id: fresh, end, step });
  level.columns.set(id, { kind: "column", id: fresh, type: { type: "int64", nullable: false } });
  return level;
}

export function placeLimit(relation: Of<"limit">, assembly: Assembly): Level {
  const by = (level: Level) => substituteKeys(relation.by, resolver(level));
  const level = assembly.levelFor(relation.input, relation, (candidate) => ({
    operation: "limit",
    exprs: relation.by.map((key) => substitute(key.expr, resolver(candidate))),
    by: by(candidate),
  }));
  const before = level.limit;
  const { nodeId } = relation;
  if (before === undefined) {
    const keys = by(level);
    keys.forEach((key, at) => assembly.origins.pass(relation.by[at] ?? key, key));
    level.limit = { nodeId, count: relation.count, offset: relation.offset, by: keys };
  } else {
    const offset = before.offset + relation.offset;
    level.limit = { nodeId, count: narrowed(before.count, relation), offset, by: before.by };
  }
  return level;
}

export function placeAggregate(relation: Of<"aggregate">, assembly: Assembly): Level {
  const distinct = alreadyDistinct(relation, assembly);
  if (distinct !== undefined) return distinct;
  const needed = assembly.needed(relation);
  const aggregates = relation.aggregates.filter(({ id }) => needed.has(id));
  const level = assembly.levelFor(relation.input, relation, (candidate) => {
    const resolve = resolver(candidate);
    const groupKeys = relation.keys.map(({ expr }) => substitute(expr, resolve));
    const exprs = [...groupKeys, ...aggregates.map(({ expr }) => substitute(expr, resolve))];
    return { operation: "aggregate", exprs, groupKeys };
  });
  const resolve = resolver(level);
  const keys = relation.keys.map(({ id, expr }) => [id, substitute(expr, resolve)] as const);
  const totals = aggregates.map(({ id, expr }) => [id, substitute(expr, resolve)] as const);
  for (const [, expr] of [...keys, ...totals]) assembly.origins.claim(expr, relation.nodeId);
  level.groupedBy = relation.nodeId;
  level.groupBy = keys.map(([, expr]) => expr);
  level.columns = new Map([...keys, ...totals]);
  return level;
}

/** The input's own level where grouping it would change nothing. */
function alreadyDistinct(relation: Of<"aggregate">, assembly: Assembly): Level | undefined {
  if (!assembly.options.merge) return undefined;
  const level = assembly.placed(relation.input);
  const keys = distinctKeys(level, relation);
  if (keys === undefined) return undefined;
  level.columns = new Map(keys);
  if (level.nodeIds.at(-1) !== relation.nodeId) level.nodeIds.push(relation.nodeId);
  return level;
}

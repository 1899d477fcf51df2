/**
 * Decides whether an operation may join the SELECT that is being made, by one table. A missing entry means a new
 * level, which is always right; an entry claims that the rows stay the same, and a test holds it to that.
 *
 * SQL evaluates FROM, WHERE, GROUP BY, HAVING, windows, QUALIFY, SELECT, ORDER BY, LIMIT in this order, so an
 * operation may join when everything already in the level is evaluated before it, or commutes with it.
 */
import type { ColumnId, Expr, SortKey } from "../ir/expr.ts";
import {
  childrenOf,
  collectColumns,
  factsOf,
  guardedSize,
  isSameOrder,
  nestsWindow,
} from "../ir/expressions.ts";
import type { Level } from "./level.ts";

export type Operation =
  | "filter"
  | "project"
  | "window"
  | "aggregate"
  | "sort"
  | "limit"
  | "join"
  | "expand"
  | "union";
export type Feature = "filtered" | "joined" | "windowed" | "qualified" | "grouped" | "limited";

export interface Step {
  readonly operation: Operation;
  /** What the operation computes, already over the ids of the level's sources. */
  readonly exprs: readonly Expr[];
  /** The order that a limit counts by, or that a sort gives. */
  readonly by?: readonly SortKey[];
  readonly groupKeys?: readonly Expr[];
}

export interface DialectFacts {
  readonly hasQualify: boolean;
  /** Whether float64 arithmetic is written with its operands repeated, to catch overflow. */
  readonly guardsFloats: boolean;
  /** Whether a long operand of these is computed once, in a subquery; not possible beside GROUP BY or windows. */
  readonly namesOperands: boolean;
  /** Whether an outer join makes every column null where there is no partner, those of types without null too. */
  readonly nullsUnmatched: boolean;
  /** How the nearest row in time is found. */
  readonly asof: "join" | "lateral";
}

/** Undefined: it may join. Otherwise why not, in words for the interface. */
type Verdict = string | undefined;
type Rule = (level: Level, step: Step, dialect: DialectFacts) => Verdict;

const joins: Rule = () => undefined;

/** An expression written into another must not grow past what an engine parses. */
const MAX_SIZE = 300;
const MAX_DEPTH = 60;
const MAX_LEVEL_SIZE = 6_000;

export const TOO_LARGE = "the expressions would grow too large";
const AFTER_LIMIT = "the rows were already cut by a limit";

export const FUSION: Readonly<Record<Feature, Readonly<Partial<Record<Operation, Rule>>>>> = {
  filtered: {
    filter: joins,
    project: joins,
    window: joins,
    aggregate: joins,
    sort: joins,
    limit: joins,
    join: joins,
    expand: joins,
    union: joins,
  },
  joined: {
    filter: joins,
    project: joins,
    window: joins,
    aggregate: joins,
    sort: joins,
    limit: joins,
    union: joins,
    join: joins,
    expand: joins,
  },
  windowed: {
    filter: filterOverWindows,
    project: afterGathering,
    window: independentWindows,
    sort: joins,
    limit: joins,
    union: joins,
  },
  qualified: { filter: joins, project: joins, sort: joins, limit: joins, union: joins },
  grouped: { filter: joins, project: joins, window: joins, sort: joins, limit: joins, union: joins },
  limited: { project: joins, sort: sameOrder, limit: sameOrder, union: joins },
};

const REFUSALS: Readonly<Record<Feature, string>> = {
  filtered: "the rows are filtered first",
  joined: "the rows come from a join",
  windowed: "it needs the result of a window function",
  qualified: "the rows were filtered by a window function",
  grouped: "it needs the finished groups",
  limited: AFTER_LIMIT,
};

/** Why the operation needs a level of its own; undefined when it may join. */
export function refusal(level: Level, step: Step, dialect: DialectFacts): Verdict {
  for (const feature of featuresOf(level)) {
    const rule = FUSION[feature][step.operation];
    const verdict = rule === undefined ? REFUSALS[feature] : rule(level, step, dialect);
    if (verdict !== undefined) return verdict;
  }
  if (step.groupKeys?.some((key) => factsOf(key).isConstant)) return "a constant cannot be a grouping key";
  if (!fits(level, step, dialect)) return TOO_LARGE;
  return undefined;
}

function featuresOf(level: Level): readonly Feature[] {
  const features: Feature[] = [];
  if (level.where.length > 0) features.push("filtered");
  if (level.sources.length > 1) features.push("joined");
  if (level.windows.length > 0) features.push("windowed");
  if (level.qualify.length > 0) features.push("qualified");
  if (level.groupBy !== undefined) features.push("grouped");
  if (level.limit !== undefined) features.push("limited");
  return features;
}

function fits(level: Level, step: Step, dialect: DialectFacts): boolean {
  let size = 0;
  for (const expr of step.exprs) {
    const facts = factsOf(expr);
    if (facts.depth > MAX_DEPTH || (facts.size > MAX_SIZE && facts.depth > 2)) return false;
    const named = dialect.namesOperands && level.groupBy === undefined && !facts.hasAggregate &&
      !facts.hasWindow;
    if (dialect.guardsFloats && !named && facts.depth > 2 && guardedSize(expr) > MAX_SIZE) return false;
    size += facts.size;
  }
  if (step.operation !== "filter" && step.operation !== "project") return true;
  return level.weight + size <= MAX_LEVEL_SIZE;
}

/**
 * Before a window function sees the rows, only a condition on columns by which every window is partitioned may take
 * some away: it takes whole partitions. Anything else comes after, which is QUALIFY where there is one.
 */
function filterOverWindows(level: Level, step: Step, dialect: DialectFacts): Verdict {
  if (dialect.hasQualify || step.exprs.every((expr) => onPartitionKeys(level, expr))) return undefined;
  return "the filter comes after a window function";
}

function onPartitionKeys(level: Level, predicate: Expr): boolean {
  if (factsOf(predicate).hasWindow || factsOf(predicate).hasAggregate) return false;
  const read = collectColumns(predicate, new Set<ColumnId>());
  return read.size > 0 &&
    level.windows.every((expr) => partitionKeys(expr).every((keys) => isSubset(read, keys)));
}

/** The clause that a condition belongs to. One that keeps or drops whole groups or partitions may stand in WHERE. */
export function slotFor(level: Level, condition: Expr): "where" | "having" | "qualify" {
  if (level.windows.length > 0) return onPartitionKeys(level, condition) ? "where" : "qualify";
  if (level.groupBy === undefined) return "where";
  const { hasAggregate, isConstant } = factsOf(condition);
  return level.groupBy.length > 0 && !hasAggregate && !isConstant ? "where" : "having";
}

/** For every window function inside: the plain columns it is partitioned by. */
function partitionKeys(expr: Expr): readonly ReadonlySet<ColumnId>[] {
  if (expr.kind === "window") {
    const plain = expr.partitionBy.flatMap((part) => part.kind === "column" ? [part.id] : []);
    return [new Set(plain)];
  }
  if (expr.kind === "call") return expr.args.flatMap(partitionKeys);
  if (expr.kind === "case") {
    return [...expr.branches.flatMap((branch) => [branch.when, branch.then]), expr.otherwise].flatMap(
      partitionKeys,
    );
  }
  return [];
}

function isSubset(inner: ReadonlySet<ColumnId>, outer: ReadonlySet<ColumnId>): boolean {
  for (const id of inner) if (!outer.has(id)) return false;
  return true;
}

/** Windows over the same rows stand side by side; one over another's result does not. */
function independentWindows(_level: Level, step: Step): Verdict {
  return step.exprs.some(nestsWindow) ? "it reads the result of another window function" : undefined;
}

/** A value computed from what a window function gathered has to be computed one level above it. */
function afterGathering(_level: Level, step: Step): Verdict {
  return step.exprs.some(looksInside) ? "it looks into what a window function has gathered" : undefined;
}

function looksInside(expr: Expr): boolean {
  if (!factsOf(expr).hasWindow) return false;
  return expr.kind === "call" && (expr.op === "median_of" || expr.op === "count_distinct_of") ||
    childrenOf(expr).some(looksInside);
}

/** A second limit over the same order only narrows the first, and a sort by it changes nothing. */
function sameOrder(level: Level, step: Step): Verdict {
  return isSameOrder(level.limit?.by ?? [], step.by ?? []) ? undefined : AFTER_LIMIT;
}

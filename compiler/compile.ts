/** The compiler's face: a graph in, one statement out. */
import { ExpressionTooLarge, storeProblems } from "./functions/emit.ts";
import { ColumnIds, totalOrder } from "./ir/columns.ts";
import type { ColumnId, Expr } from "./ir/expr.ts";
import { inputsFirst, type Relation } from "./ir/relation.ts";
import { clickhouse } from "./emit/dialects/clickhouse.ts";
import { materialize } from "./emit/dialects/materialize.ts";
import { postgres } from "./emit/dialects/postgres.ts";
import type { Dialect } from "./emit/dialect.ts";
import { sizeProblem } from "./emit/bounds.ts";
import { emitStatement } from "./emit/statement.ts";
import { findNode } from "./nodes/registry.ts";
import { readValue } from "./nodes/values.ts";
import { settleAsofTies } from "./plan/asof_ties.ts";
import { assemble } from "./plan/assemble.ts";
import { Builder } from "./plan/build.ts";
import { gatherWindows } from "./plan/gather.ts";
import { complexityProblem } from "./plan/complexity.ts";
import { isRecord, type ReadGraph, readGraph } from "./schema/graph.ts";
import { LIMITS } from "./schema/limits.ts";
import { nearestHint, shown } from "./schema/nearest.ts";
import type { CompileOptions, CompileResult, DialectName, Problem, Reduction } from "./schema/types.ts";
import { publicColumns } from "./propagate.ts";

const DIALECTS: Readonly<Record<DialectName, Dialect>> = { clickhouse, postgres, materialize };

const shapeOf = (type: string) => findNode(type)?.description;

/** Compiles the rows of one node. Problems of the graph are data; nothing is thrown for them. */
export function compile(graph: unknown, targetNodeId: string, options: CompileOptions): CompileResult {
  const read = readGraph(graph, shapeOf);
  if (read.problems.length > 0) return { ok: false, problems: read.problems };
  if (!read.nodes.has(targetNodeId)) {
    return refused({
      code: "unknown_target",
      message: `Cannot compile node ${shown(targetNodeId)}: the graph has no such node.`,
      ...(typeof targetNodeId === "string" ? nearestHint(targetNodeId, [...read.nodes.keys()]) : {}),
    });
  }
  const wrongOption = optionProblems(options);
  if (wrongOption.length > 0) return { ok: false, problems: wrongOption };
  const now = momentOf(options.now);
  const built = buildTarget(read, targetNodeId, options, now);
  const errors = built.problems.filter((problem) => problem.severity !== "warning");
  if (errors.length > 0 || built.relation === undefined) return { ok: false, problems: built.problems };
  const dialect = DIALECTS[options.dialect];
  const target = paged(built.relation, options);
  const settled = dialect.asof === "join" ? settleAsofTies(target, built.nextId) : target;
  const root = dialect.gathersWindows ? gatherWindows(settled, built.nextId) : settled;
  const store = unsupported(root, dialect.name);
  if (store.length > 0) return { ok: false, problems: store };
  try {
    const { top, origins } = assemble(root, { dialect, merge: options.merge ?? true });
    const complexity = complexityProblem(top, dialect);
    if (complexity) return refused(complexity);
    const statement = emitStatement(top, root, dialect, now, origins);
    if (dialect.name !== "clickhouse" && statement.params.some((param) => holdsNul(param.value))) {
      return refused({
        code: "invalid_value",
        message: "Cannot compare with a text that holds the character NUL: this store has no such text.",
        nodeId: targetNodeId,
      });
    }
    const size = sizeProblem(dialect.name, statement.sql, statement.params.length, root.columns.length);
    if (size) return refused({ ...size, nodeId: targetNodeId });
    const warnings = built.problems.filter((problem) => problem.severity === "warning");
    return {
      ok: true,
      ...statement,
      columns: publicColumns(root),
      ...(warnings.length > 0 ? { warnings } : {}),
      ...(built.reduced ? { reduced: built.reduced } : {}),
    };
  } catch (error) {
    if (!(error instanceof ExpressionTooLarge)) throw error;
    return refused({
      code: "too_large",
      message: "Cannot compile: the formulas grow too large when put together.",
      nodeId: targetNodeId,
    });
  }
}

function holdsNul(value: unknown): boolean {
  return typeof value === "string" ? value.includes("\0") : Array.isArray(value) && value.some(holdsNul);
}

function refused(problem: Problem): CompileResult {
  return { ok: false, problems: [problem] };
}

function momentOf(iso: string | undefined): Expr | undefined {
  if (iso === undefined) return undefined;
  const read = readValue(iso, { type: "datetime", nullable: false });
  if ("wrong" in read) return undefined;
  if (read.expr.type.type === "datetime") return read.expr;
  return {
    ...read.expr,
    value: `${read.expr.value}T00:00:00.000Z`,
    type: { type: "datetime", nullable: false },
  };
}

function optionProblems(options: CompileOptions): readonly Problem[] {
  const problems: Problem[] = [];
  for (const key of ["limit", "offset"] as const) {
    const value = options[key];
    if (value === undefined) continue;
    if (!Number.isInteger(value) || value < 0) {
      problems.push({
        code: "invalid_option",
        message: `Cannot use ${shown(value)} as ${key}: a whole number from 0 is expected.`,
        field: key,
      });
    } else if (value > LIMITS.count) {
      problems.push({
        code: "too_large",
        message: `Cannot use ${value} as ${key}: it is too large.`,
        field: key,
      });
    }
  }
  // A filter that cannot be read must not be a filter that is left out.
  const filters: readonly unknown[] = options.filters ?? [];
  filters.forEach((filter, index) => {
    if (isRecord(filter) && typeof filter.column === "string") return;
    problems.push({
      code: "invalid_option",
      message: "Cannot use a filter: it does not name a column.",
      field: `filters[${index}]`,
    });
  });
  if (options.now !== undefined && momentOf(options.now) === undefined) {
    problems.push({
      code: "invalid_option",
      message: `Cannot use ${shown(options.now)} as now: it is not an ISO 8601 time.`,
      field: "now",
    });
  }
  if (options.pixels !== undefined && !(options.pixels > 0 && options.pixels <= LIMITS.count)) {
    problems.push({
      code: "invalid_option",
      message: `Cannot use ${shown(options.pixels)} as pixels: a number above 0 is expected.`,
      field: "pixels",
    });
  }
  if (!Object.hasOwn(DIALECTS, options.dialect)) {
    problems.push({
      code: "invalid_option",
      message: `Cannot compile for ${shown(options.dialect)}: there is no such dialect.`,
      field: "dialect",
    });
  }
  return problems;
}

interface Target {
  readonly relation?: Relation;
  readonly reduced?: Reduction;
  readonly nextId: () => ColumnId;
  readonly problems: readonly Problem[];
}

function buildTarget(
  read: ReadGraph,
  target: string,
  options: CompileOptions,
  now: Expr | undefined,
): Target {
  const needed = ancestors(read, target);
  const repeatable = repeatableNodes(read, needed, options);
  const ids = new ColumnIds();
  const builder = new Builder({
    catalog: options.catalog,
    target,
    repeatable: (id) => repeatable.has(id),
    ...(options.entitlements ? { entitlements: options.entitlements } : {}),
    ...(options.filters ? { filters: options.filters } : {}),
    ...(options.pixels === undefined ? {} : { pixels: options.pixels }),
    ...(now ? { now } : {}),
  }, ids);
  const relations = new Map<string, Relation>();
  const problems: Problem[] = [];
  for (const id of read.order) {
    const entry = read.nodes.get(id);
    if (entry === undefined || !needed.has(id)) continue;
    const built = builder.build(entry, (source) => relations.get(source));
    problems.push(...built.problems);
    if (built.relation) relations.set(id, built.relation);
  }
  const relation = relations.get(target);
  const reduced = builder.reduction;
  const nextId = () => ids.next();
  return { problems, nextId, ...(relation ? { relation } : {}), ...(reduced ? { reduced } : {}) };
}

function ancestors(read: ReadGraph, target: string): ReadonlySet<string> {
  const found = new Set([target]);
  const stack = [target];
  for (let id = stack.pop(); id !== undefined; id = stack.pop()) {
    const entry = read.nodes.get(id);
    for (const [port, source] of entry?.inputs ?? []) {
      // A disabled node passes its first input through; the other one is not read.
      if (entry?.node.disabled && port === "right") continue;
      if (!found.has(source)) {
        found.add(source);
        stack.push(source);
      }
    }
  }
  return found;
}

/**
 * Nodes whose ties must fall the same way every time: all of them when the caller reads in pages, else those that lie
 * below a node with several consumers, which an engine may compute more than once.
 */
function repeatableNodes(
  read: ReadGraph,
  needed: ReadonlySet<string>,
  options: CompileOptions,
): ReadonlySet<string> {
  if (options.limit !== undefined || options.offset !== undefined) return needed;
  const consumers = new Map<string, number>();
  for (const id of needed) {
    for (const source of read.nodes.get(id)?.inputs.values() ?? []) {
      consumers.set(source, (consumers.get(source) ?? 0) + 1);
    }
  }
  const repeatable = new Set<string>();
  for (const id of read.order.toReversed()) {
    if (!needed.has(id)) continue;
    const isShared = (consumers.get(id) ?? 0) > 1 || repeatable.has(id);
    if (!isShared) continue;
    repeatable.add(id);
    for (const source of read.nodes.get(id)?.inputs.values() ?? []) repeatable.add(source);
  }
  return repeatable;
}

/** The caller's own limit, over a total order so that pages neither repeat nor skip rows. */
function paged(relation: Relation, options: CompileOptions): Relation {
  if (options.limit === undefined && !options.offset) return relation;
  const by = totalOrder(relation.order, relation.columns);
  return {
    op: "limit",
    nodeId: relation.nodeId,
    input: relation,
    offset: options.offset ?? 0,
    by,
    columns: relation.columns,
    order: by,
    ...(options.limit === undefined ? {} : { count: options.limit }),
  };
}

function unsupported(root: Relation, dialect: DialectName): readonly Problem[] {
  const problems: Problem[] = [];
  for (const relation of inputsFirst(root)) {
    for (const expr of exprsOf(relation)) {
      for (const problem of storeProblems(dialect, expr)) {
        problems.push({ ...problem, nodeId: relation.nodeId });
      }
    }
  }
  return problems;
}

function exprsOf(relation: Relation): readonly Expr[] {
  switch (relation.op) {
    case "filter":
      return [relation.predicate];
    case "extend":
    case "window":
      return relation.computed.map(({ expr }) => expr);
    case "aggregate":
      return [...relation.keys, ...relation.aggregates].map(({ expr }) => expr);
    default:
      return [];
  }
}

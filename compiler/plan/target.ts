/** The relation of one node, built from everything upstream of it. */
import { ColumnIds, totalOrder } from "../ir/columns.ts";
import type { ColumnId, Expr, SortKey } from "../ir/expr.ts";
import type { Relation } from "../ir/relation.ts";
import { loweringOf } from "../nodes/lowered.ts";
import { type ReadGraph, type ReadNode, sourcesRead, upstreamOf } from "../schema/read_graph.ts";
import type { Comparison, CompileOptions, FilterReport, Problem, Reduction } from "../schema/types.ts";
import type { Kept } from "../schema/vocabulary.ts";
import { Builder, type StatementParts } from "./build.ts";
import { comparedRange } from "./compared_range.ts";
import { filterReport } from "./filter_report.ts";
import { liftFilters } from "./lifted_filters.ts";
import { buildScan } from "./scan.ts";

export interface Target {
  /** Undefined where the node could not be built. */
  readonly relation?: Relation;
  readonly reduced?: Reduction;
  /** How many of the last columns say something of all rows. */
  readonly factCount: number;
  readonly kept?: Kept;
  readonly filters?: FilterReport;
  readonly compared?: Comparison;
  readonly nextId: () => ColumnId;
  readonly problems: readonly Problem[];
}

const PARTS: StatementParts = { scan: buildScan, comparedRange, loweringOf };

export function buildTarget(
  read: ReadGraph,
  target: string,
  options: CompileOptions,
  now: Expr | undefined,
): Target {
  const needed = upstreamOf(read, target);
  const repeatable = repeatableNodes(needed, options);
  const ids = new ColumnIds();
  const builder = new Builder({
    catalog: options.catalog,
    statement: {
      parts: PARTS,
      target,
      repeatable: (id) => repeatable.has(id),
      ...(options.entitlements ? { entitlements: options.entitlements } : {}),
      ...(options.filters ? { filters: options.filters } : {}),
      ...(options.locked ? { locked: options.locked } : {}),
      ...(options.range ? { range: options.range } : {}),
      ...(options.pixels === undefined ? {} : { pixels: options.pixels }),
      // A later page goes on where an earlier one ended, so it cannot begin at the other end.
      ...(options.limit === undefined || options.offset !== undefined ? {} : { limit: options.limit }),
      ...(options.lineLimit === undefined ? {} : { lineLimit: options.lineLimit }),
      ...(options.facts ? { facts: true } : {}),
      ...(now ? { now } : {}),
    },
  }, ids);
  const relations = new Map<string, Relation>();
  const problems: Problem[] = [];
  for (const entry of needed) {
    const built = builder.build(entry, (source) => relations.get(source));
    problems.push(...built.problems);
    if (built.relation) relations.set(entry.node.id, built.relation);
  }
  const built = relations.get(target);
  const { reduction: reduced, factCount, kept } = builder;
  const nextId = () => ids.next();
  const settled = problems.map((problem) =>
    isReadElsewhere(problem, builder.filtersRead) ? asWarning(problem) : problem
  );
  const isAsked = options.filters !== undefined || options.range !== undefined;
  const relation = built && isAsked ? liftFilters(built) : built;
  const filters = relation && isAsked &&
    filterReport(relation, relations.values(), options, builder.compared, notesOn(settled));
  return {
    problems: settled,
    nextId,
    factCount,
    ...(relation && { relation }),
    ...(reduced && { reduced }),
    ...(filters && { filters }),
    ...(builder.compared && { compared: builder.compared.comparison }),
    ...(kept && { kept }),
  };
}

const BY_TYPE: ReadonlySet<string> = new Set(["invalid_value", "invalid_operator"]);

/** Whether it is about a filter of the options that means nothing for one table's type, and something for another's. */
function isReadElsewhere({ code, field }: Problem, read: ReadonlySet<string>): boolean {
  return BY_TYPE.has(code) && field !== undefined && read.has(field);
}

/** What warnings say of the range and the filters of the options, by the filter's place. */
function notesOn(problems: readonly Problem[]): ReadonlyMap<string, readonly string[]> {
  const notes = new Map<string, string[]>();
  for (const { severity, field = "", message, hint } of problems) {
    if (severity !== "warning" || !field.startsWith("filters[") && field !== "range") continue;
    notes.set(field, [...new Set([...notes.get(field) ?? [], hint ? `${message} ${hint}` : message])]);
  }
  return notes;
}

function asWarning(problem: Problem): Problem {
  return { ...problem, severity: "warning", hint: "No row of this table has such a value." };
}

/**
 * Nodes whose rows must be the same on every read, so that ties in their order are settled: all of them when the caller
 * reads in pages, else those that lie below a node with several consumers, which an engine may compute more than once.
 */
function repeatableNodes(needed: readonly ReadNode[], options: CompileOptions): ReadonlySet<string> {
  if (isPaged(options)) return new Set(needed.map(({ node }) => node.id));
  const consumers = new Map<string, number>();
  for (const entry of needed) {
    for (const source of sourcesRead(entry)) consumers.set(source, (consumers.get(source) ?? 0) + 1);
  }
  const repeatable = new Set<string>();
  for (const entry of needed.toReversed()) {
    const { id } = entry.node;
    if ((consumers.get(id) ?? 0) <= 1 && !repeatable.has(id)) continue;
    repeatable.add(id);
    for (const source of sourcesRead(entry)) repeatable.add(source);
  }
  return repeatable;
}

function isPaged(options: CompileOptions): boolean {
  return options.limit !== undefined || options.offset !== undefined;
}

/** The caller's own limit, over a total order so that pages neither repeat nor skip rows. */
export function paged(
  relation: Relation,
  options: CompileOptions,
  { factCount, kept, reduced }: Paging,
): Relation {
  const limit = reduced?.limit ?? options.limit;
  if (limit === undefined && !options.offset) return relation;
  // What is said of all rows is the same in each, and settles no order.
  const own = relation.columns.slice(0, relation.columns.length - factCount);
  const order = totalOrder(relation.order, own);
  return {
    op: "limit",
    nodeId: relation.nodeId,
    input: relation,
    offset: options.offset ?? 0,
    by: kept === "newest" ? order.map(reversed) : order,
    columns: relation.columns,
    order,
    ...(limit === undefined ? {} : { count: limit }),
  };
}

type Paging = Pick<Target, "factCount" | "kept" | "reduced">;

function reversed({ expr, direction, nulls }: SortKey): SortKey {
  return {
    expr,
    direction: direction === "asc" ? "desc" : "asc",
    nulls: nulls === "last" ? "first" : "last",
  };
}

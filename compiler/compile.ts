/** The compiler's face: a graph in, one statement out. */
import { type Dialect, DIALECTS } from "./dialects/mod.ts";
import { sizeProblem } from "./emit/bounds.ts";
import { explained } from "./emit/explained.ts";
import { ExpressionTooLarge } from "./emit/operations.ts";
import { emitStatement } from "./emit/statement.ts";
import type { Expr } from "./ir/expr.ts";
import type { Relation } from "./ir/relation.ts";
import { settleAsofTies } from "./plan/asof_ties.ts";
import { assemble } from "./plan/assemble.ts";
import { complexityProblem } from "./plan/complexity.ts";
import { counted } from "./plan/counted.ts";
import { gatherWindows } from "./plan/gather.ts";
import { momentOf, optionProblems } from "./plan/options.ts";
import { unsupported } from "./plan/store_support.ts";
import { buildTarget, paged, type Target } from "./plan/target.ts";
import { publicColumns } from "./propagate.ts";
import { readGraph } from "./read.ts";
import { closestHint, hintingSparingly } from "./schema/closest_name.ts";
import { shown } from "./schema/shown.ts";
import type { CompileOptions, CompileResult, Problem, StoreName } from "./schema/types.ts";

/**
 * Compiles the rows of one node. `graph` is a graph as it came, or one that `readGraph` returned. Problems of the graph
 * are data; nothing is thrown for them.
 */
export function compile(graph: unknown, targetNodeId: string, options: CompileOptions): CompileResult {
  return hintingSparingly(() => compiled(graph, targetNodeId, options));
}

function compiled(graph: unknown, targetNodeId: string, options: CompileOptions): CompileResult {
  const read = readGraph(graph);
  if (read.problems.length > 0) return { ok: false, problems: read.problems };
  if (!read.nodes.has(targetNodeId)) {
    return refused({
      code: "unknown_target",
      message: `Cannot compile node ${shown(targetNodeId)}: the graph has no such node.`,
      ...(typeof targetNodeId === "string" ? closestHint(targetNodeId, read.nodes.keys()) : {}),
    });
  }
  const wrongOption = optionProblems(options, DIALECTS);
  if (wrongOption.length > 0) return { ok: false, problems: wrongOption };
  const now = momentOf(options.now);
  const target = buildTarget(read, targetNodeId, options, now);
  if (target.relation === undefined || target.problems.some(isError)) {
    return { ok: false, problems: target.problems };
  }
  const dialect = DIALECTS[options.dialect];
  const rows = options.countTo === undefined
    ? paged(target.relation, options, target)
    : counted(target.relation, options.countTo, target.nextId);
  const root = asStoreRuns(rows, dialect, target.nextId);
  const lacking = unsupported(root, dialect);
  if (lacking.length > 0) return { ok: false, problems: lacking };
  try {
    return written(root, target, dialect, {
      nodeId: targetNodeId,
      merge: options.merge ?? true,
      now,
      store: options.store,
    });
  } catch (error) {
    if (!(error instanceof ExpressionTooLarge)) throw error;
    return refused({
      code: "too_large",
      message: "Cannot compile: the formulas grow too large when put together.",
      nodeId: targetNodeId,
    });
  }
}

function isError({ severity }: Problem): boolean {
  return severity !== "warning";
}

/** The plan with what this store does in another way rewritten. */
function asStoreRuns(plan: Relation, dialect: Dialect, nextId: Target["nextId"]): Relation {
  const settled = dialect.asof === "join" ? settleAsofTies(plan, nextId) : plan;
  return dialect.gathersWindows ? gatherWindows(settled, nextId) : settled;
}

function written(
  root: Relation,
  { problems, reduced, filters, compared, factCount, kept }: Target,
  dialect: Dialect,
  { nodeId, merge, now, store }: {
    readonly nodeId: string;
    readonly merge: boolean;
    readonly now: Expr | undefined;
    readonly store: StoreName | undefined;
  },
): CompileResult {
  const { top, origins } = assemble(root, { dialect, merge });
  const complexity = complexityProblem(top, dialect);
  if (complexity) return refused(complexity);
  const statement = emitStatement(top, root, dialect, now, origins, store);
  if (!dialect.textHoldsNul && statement.params.some((param) => holdsNul(param.value))) {
    return refused({
      code: "invalid_value",
      message: "Cannot compare with a text that holds the character NUL: this store has no such text.",
      nodeId,
    });
  }
  const size = sizeProblem(dialect, statement.sql, statement.params.length, root.columns.length);
  if (size) return refused({ ...size, nodeId });
  const warnings = problems.filter((problem) => !isError(problem));
  const columns = publicColumns(root);
  const own = columns.length - factCount;
  return {
    ok: true,
    ...statement,
    columns: factCount === 0 ? columns : columns.slice(0, own),
    ...(factCount === 0 ? {} : { facts: columns.slice(own) }),
    ...(kept ? { kept } : {}),
    ...(warnings.length > 0 ? { warnings } : {}),
    ...(reduced ? { reduced } : {}),
    ...(filters ? { filters, explanation: explained(statement.explanation, filters) } : {}),
    ...(compared ? { compared } : {}),
  };
}

function holdsNul(value: unknown): boolean {
  return typeof value === "string" ? value.includes("\0") : Array.isArray(value) && value.some(holdsNul);
}

function refused(problem: Problem): CompileResult {
  return { ok: false, problems: [problem] };
}

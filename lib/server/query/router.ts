/** The query router: the only place that knows which store a statement runs on, and in which dialect. */
import { compile, type ReadGraph, readsOf } from "@/compiler/mod.ts";
import type { CompileOptions, CompileResult, StoreName } from "@/compiler/schema/types.ts";
import { STORES } from "@/compiler/schema/vocabulary.ts";
import { FlowForgeError } from "@/lib/server/errors.ts";
import type { Stores } from "@/lib/server/store_registry.ts";
import { isSqlStore, isTableStore } from "@/lib/server/stores/sql_store.ts";
import type { SqlStore } from "@/lib/server/stores/types.ts";
import { isError } from "./graphs.ts";

export type Statement = Extract<CompileResult, { ok: true }>;

export interface Routed {
  readonly store: SqlStore;
  readonly statement: Statement;
  /** How long a result may be kept, for tables that change by the second; without it the configuration decides. */
  readonly cacheMs?: number;
}

export type Route = (
  graph: ReadGraph,
  target: string,
  options: Omit<CompileOptions, "dialect" | "store">,
) => Routed;

/**
 * Compiles for the store that holds the sources. Where they live in several stores, or in one that runs no statements,
 * the analytical one runs it and the others hand it their rows. Throws `invalid_graph` with the problems.
 */
export function createRouter(stores: Stores): Route {
  const { analytical } = stores;
  /** What holds a store's tables. A name whose part no store of the app plays does not type-check. */
  const holderOf = (name: StoreName) => stores[STORES[name].role];

  return (graph, target, options) => {
    const { stores: names } = readsOf(graph, target, options.catalog);
    const [only = analytical.name, ...more] = names;
    const holder = holderOf(only);
    const store = more.length === 0 && isSqlStore(holder) ? holder : analytical;
    const statement = compiled(graph, target, { ...options, dialect: store.dialect, store: store.name });
    const kept = [store.name, ...names].map(holderOf).flatMap((each) =>
      isTableStore(each) && each.cacheMs || []
    );
    return { store, statement, ...(kept.length > 0 ? { cacheMs: Math.min(...kept) } : {}) };
  };
}

function compiled(graph: ReadGraph, target: string, options: CompileOptions): Statement {
  const result = compile(graph, target, options);
  if (result.ok) return result;
  const problems = result.problems.filter(isError);
  const ofFilters = problems.flatMap((problem) => {
    const index = /^filters\[(\d+)\]/.exec(problem.field ?? "")?.[1];
    const column = index === undefined ? undefined : options.filters?.[Number(index)]?.column;
    if (column === undefined) return [];
    return [{
      ...problem,
      message: `The filter on "${column}" does not fit: change or remove it. ${problem.message}`,
    }];
  });
  if (ofFilters.length === problems.length) {
    // The workflow is sound: what is wrong came with the question.
    throw new FlowForgeError("invalid_input", "Cannot apply the filters: their values do not fit.", {
      problems: ofFilters,
    });
  }
  throw new FlowForgeError("invalid_graph", "Cannot compile this node: the workflow has problems.", {
    problems,
  });
}

/** The query router: the only place that knows which store a statement runs on, and in which dialect. */
import { compile, type ReadGraph, readsOf } from "@/compiler/mod.ts";
import type { CompileOptions, CompileResult, StoreName } from "@/compiler/schema/types.ts";
import { FlowForgeError } from "@/lib/server/errors.ts";
import type { Stores } from "@/lib/server/store_registry.ts";
import { rowStoresOf, sqlStoresOf } from "@/lib/server/stores/sql_store.ts";
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
 * Compiles for the store that holds the sources. Stores that run no statements hand their rows to the analytical one.
 * Throws `invalid_graph` with the problems, `mixed_stores` among them.
 */
export function createRouter(stores: Stores): Route {
  const { analytical } = stores;
  const rowStores = rowStoresOf(stores);
  const byName: Partial<Record<StoreName, SqlStore>> = Object.fromEntries(
    sqlStoresOf(stores).map((store) => [store.name, store]),
  );

  return (graph, target, options) => {
    const { stores: names } = readsOf(graph, target, options.catalog);
    const handing = rowStores.filter((store) => names.includes(store.name));
    const running = handing.length === 0 ? names : [
      ...new Set([...names.filter((name) => byName[name] !== undefined), analytical.name]),
    ];
    const [name = analytical.name] = running;
    const store = byName[name];
    // Where no store can run it, what is wrong with the graph itself comes first.
    const { dialect, name: runs } = (running.length > 1 ? undefined : store) ?? analytical;
    const statement = compiled(graph, target, { ...options, dialect, store: runs });
    if (running.length > 1) throw mixedStores(target, statement);
    if (store === undefined) {
      throw new FlowForgeError("store_unavailable", `Cannot query "${name}": no such store is connected.`);
    }
    const kept = [store, ...handing].flatMap(({ cacheMs }) => cacheMs ?? []);
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

function mixedStores(target: string, { sources }: Statement): FlowForgeError {
  const listed = sources.map(({ database, table, store }) => `${database}.${table} (${store})`).join(", ");
  return new FlowForgeError("invalid_graph", "Cannot run this node: its sources live in different stores.", {
    problems: [{
      code: "mixed_stores",
      message: `One statement cannot read live and analytical tables together: ${listed}.`,
      nodeId: target,
      hint: "Build the live and the analytical part as separate outputs on one dashboard.",
    }],
  });
}

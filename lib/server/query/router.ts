/** The query router: the only place that knows which store a statement runs on, and in which dialect. */
import { compile, type ReadGraph, readsOf } from "@/compiler/mod.ts";
import type { CompileOptions, CompileResult, StoreName } from "@/compiler/schema/types.ts";
import { FlowForgeError } from "@/lib/server/errors.ts";
import type { Stores } from "@/lib/server/store_registry.ts";
import { sqlStoresOf } from "@/lib/server/stores/sql_store.ts";
import type { SqlStore } from "@/lib/server/stores/types.ts";
import { isError } from "./graphs.ts";

export type Statement = Extract<CompileResult, { ok: true }>;

export interface Routed {
  readonly store: SqlStore;
  readonly statement: Statement;
}

export type Route = (graph: ReadGraph, target: string, options: Omit<CompileOptions, "dialect">) => Routed;

/** Compiles for the store that holds the sources. Throws `invalid_graph` with the problems, `mixed_stores` among them. */
export function createRouter(stores: Stores): Route {
  const { analytical } = stores;
  const byName: Partial<Record<StoreName, SqlStore>> = Object.fromEntries(
    sqlStoresOf(stores).map((store) => [store.name, store]),
  );

  return (graph, target, options) => {
    const { stores: names } = readsOf(graph, target, options.catalog);
    const [name = analytical.name] = names;
    const store = byName[name];
    // Where no store can run it, what is wrong with the graph itself comes first.
    const dialect = (names.length > 1 ? undefined : store)?.dialect ?? analytical.dialect;
    const statement = compiled(graph, target, { ...options, dialect });
    if (names.length > 1) throw mixedStores(target, statement);
    if (store === undefined) {
      throw new FlowForgeError("store_unavailable", `Cannot query "${name}": no such store is connected.`);
    }
    return { store, statement };
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

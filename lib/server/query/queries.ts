/** A node's rows from start to end: validate, scope, compile with the tenant's entitlements, route, run. */
import { type ReadGraph, readGraph, readsOf } from "@/compiler/mod.ts";
import type { DashboardFilter } from "@/compiler/schema/types.ts";
import { FlowForgeError } from "@/lib/server/errors.ts";
import type { ServiceContext } from "@/lib/server/context.ts";
import { createExecutor, type Executed, type Execution } from "./executor.ts";
import { resolveFilters, unreachedBy, withLocked } from "./filters.ts";
import { soundGraph } from "./graphs.ts";
import { discoverPivotValues } from "./pivot_values.ts";
import { reducedOf } from "./reduced.ts";
import { createRouter, type Routed } from "./router.ts";
import type { ScopeOf, TenantScope } from "@/lib/server/catalog/service.ts";
import type { ResultTable } from "./schema.ts";

/** Deeper paging is a scan of everything before it. */
const DEEPEST_OFFSET = 10_000;

interface NodeQuery extends Omit<Execution, "shown"> {
  /** As it came, or as it was read. */
  readonly graph: unknown;
  readonly target: string;
  readonly filters?: readonly DashboardFilter[];
  /** Restrict whatever the caller asks; a table they do not reach is refused. */
  readonly lockedFilters?: readonly DashboardFilter[];
  readonly limit: number;
  readonly offset?: number;
  readonly pixels?: number;
}

interface NodeStatement extends Pick<NodeQuery, "tenantId" | "graph" | "target" | "profile" | "signal"> {
  readonly merge?: boolean;
}

/** A result whose rows are still as they were written. */
export interface NodeResult
  extends Omit<Executed, "facts">, Pick<ResultTable, "columns" | "pivot_values" | "kept" | "reduced"> {}

/** The same, its rows read. */
export function tableOf({ rows, ...rest }: NodeResult): ResultTable & Pick<NodeResult, "as_of"> {
  return { ...rest, rows: rows.read(), row_count: rows.count };
}

export interface Queries {
  run(query: NodeQuery): Promise<NodeResult>;
  compile(statement: NodeStatement): Promise<Routed>;
}

export function createQueries(context: ServiceContext, scopeOf: ScopeOf): Queries {
  const route = createRouter(context.stores);
  const execute = createExecutor(context);

  function withPivots(graph: ReadGraph, target: string, scope: TenantScope, execution: Execution) {
    return discoverPivotValues(graph, target, async (probe, probeTarget, limit) => {
      const routed = route(readGraph(probe), probeTarget, { ...scopeOptions(scope), limit });
      return (await execute(routed, execution)).rows.read().map(([value]) => value ?? null);
    });
  }

  return {
    async run({ graph: given, target, limit, offset, pixels, ...query }) {
      if ((offset ?? 0) > DEEPEST_OFFSET) {
        throw new FlowForgeError(
          "too_large",
          `Cannot page past row ${DEEPEST_OFFSET}: add a filter or export.`,
        );
      }
      const sound = soundGraph(given);
      const scope = await scopeOf(query.tenantId);
      const { graph, values } = await withPivots(sound, target, scope, query);
      const filters = applicableFilters(query, graph, target, scope);
      // One row more than shown tells whether there is more.
      const options = { ...scopeOptions(scope), filters, limit: limit + 1, offset, pixels, facts: true };
      const routed = route(graph, target, options);
      const { facts, ...executed } = await execute(routed, { ...query, shown: limit });
      return {
        columns: routed.statement.columns,
        ...executed,
        ...reducedOf(routed.statement, { facts, truncated: executed.truncated }),
        ...(Object.keys(values).length > 0 ? { pivot_values: values } : {}),
      };
    },

    async compile({ graph: given, target, merge, ...execution }) {
      const sound = soundGraph(given);
      const scope = await scopeOf(execution.tenantId);
      const { graph } = await withPivots(sound, target, scope, execution);
      return route(graph, target, { ...scopeOptions(scope), merge });
    },
  };
}

function scopeOptions({ catalog, entitlements }: TenantScope) {
  return { catalog, entitlements: { symbols: entitlements.symbols } };
}

function applicableFilters(
  { filters = [], lockedFilters = [] }: Pick<NodeQuery, "filters" | "lockedFilters">,
  graph: ReadGraph,
  target: string,
  scope: TenantScope,
): readonly DashboardFilter[] {
  const { tables } = readsOf(graph, target, scope.catalog);
  const [unreached] = unreachedBy(lockedFilters, tables);
  if (unreached !== undefined) {
    const name = `${unreached.database}.${unreached.table}`;
    throw new FlowForgeError(
      "forbidden",
      `Cannot show this widget: the key's filters do not reach "${name}".`,
    );
  }
  return resolveFilters(withLocked(lockedFilters, filters), tables);
}

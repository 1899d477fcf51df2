/** A node's rows from start to end: validate, scope, compile with the tenant's entitlements, route, run. */
import { type ReadGraph, readGraph, readsOf } from "@/compiler/mod.ts";
import type { CompileOptions, DashboardFilter } from "@/compiler/schema/types.ts";
import { FlowForgeError } from "@/lib/server/errors.ts";
import type { ServiceContext } from "@/lib/server/context.ts";
import { createExecutor, type Executed, type Execution } from "./executor.ts";
import {
  type AskedFilters,
  type FilterColumns,
  NOTHING_ASKED,
  refuseOthers,
  refuseUnreached,
  reportOf,
  resolveFilters,
  unlocked,
  unreachedBy,
} from "./filters.ts";
import { soundGraph } from "./graphs.ts";
import { discoverPivotValues } from "./pivot_values.ts";
import { reducedOf } from "./reduced.ts";
import { createRouter, type Routed } from "./router.ts";
import type { TenantView, ViewOf } from "@/lib/server/catalog/service.ts";
import type { ResultTable } from "./schema.ts";

const NONE = { applied: [], ignored: [] } as const;

/** Deeper paging is a scan of everything before it. */
const DEEPEST_OFFSET = 10_000;

interface NodeQuery extends Omit<Execution, "shown"> {
  /** As it came, or as it was read. */
  readonly graph: unknown;
  readonly target: string;
  readonly filters?: AskedFilters;
  /** Restrict whatever the caller asks; a table they do not reach is refused. */
  readonly lockedFilters?: readonly DashboardFilter[];
  /** Refuses filters on other columns and those that reach nothing, instead of saying so beside the rows. */
  readonly filterColumns?: FilterColumns;
  readonly limit: number;
  readonly offset?: number;
  readonly pixels?: number;
}

interface NodeStatement
  extends Pick<NodeQuery, "tenantId" | "graph" | "target" | "filters" | "profile" | "signal"> {
  readonly merge?: boolean;
}

/** A result whose rows are still as they were written. */
export interface NodeResult extends
  Omit<Executed, "facts">,
  Pick<
    ResultTable,
    "columns" | "filters" | "compared" | "kept" | "reduced" | "pivot_values" | "pivot_values_omitted"
  > {}

/** Returns the result with its rows decoded. */
export function tableOf({ rows, ...rest }: NodeResult): ResultTable & Pick<NodeResult, "as_of"> {
  return { ...rest, rows: rows.read(), row_count: rows.count };
}

export interface Queries {
  run(query: NodeQuery): Promise<NodeResult>;
  compile(statement: NodeStatement): Promise<Routed>;
}

export function createQueries(context: ServiceContext, viewOf: ViewOf): Queries {
  const route = createRouter(context.stores);
  const execute = createExecutor(context);

  /** The look-ups see what the result may see, and nothing else. */
  function withPivots(graph: ReadGraph, target: string, seen: Seen, execution: Execution) {
    return discoverPivotValues(graph, target, async (probe, probeTarget, limit) => {
      const routed = route(readGraph(probe), probeTarget, { ...seen, limit });
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
      const scope = await viewOf(query.tenantId);
      const asked = query.filters ?? NOTHING_ASKED;
      const seen = { ...viewOptions(scope), ...applicableFilters(query, sound, target, scope) };
      const { graph, values, omitted } = await withPivots(sound, target, seen, query);
      // One row more than shown tells whether there is more.
      const options = { ...seen, limit: limit + 1, offset, pixels, facts: true };
      const routed = route(graph, target, options);
      const filters = reportOf(routed.statement.filters ?? NONE, asked, query.lockedFilters ?? []);
      if (query.filterColumns !== undefined) refuseUnreached(filters);
      const { facts, ...executed } = await execute(routed, { ...query, shown: limit });
      return {
        columns: routed.statement.columns,
        filters,
        ...(routed.statement.compared ? { compared: routed.statement.compared } : {}),
        ...executed,
        ...reducedOf(routed.statement, { facts, truncated: executed.truncated }),
        ...(Object.keys(values).length > 0 ? { pivot_values: values } : {}),
        ...(Object.keys(omitted).length > 0 ? { pivot_values_omitted: omitted } : {}),
      };
    },

    async compile({ graph: given, target, merge, ...execution }) {
      const sound = soundGraph(given);
      const scope = await viewOf(execution.tenantId);
      const seen = { ...viewOptions(scope), ...applicableFilters(execution, sound, target, scope) };
      const { graph } = await withPivots(sound, target, seen, execution);
      return route(graph, target, { ...seen, merge });
    },
  };
}

/** Which rows of the tables a reader may see, and asks to see. */
type Seen = Pick<CompileOptions, "catalog" | "entitlements" | "filters" | "range" | "locked">;

function viewOptions({ catalog, entitlements }: TenantView) {
  return { catalog, entitlements: { symbols: entitlements.symbols } };
}

function applicableFilters(
  { filters: asked = NOTHING_ASKED, lockedFilters = [], filterColumns }: Pick<
    NodeQuery,
    "filters" | "lockedFilters" | "filterColumns"
  >,
  graph: ReadGraph,
  target: string,
  scope: TenantView,
): Pick<CompileOptions, "filters" | "range" | "locked"> {
  const { tables } = readsOf(graph, target, scope.catalog);
  if (filterColumns !== undefined) refuseOthers(asked, filterColumns, tables);
  const { filters, range } = asked;
  const [unreached] = unreachedBy(lockedFilters, tables);
  if (unreached !== undefined) {
    const name = `${unreached.database}.${unreached.table}`;
    throw new FlowForgeError(
      "forbidden",
      `Cannot show this widget: the key's filters do not reach "${name}".`,
    );
  }
  return {
    locked: resolveFilters(lockedFilters, tables),
    filters: resolveFilters(unlocked(lockedFilters, filters), tables),
    ...(range === undefined ? {} : { range }),
  };
}

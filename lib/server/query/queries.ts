/** A node's rows from start to end: validate, scope, compile with the tenant's entitlements, route, run. */
import { type ReadGraph, readGraph, readsOf } from "@/compiler/mod.ts";
import type { Catalog, CompileOptions, DashboardFilter } from "@/compiler/schema/types.ts";
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
  unlocked,
  unreachedBy,
  withoutNotes,
} from "./filters.ts";
import { soundGraph } from "./graphs.ts";
import { discoverPivotValues } from "./pivot_values.ts";
import { createPlans, type Plan } from "./plans.ts";
import type { Row } from "@/lib/server/stores/types.ts";
import { createHanding } from "./handed.ts";
import { reducedOf } from "./reduced.ts";
import { countRows, tooManyRows, upTo } from "./file_rows.ts";
import { createRouter, type Routed } from "./router.ts";
import { rememberStatements } from "./statements.ts";
import type { TenantView, ViewOf } from "@/lib/server/catalog/service.ts";
import type { CompiledStatement, ResultTable } from "./schema.ts";

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
  /** How many rows a reduced line may have; as many as others without it. */
  readonly lineLimit?: number;
  readonly offset?: number;
  readonly pixels?: number;
}

interface NodeStatement
  extends Pick<NodeQuery, "tenantId" | "userId" | "graph" | "target" | "filters" | "profile" | "signal"> {
  readonly merge?: boolean;
}

/** A result whose rows are still as they were written. */
export interface NodeResult extends
  Omit<Executed, "facts">,
  Pick<
    ResultTable,
    | "columns"
    | "filters"
    | "unreadable"
    | "compared"
    | "kept"
    | "reduced"
    | "pivot_values"
    | "pivot_values_omitted"
  > {}

/** Returns the result with its rows decoded. */
export function tableOf({ rows, ...rest }: NodeResult): ResultTable & Pick<NodeResult, "as_of"> {
  return { ...rest, rows: rows.read(), row_count: rows.count };
}

type NodeExportQuery = Omit<
  NodeQuery,
  "fresh" | "limit" | "lineLimit" | "offset" | "pixels" | "profile" | "filterColumns"
>;

/** All rows of a node, not yet read. */
interface NodeExport extends Pick<ResultTable, "columns" | "filters" | "pivot_values_omitted"> {
  /** How many rows there were when they were counted, a moment before they are read. */
  readonly row_count: number;
  /** The rows as the store streams them. Fails where there are more than may be exported. */
  readonly parts: AsyncIterable<readonly Row[]>;
}

export interface Queries {
  /** The tables that a node of the graph reads, and the columns in them that a time range reaches. */
  readsOf(graph: unknown, target: string, catalog: Catalog): ReturnType<typeof readsOf>;
  run(query: NodeQuery): Promise<NodeResult>;
  /** Counts the rows of a node, and refuses with `too_large` when there are more than a file may have. */
  export(query: NodeExportQuery): Promise<NodeExport>;
  compile(statement: NodeStatement): Promise<Routed & Pick<CompiledStatement, "statements">>;
}

export function createQueries(context: ServiceContext, viewOf: ViewOf): Queries {
  const { read, route } = rememberStatements(createRouter(context.stores));
  const handing = createHanding(context);
  const { bind } = handing;
  const execute = createExecutor(context, handing);
  const { planOf } = createPlans();
  /** The last result of each plan, as it was handed out. */
  const results = new WeakMap<Plan, { readonly executed: Executed; readonly result: NodeResult }>();

  /** The look-ups see what the result may see, and nothing else. */
  function withPivots(graph: ReadGraph, target: string, seen: Seen, execution: Execution) {
    return discoverPivotValues(graph, target, async (probe, probeTarget, limit) => {
      const routed = route(readGraph(probe), probeTarget, { ...seen, limit });
      return (await execute(routed, execution)).rows.read().map(([value]) => value ?? null);
    });
  }

  /** What a statement is made of, whatever is asked of its rows. */
  async function prepared(asked: Omit<NodeQuery, "limit">) {
    return await preparedFor(soundGraph(read(asked.graph)), await viewOf(asked.tenantId), asked);
  }

  async function preparedFor(
    sound: ReadGraph,
    scope: TenantView,
    { graph: _given, target, ...query }: Omit<NodeQuery, "limit">,
  ) {
    const seen = { ...viewOptions(scope), ...applicableFilters(query, sound, target, scope) };
    const { graph, values, omitted } = await withPivots(sound, target, seen, query);
    const report = ({ statement }: Routed) =>
      reportOf(statement.filters ?? NONE, query.filters ?? NOTHING_ASKED, query.lockedFilters ?? []);
    return { graph, seen, values, omitted, report };
  }

  /** A widget's plan is made once, unless values were looked up for a pivot: those may be others next time. */
  async function planned({ limit, lineLimit = limit, offset, pixels, ...query }: NodeQuery): Promise<Plan> {
    const { tenantId, target, filters, lockedFilters, filterColumns } = query;
    const [graph, view] = [soundGraph(read(query.graph)), await viewOf(tenantId)];
    // Text would not tell columns that nobody names from those that nobody restricts.
    const open = filterColumns === undefined;
    const asked = [
      target,
      filters,
      lockedFilters ?? [],
      open,
      filterColumns,
      limit,
      lineLimit,
      offset,
      pixels,
    ];
    return await planOf({ tenantId, graph, view, asked }, async () => {
      const { graph: filled, seen, values, omitted, report } = await preparedFor(graph, view, query);
      // One row more than shown tells whether there is more.
      const routed = route(filled, target, {
        ...seen,
        limit: limit + 1,
        lineLimit: lineLimit + 1,
        offset,
        pixels,
        facts: true,
      });
      const filters = report(routed);
      return { routed, filters: open ? filters : withoutNotes(filters), values, omitted };
    }, ({ values }) => query.profile === "widget" && Object.keys(values).length === 0);
  }

  async function* observed(name: string, parts: AsyncIterable<readonly Row[]>, signal?: AbortSignal) {
    const started = performance.now();
    let outcome: "ok" | "error" | "aborted" = "aborted";
    try {
      yield* parts;
      outcome = "ok";
    } catch (error) {
      if (!signal?.aborted) outcome = "error";
      throw error;
    } finally {
      context.metrics.observeQuery(name, outcome, (performance.now() - started) / 1_000);
    }
  }

  return {
    readsOf: (graph, target, catalog) => readsOf(read(graph), target, catalog),

    async run({ limit, lineLimit, offset, pixels, ...query }) {
      if ((offset ?? 0) > DEEPEST_OFFSET) {
        throw new FlowForgeError(
          "too_large",
          `Cannot page past row ${DEEPEST_OFFSET}: add a filter or export.`,
        );
      }
      const plan = await planned({ limit, lineLimit, offset, pixels, ...query });
      if (query.filterColumns !== undefined) refuseUnreached(plan.filters);
      const taken = plan.routed.statement.reduced?.limit ?? limit + 1;
      const executed = await execute(plan.routed, { ...query, shown: taken - 1 });
      const before = results.get(plan);
      if (before?.executed === executed) return before.result;
      const result = resultOf(plan, executed);
      results.set(plan, { executed, result });
      return result;
    },

    async export(query) {
      const most = context.config.export.rows;
      const asked = { ...query, profile: "export" as const };
      const { graph, seen, omitted, report } = await prepared(asked);
      const routed = route(graph, query.target, seen);
      const row_count = await countRows(
        route(graph, query.target, { ...seen, countTo: most + 1 }),
        query,
        bind,
      );
      if (row_count > most) throw tooManyRows(most);
      const { sql, columns } = routed.statement;
      const { store } = routed;
      const asker = { tenantId: query.tenantId, userId: query.userId };
      const { params } = await bind(routed, { profile: "export", asker, signal: query.signal });
      const parts = store.stream({ sql, params, columns, profile: "export", asker, signal: query.signal });
      return {
        columns,
        row_count,
        filters: report(routed),
        parts: observed(store.name, upTo(most, parts), query.signal),
        ...(Object.keys(omitted).length > 0 ? { pivot_values_omitted: omitted } : {}),
      };
    },

    async compile({ merge, ...query }) {
      const { graph, seen } = await prepared(query);
      const routed = route(graph, query.target, { ...seen, merge });
      return { ...routed, statements: handing.explain(routed) };
    },
  };
}

function resultOf({ routed, filters, values, omitted }: Plan, { facts, ...executed }: Executed): NodeResult {
  const { statement } = routed;
  return {
    columns: statement.columns,
    filters,
    ...(statement.compared ? { compared: statement.compared } : {}),
    ...executed,
    ...reducedOf(statement, { facts, truncated: executed.truncated }),
    ...(Object.keys(values).length > 0 ? { pivot_values: values } : {}),
    ...(Object.keys(omitted).length > 0 ? { pivot_values_omitted: omitted } : {}),
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
    locked: lockedFilters,
    filters: unlocked(lockedFilters, filters),
    ...(range === undefined ? {} : { range }),
  };
}

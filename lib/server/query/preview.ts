/** What the canvas asks while someone draws: rows of any node, its statement, its schema. */
import { sideOf } from "@/lib/grid/grid.ts";
import { pictureOf, propagate, readGraph } from "@/compiler/mod.ts";
import { authorize, type ServiceContext } from "@/lib/server/context.ts";
import { NOTHING_ASKED } from "./filters.ts";
import { mostOfLine } from "./line_limit.ts";
import { type Queries, tableOf } from "./queries.ts";
import type { RateLimits } from "@/lib/server/rate_limits.ts";
import type { ViewOf } from "@/lib/server/catalog/service.ts";
import type { Identity, RequestContext } from "@/lib/server/identity.ts";
import type {
  CompiledStatement,
  CompileInput,
  PreviewInput,
  ResultTable,
  ValidateInput,
  Validation,
} from "./schema.ts";

/** Of a picture whose width nobody says. */
const USUAL_SIZE = { width: 600, height: 300 };

export function createPreview(
  context: ServiceContext,
  limits: RateLimits,
  viewOf: ViewOf,
  queries: Queries,
) {
  const most = context.config.preview.rows;
  return {
    async run(
      who: Identity,
      { graph, target_node_id, offset, limit, pixels, filters = [] }: PreviewInput,
      { signal }: RequestContext,
    ): Promise<ResultTable> {
      authorize(who, "preview:run");
      await limits.take("preview", who.tenantId);
      const read = readGraph(graph);
      // A chart's preview is the chart, and not a chart of a preview's rows.
      const node = read.nodes.get(target_node_id)?.node;
      const isChart = pictureOf(node?.type) === "chart";
      const isPicture = isChart && limit === undefined && offset === undefined;
      const result = await queries.run({
        tenantId: who.tenantId,
        userId: who.userId,
        graph: read,
        target: target_node_id,
        filters: { ...NOTHING_ASKED, filters },
        ...(isPicture
          ? {
            limit: context.config.page.rows,
            lineLimit: mostOfLine(context.config),
            pixels: pixels ?? sideOf(node?.config ?? {}, USUAL_SIZE),
          }
          : { limit: Math.min(limit ?? most, most), offset }),
        profile: "preview",
        signal,
      });
      const { as_of: _readAt, ...table } = tableOf(result);
      return table;
    },

    async compile(
      who: Identity,
      { graph, target_node_id, merge, filters = [] }: CompileInput,
    ): Promise<CompiledStatement> {
      authorize(who, "preview:run");
      await limits.take("preview", who.tenantId);
      const { store, statement, statements } = await queries.compile({
        tenantId: who.tenantId,
        userId: who.userId,
        graph,
        target: target_node_id,
        merge,
        filters: { ...NOTHING_ASKED, filters },
        profile: "preview",
      });
      const { sql, params, columns, levels, explanation = [], attribution = [] } = statement;
      const shown = { sql, params, store: store.name, statements, columns, levels, explanation, attribution };
      return filters.length > 0 && statement.filters ? { ...shown, filters: statement.filters } : shown;
    },

    async validate(who: Identity, { graph }: ValidateInput): Promise<Validation> {
      authorize(who, "preview:run");
      const { catalog } = await viewOf(who.tenantId);
      // The graph as it came: a node that is left out for its faults has its entry too.
      const read = readGraph(graph);
      return { nodes: { ...propagate(read, catalog).nodes }, problems: read.problems };
    },
  };
}

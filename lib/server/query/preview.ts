/** What the canvas asks while someone draws: rows of any node, its statement, its schema. */
import { propagate, readGraph } from "@/compiler/mod.ts";
import { authorize, type ServiceContext } from "@/lib/server/context.ts";
import { type Queries, tableOf } from "./queries.ts";
import type { RateLimits } from "@/lib/server/rate_limits.ts";
import type { ScopeOf } from "@/lib/server/catalog/service.ts";
import type { Services } from "@/lib/server/types.ts";

export function createPreview(
  context: ServiceContext,
  limits: RateLimits,
  scopeOf: ScopeOf,
  queries: Queries,
): Services["preview"] {
  const most = context.config.preview.rows;
  return {
    async run(who, { graph, target_node_id, offset, limit = most }, { signal }) {
      authorize(who, "preview:run");
      await limits.take("preview", who.tenantId);
      const result = await queries.run({
        tenantId: who.tenantId,
        graph,
        target: target_node_id,
        limit: Math.min(limit, most),
        offset,
        profile: "preview",
        signal,
      });
      const { as_of: _readAt, ...table } = tableOf(result);
      return table;
    },

    async compile(who, { graph, target_node_id, merge }) {
      authorize(who, "preview:run");
      await limits.take("preview", who.tenantId);
      const { store, statement } = await queries.compile({
        tenantId: who.tenantId,
        graph,
        target: target_node_id,
        merge,
        profile: "preview",
      });
      const { sql, params, columns, levels, explanation = [], attribution = [] } = statement;
      return { sql, params, store: store.name, columns, levels, explanation, attribution };
    },

    async validate(who, value) {
      authorize(who, "preview:run");
      const { catalog } = await scopeOf(who.tenantId);
      // The graph as it came: a node that is left out for its faults has its entry too.
      const graph = readGraph(value);
      return { nodes: { ...propagate(graph, catalog).nodes }, problems: graph.problems };
    },
  };
}

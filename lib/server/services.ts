/** Puts the services together. They share one catalogue, one cache and one set of limits. */
import type { AppConfig } from "@/lib/server/config.ts";
import type { Log } from "@/lib/server/log.ts";
import type { Stores } from "@/lib/server/stores/mod.ts";
import { createApiKeys } from "@/lib/server/api_keys/service.ts";
import { createAudit } from "@/lib/server/audit/service.ts";
import type { Clock, ServiceContext } from "@/lib/server/context.ts";
import { createDashboards } from "@/lib/server/dashboards/service.ts";
import { createEmbed } from "@/lib/server/embeds/service.ts";
import { createEntitlements } from "@/lib/server/entitlements/service.ts";
import { createFilterOptions } from "@/lib/server/dashboards/filter_options.ts";
import { createHealth } from "@/lib/server/health/service.ts";
import { createMetrics } from "@/lib/server/metrics.ts";
import { createPreview } from "@/lib/server/query/preview.ts";
import { createQueries } from "@/lib/server/query/queries.ts";
import { createRateLimits } from "@/lib/server/rate_limits.ts";
import { createRecentReads } from "@/lib/server/metadata/recent_reads.ts";
import { createSchemaRegistry } from "@/lib/server/catalog/registry.ts";
import { createSchema, createScope } from "@/lib/server/catalog/service.ts";
import { createSessions } from "@/lib/server/sessions/service.ts";
import type { Services } from "@/lib/server/types.ts";
import { createUsers } from "@/lib/server/people/service.ts";
import { createWidgetReader } from "@/lib/server/widgets/reader.ts";
import { createWidgets } from "@/lib/server/widgets/service.ts";
import { createWorkflows } from "@/lib/server/workflows/service.ts";

export interface ServiceParts {
  readonly config: AppConfig;
  readonly stores: Stores;
  readonly log: Log;
  readonly clock?: Clock;
}

export function createServices({ config, stores: opened, log, clock = Date }: ServiceParts): Services {
  const metrics = createMetrics();
  const recent = createRecentReads(opened.metadata, clock);
  const stores: Stores = { ...opened, metadata: recent.metadata };
  const context: ServiceContext = { config, stores, log, clock, metrics };
  const registry = createSchemaRegistry(stores, log);
  const scopeOf = createScope(registry, createEntitlements(context));
  const limits = createRateLimits(context);
  const queries = createQueries(context, scopeOf);
  const reader = createWidgetReader(context, recent, queries);
  const health = createHealth(context, registry);
  let closing = false;
  return {
    workflows: createWorkflows(context),
    dashboards: createDashboards(context, createFilterOptions(context, scopeOf, queries)),
    widgets: createWidgets(context, reader),
    preview: createPreview(context, limits, scopeOf, queries),
    schema: createSchema(scopeOf),
    apiKeys: createApiKeys(context),
    embed: createEmbed(context, limits, reader),
    audit: createAudit(context),
    users: createUsers(context),
    sessions: createSessions(context, limits),
    health: {
      live: health.live,
      // A server on its way out takes no new visitors, while those it has are still answered.
      ready: async () => closing ? { status: "down", checks: {} } : await health.ready(),
    },
    metrics: () => metrics.text(),
    observeRequest: (sample) => metrics.observeRequest(sample),
    close() {
      closing = true;
      registry.close();
      return Promise.resolve();
    },
  };
}

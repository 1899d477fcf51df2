/** Puts the services together. They share one catalogue, one cache and one set of limits. */
import { createApiKeys } from "@/lib/server/api_keys/service.ts";
import { createAudit } from "@/lib/server/audit/service.ts";
import { createSchemaRegistry } from "@/lib/server/catalog/registry.ts";
import { createCatalog, createTenantView } from "@/lib/server/catalog/service.ts";
import type { AppConfig } from "@/lib/server/config.ts";
import type { Clock, ServiceContext } from "@/lib/server/context.ts";
import { createFilterOptions } from "@/lib/server/dashboards/filter_options.ts";
import { createDashboards } from "@/lib/server/dashboards/service.ts";
import { createEmbeds } from "@/lib/server/embeds/service.ts";
import { createEntitlements } from "@/lib/server/entitlements/service.ts";
import { createExports } from "@/lib/server/exports/service.ts";
import type { HealthReport } from "@/lib/server/health/schema.ts";
import { createHealth } from "@/lib/server/health/service.ts";
import type { Log } from "@/lib/server/log.ts";
import { createRecentReads } from "@/lib/server/metadata/recent_reads.ts";
import { createMetrics } from "@/lib/server/metrics.ts";
import { createPeople } from "@/lib/server/people/service.ts";
import { createPreview } from "@/lib/server/query/preview.ts";
import { createQueries } from "@/lib/server/query/queries.ts";
import { createRateLimits } from "@/lib/server/rate_limits.ts";
import type { repeat } from "@/lib/server/repeat.ts";
import { createSessions } from "@/lib/server/sessions/service.ts";
import { startSessionSweep } from "@/lib/server/sessions/sweep.ts";
import type { Stores } from "@/lib/server/store_registry.ts";
import { createWidgetReader } from "@/lib/server/widgets/reader.ts";
import { createWidgets } from "@/lib/server/widgets/service.ts";
import { createWorkflows } from "@/lib/server/workflows/service.ts";

interface ServiceParts {
  readonly config: AppConfig;
  readonly stores: Stores;
  readonly log: Log;
  readonly clock?: Clock;
  /** Runs the hourly removal of expired sessions; a test passes its own. */
  readonly every?: typeof repeat;
}

/**
 * What routes may ask. Every method takes the caller's identity and checks role and tenant itself; all of them throw
 * `FlowForgeError`. What a caller hands in has been `checked`: their types allow nothing else.
 */
export type Services = Readonly<ReturnType<typeof createServices>>;

export function createServices({ config, stores: opened, log, clock = Date, every }: ServiceParts) {
  const metrics = createMetrics();
  const recent = createRecentReads(opened.metadata, clock);
  const stores: Stores = { ...opened, metadata: recent.metadata };
  const context: ServiceContext = { config, stores, log, clock, metrics };
  const registry = createSchemaRegistry(stores, log);
  const viewOf = createTenantView(registry, createEntitlements(recent));
  const limits = createRateLimits(context);
  const queries = createQueries(context, viewOf);
  const reader = createWidgetReader(context, recent, queries);
  const health = createHealth(context, registry);
  const sweep = startSessionSweep({ ...context, every });
  let closing = false;
  return {
    workflows: createWorkflows(context),
    dashboards: createDashboards(context, createFilterOptions(context, viewOf, recent, queries)),
    widgets: createWidgets(context, reader),
    preview: createPreview(context, limits, viewOf, queries),
    exports: createExports(context, limits, reader, queries),
    catalog: createCatalog(viewOf),
    apiKeys: createApiKeys(context),
    embeds: createEmbeds(context, limits, reader, recent),
    audit: createAudit(context),
    people: createPeople(context),
    sessions: createSessions(context, limits, recent),
    health: {
      live: health.live,
      // A server that shuts down is not ready for new requests, while it still finishes those it has.
      ready: async (): Promise<HealthReport> =>
        closing ? { status: "down", checks: {} } : await health.ready(),
    },
    /** Prometheus text format. */
    metrics: (): Promise<string> => metrics.text(),
    observeRequest: metrics.observeRequest,
    /** Stops background work and waits for it; the stores stay open. */
    async close(): Promise<void> {
      closing = true;
      registry.close();
      await sweep.close();
    },
  };
}

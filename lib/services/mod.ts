/** Puts the services together. They share one catalogue, one cache and one set of limits. */
import type { AppConfig } from "@/lib/config.ts";
import type { Log } from "@/lib/log.ts";
import type { Stores } from "@/lib/stores/mod.ts";
import { createApiKeys } from "./api_keys.ts";
import { createAudit } from "./audit.ts";
import type { Clock, ServiceContext } from "./context.ts";
import { createDashboards } from "./dashboards.ts";
import { createEmbed } from "./embed.ts";
import { createEntitlements } from "./entitlements.ts";
import { createFilterOptions } from "./filter_options.ts";
import { createHealth } from "./health.ts";
import { createMetrics } from "./metrics.ts";
import { createPreview } from "./preview.ts";
import { createQueries } from "./queries.ts";
import { createRateLimits } from "./rate_limits.ts";
import { createRecentReads } from "./recent_reads.ts";
import { createSchemaRegistry } from "./schema_registry.ts";
import { createSchema, createScope } from "./schema.ts";
import { createSessions } from "./sessions.ts";
import type { Services } from "./types.ts";
import { createUsers } from "./users.ts";
import { createWidgetReader } from "./widget_reader.ts";
import { createWidgets } from "./widgets.ts";
import { createWorkflows } from "./workflows.ts";

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

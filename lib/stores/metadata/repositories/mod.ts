/** All repositories of one tenant. There is no other way to make one. */
import { guard, guarded } from "../errors.ts";
import { inTransaction, type TenantScope } from "../scope.ts";
import type { Repositories } from "../types.ts";
import { apiKeyRepository } from "./api_keys.ts";
import { auditRepository } from "./audit.ts";
import { dashboardFilterRepository } from "./dashboard_filters.ts";
import { dashboardRepository } from "./dashboards.ts";
import { executionRepository } from "./executions.ts";
import { entitlementRepository, sessionRepository, userRepository } from "./people.ts";
import { templateRepository } from "./templates.ts";
import { widgetRepository } from "./widgets.ts";
import { workflowRepository } from "./workflows.ts";

export function repositoriesOf(scope: TenantScope): Repositories {
  return {
    workflows: guarded(workflowRepository(scope)),
    dashboards: guarded(dashboardRepository(scope)),
    dashboardFilters: guarded(dashboardFilterRepository(scope)),
    widgets: guarded(widgetRepository(scope)),
    apiKeys: guarded(apiKeyRepository(scope)),
    audit: guarded(auditRepository(scope)),
    users: guarded(userRepository(scope)),
    sessions: guarded(sessionRepository(scope)),
    entitlements: guarded(entitlementRepository(scope)),
    templates: guarded(templateRepository(scope)),
    executions: guarded(executionRepository(scope)),
    transaction: (work) =>
      guard(() => inTransaction(scope.database, (database) => work(repositoriesOf({ ...scope, database })))),
  };
}

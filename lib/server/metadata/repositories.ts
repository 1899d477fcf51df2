/** All repositories of one tenant. There is no other way to make one. */
import { guard, guarded } from "./errors.ts";
import { inTransaction, type TenantScope } from "./scope.ts";
import type { Repositories } from "./types.ts";
import { apiKeyRepository } from "@/lib/server/api_keys/repository.ts";
import { auditRepository } from "@/lib/server/audit/repository.ts";
import { dashboardFilterRepository } from "@/lib/server/dashboards/filters_repository.ts";
import { dashboardRepository } from "@/lib/server/dashboards/repository.ts";
import { executionRepository } from "@/lib/server/executions/repository.ts";
import { entitlementRepository, sessionRepository, userRepository } from "@/lib/server/people/repository.ts";
import { templateRepository } from "@/lib/server/templates/repository.ts";
import { widgetRepository } from "@/lib/server/widgets/repository.ts";
import { workflowRepository } from "@/lib/server/workflows/repository.ts";

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

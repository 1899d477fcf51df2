/** All repositories of one tenant. There is no other way to make one. */
import { apiKeyRepository } from "@/lib/server/api_keys/repository.ts";
import { auditRepository } from "@/lib/server/audit/repository.ts";
import { dashboardFilterRepository } from "@/lib/server/dashboards/filters_repository.ts";
import { dashboardRepository } from "@/lib/server/dashboards/repository.ts";
import { entitlementRepository } from "@/lib/server/entitlements/repository.ts";
import { executionRepository } from "@/lib/server/executions/repository.ts";
import { userRepository } from "@/lib/server/people/repository.ts";
import { sessionRepository } from "@/lib/server/sessions/repository.ts";
import { templateRepository } from "@/lib/server/templates/repository.ts";
import type { TenantScope } from "@/lib/server/tenancy/scope.ts";
import { widgetRepository } from "@/lib/server/widgets/repository.ts";
import { workflowRepository } from "@/lib/server/workflows/repository.ts";
import { guard, guarded } from "./errors.ts";

const REPOSITORIES = {
  workflows: workflowRepository,
  dashboards: dashboardRepository,
  dashboardFilters: dashboardFilterRepository,
  widgets: widgetRepository,
  apiKeys: apiKeyRepository,
  audit: auditRepository,
  users: userRepository,
  sessions: sessionRepository,
  entitlements: entitlementRepository,
  templates: templateRepository,
  executions: executionRepository,
};

type Each = {
  readonly [Name in keyof typeof REPOSITORIES]: Readonly<ReturnType<(typeof REPOSITORIES)[Name]>>;
};

export interface Repositories extends Each {
  /**
   * All that `work` writes stays, or none of it when it throws. It must use only what it is given: the embedded store
   * has one session, so anything else would wait for this to end.
   */
  transaction<T>(work: (repositories: Repositories) => Promise<T>): Promise<T>;
}

export function repositoriesOf(scope: TenantScope): Repositories {
  const each = Object.fromEntries(
    Object.entries(REPOSITORIES).map(([name, make]) => [name, guarded(make(scope))]),
  );
  return {
    ...each as unknown as Each,
    transaction: (work) => guard(() => scope.transaction((inside) => work(repositoriesOf(inside)))),
  };
}

/**
 * The services' face: what routes may ask. Records keep the API's field names (snake_case), so a handler parses,
 * calls one method and answers. Every method takes the caller's identity and checks role and tenant itself;
 * all of them throw FlowForgeError (lib/server/errors.ts).
 */
import type { AuditService, SchemaService, SessionService, UserService } from "@/lib/server/people/types.ts";
import type { DashboardService } from "@/lib/server/dashboards/types.ts";
import type { ApiKeyService, EmbedService } from "@/lib/server/embeds/types.ts";
import type { HealthService, RequestSample } from "@/lib/server/health/types.ts";
import type { PreviewService } from "@/lib/server/query/types.ts";
import type { WidgetService } from "@/lib/server/widgets/types.ts";
import type { WorkflowService } from "@/lib/server/workflows/types.ts";

export type * from "@/lib/server/people/types.ts";
export type * from "@/lib/server/dashboards/types.ts";
export type * from "@/lib/server/embeds/types.ts";
export type * from "@/lib/server/health/types.ts";
export type * from "@/lib/server/requests.ts";
export type * from "@/lib/server/query/types.ts";
export type * from "@/lib/server/widgets/types.ts";
export type * from "@/lib/server/workflows/types.ts";

export interface Services {
  readonly workflows: WorkflowService;
  readonly dashboards: DashboardService;
  readonly widgets: WidgetService;
  readonly preview: PreviewService;
  readonly schema: SchemaService;
  readonly apiKeys: ApiKeyService;
  readonly embed: EmbedService;
  readonly audit: AuditService;
  readonly users: UserService;
  readonly sessions: SessionService;
  readonly health: HealthService;
  /** Prometheus text format. */
  metrics(): Promise<string>;
  observeRequest(sample: RequestSample): void;
  /** Stops background work and waits for it; the stores stay open. */
  close(): Promise<void>;
}

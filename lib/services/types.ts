/**
 * The services' face: what routes may ask. Records keep the API's field names (snake_case), so a handler parses,
 * calls one method and answers. Every method takes the caller's identity and checks role and tenant itself;
 * all of them throw FlowForgeError (lib/errors.ts).
 */
import type { AuditService, SchemaService, SessionService, UserService } from "./types/administration.ts";
import type { DashboardService } from "./types/dashboards.ts";
import type { ApiKeyService, EmbedService } from "./types/embed.ts";
import type { HealthService, RequestSample } from "./types/operations.ts";
import type { PreviewService } from "./types/results.ts";
import type { WidgetService } from "./types/widgets.ts";
import type { WorkflowService } from "./types/workflows.ts";

export type * from "./types/administration.ts";
export type * from "./types/dashboards.ts";
export type * from "./types/embed.ts";
export type * from "./types/operations.ts";
export type * from "./types/requests.ts";
export type * from "./types/results.ts";
export type * from "./types/widgets.ts";
export type * from "./types/workflows.ts";

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

/** What operators watch. */

export interface HealthReport {
  readonly status: "ok" | "degraded" | "down";
  readonly checks: Readonly<Record<string, { readonly status: "ok" | "down"; readonly latency_ms: number }>>;
}

export interface RequestSample {
  readonly method: string;
  /** The route's pattern, never the path itself. */
  readonly route: string;
  readonly status: number;
  readonly seconds: number;
}

export interface HealthService {
  live(): HealthReport;
  ready(): Promise<HealthReport>;
}

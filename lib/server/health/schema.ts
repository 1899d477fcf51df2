/** What operators watch. */
export interface HealthReport {
  readonly status: "ok" | "degraded" | "down";
  readonly checks: Readonly<Record<string, { readonly status: "ok" | "down"; readonly latency_ms: number }>>;
}

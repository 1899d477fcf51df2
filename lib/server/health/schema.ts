/** The state of the app as a whole and of each thing it needs, as the health route reports it. */
export interface HealthReport {
  readonly status: "ok" | "degraded" | "down";
  readonly checks: Readonly<Record<string, { readonly status: "ok" | "down"; readonly latency_ms: number }>>;
}

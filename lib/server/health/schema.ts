/** The state of the app as a whole and of each thing it needs, as the health route reports it. */
export interface HealthReport {
  readonly status: "ok" | "degraded" | "down";
  readonly checks: Readonly<Record<string, Check>>;
}

interface Check {
  /** `stalled` when it did not fail and did not finish in time either. */
  readonly status: "ok" | "stalled" | "down";
  readonly latency_ms: number;
}

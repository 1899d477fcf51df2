/** Prometheus metrics. Labels are routes, stores and outcomes: never paths, tenants, ids or keys. */
import { collectDefaultMetrics, Counter, Gauge, Histogram, Registry } from "prom-client";

type QueryOutcome = "ok" | "error" | "aborted";
type CacheOutcome = "hit" | "miss" | "skipped";

interface RequestSample {
  readonly method: string;
  /** The route's pattern, never the path itself. */
  readonly route: string;
  readonly status: number;
  readonly seconds: number;
}

export interface Metrics {
  observeRequest(sample: RequestSample): void;
  observeQuery(store: string, outcome: QueryOutcome, seconds: number): void;
  countCache(outcome: CacheOutcome): void;
  countCoalesced(): void;
  setQueriesInFlight(count: number): void;
  text(): Promise<string>;
}

export function createMetrics(): Metrics {
  const registry = new Registry();
  const registers = [registry];
  const buckets = [0.001, 0.005, 0.01, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30];
  collectDefaultMetrics({ register: registry, prefix: "flowforge_" });
  const requests = new Counter({
    name: "flowforge_http_requests_total",
    help: "Requests by method, route pattern and status.",
    labelNames: ["method", "route", "status"],
    registers,
  });
  const durations = new Histogram({
    name: "flowforge_http_request_duration_seconds",
    help: "Time until a response was ready.",
    labelNames: ["method", "route"],
    buckets,
    registers,
  });
  const queries = new Histogram({
    name: "flowforge_query_duration_seconds",
    help: "Time a store took, by store and outcome.",
    labelNames: ["store", "outcome"],
    buckets,
    registers,
  });
  const cache = new Counter({
    name: "flowforge_result_cache_total",
    help: "Look-ups in the result cache by outcome.",
    labelNames: ["outcome"],
    registers,
  });
  const coalesced = new Counter({
    name: "flowforge_queries_coalesced_total",
    help: "Queries that shared the result of an identical one in flight.",
    registers,
  });
  const inFlight = new Gauge({
    name: "flowforge_queries_in_flight",
    help: "Distinct queries running now.",
    registers,
  });
  return {
    observeRequest({ method, route, status, seconds }) {
      requests.inc({ method, route, status: String(status) });
      durations.observe({ method, route }, seconds);
    },
    observeQuery: (store, outcome, seconds) => queries.observe({ store, outcome }, seconds),
    countCache: (outcome) => cache.inc({ outcome }),
    countCoalesced: () => coalesced.inc(),
    setQueriesInFlight: (count) => inFlight.set(count),
    text: () => registry.metrics(),
  };
}

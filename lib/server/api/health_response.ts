import type { HealthReport } from "@/lib/server/health/schema.ts";

/** 503 only when nothing would work; with a store missing the rest still serves. */
export function healthResponse(report: HealthReport): Response {
  return Response.json(report, {
    status: report.status === "down" ? 503 : 200,
    headers: { "cache-control": "no-store" },
  });
}

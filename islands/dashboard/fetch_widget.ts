import { adviceFor } from "@/components/tile/failures.ts";
import type { WidgetData } from "@/lib/services/types.ts";
import { withTime } from "../chart/feed.ts";

export type Arrival =
  | { readonly kind: "data"; readonly data: WidgetData }
  | { readonly kind: "failure"; readonly title: string; readonly advice: string };

/** Reads a widget's first rows. Never rejects: what went wrong is an answer too. */
export async function fetchWidget(
  src: string,
  signal: AbortSignal,
  fetchNow: typeof fetch = fetch,
): Promise<Arrival> {
  try {
    const response = await fetchNow(src, { signal, headers: { accept: "application/json" } });
    const body: unknown = await response.json();
    if (response.ok && isWidgetData(body)) return { kind: "data", data: withTime(response, body) };
    return failure(codeOf(body));
  } catch {
    return failure("store_unavailable");
  }
}

function failure(code: string): Arrival {
  return { kind: "failure", ...adviceFor({ code }) };
}

function codeOf(body: unknown): string {
  const code = typeof body === "object" && body !== null && "code" in body ? body.code : null;
  return typeof code === "string" ? code : "query_failed";
}

function isWidgetData(body: unknown): body is WidgetData {
  return typeof body === "object" && body !== null && "columns" in body && "rows" in body && "chart" in body;
}

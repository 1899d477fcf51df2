import type { Placed } from "./arrangement.ts";

/** Sends the whole arrangement; all of it is kept or none. Returns null, or why it was not saved. */
export async function saveArrangement(url: string, layouts: readonly Placed[]): Promise<string | null> {
  try {
    const response = await fetch(url, {
      method: "PUT",
      headers: { "content-type": "application/json" },
      body: JSON.stringify({ layouts }),
    });
    if (response.ok) return null;
    if (response.status === 401) {
      return "Cannot save: your session has ended. Sign in in another tab, then save again.";
    }
    const problem: unknown = await response.json().catch(() => null);
    return detailOf(problem) ?? `Cannot save: the server returned ${response.status}. Try again.`;
  } catch {
    return "Cannot save: the server cannot be reached. Your arrangement is still here; try again.";
  }
}

function detailOf(problem: unknown): string | null {
  if (typeof problem !== "object" || problem === null || !("detail" in problem)) return null;
  return typeof problem.detail === "string" ? problem.detail : null;
}

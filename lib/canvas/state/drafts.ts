/** A copy of unsaved work in this browser, so that a crash or a lost connection costs nothing. */
import type { Workflow } from "@/lib/server/workflows/schema.ts";

/** `version` is the server's version that the work was based on; 0 for a workflow that was never saved. */
export interface Draft extends Pick<Workflow, "name" | "version" | "graph"> {
  readonly savedAt: string;
}

/** Just the part of `localStorage` that is used; it may be full or forbidden. */
export type DraftStorage = Pick<Storage, "getItem" | "setItem" | "removeItem">;

export function draftKey(workflowId: string | null): string {
  return `flowforge:draft:${workflowId ?? "new"}`;
}

export function writeDraft(storage: DraftStorage, key: string, draft: Draft): boolean {
  try {
    storage.setItem(key, JSON.stringify(draft));
    return true;
  } catch {
    return false;
  }
}

export function readDraft(storage: DraftStorage, key: string): Draft | undefined {
  try {
    const value = JSON.parse(storage.getItem(key) ?? "null");
    const usable = value !== null && typeof value === "object" && typeof value.name === "string" &&
      Array.isArray(value.graph?.nodes) && Array.isArray(value.graph?.edges);
    return usable ? value : undefined;
  } catch {
    return undefined;
  }
}

export function dropDraft(storage: DraftStorage, key: string): void {
  try {
    storage.removeItem(key);
  } catch {
    // A browser that forbids storage has no draft either.
  }
}

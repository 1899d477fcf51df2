import { type ComponentChildren, Fragment, h, type VNode } from "preact";
import { currentRender } from "./render_state.ts";

/** True in the browser, false on the server. */
export const IS_BROWSER: boolean = typeof document !== "undefined";

/** The URL of a static file with its content hash, so that browsers may keep it for a year. */
export function asset(path: string): string {
  return currentRender()?.assetUrl(path) ?? path;
}

/** `asset()` for every source of a `srcset`. */
export function assetSrcSet(sources: string): string {
  return currentRender()?.assetSet(sources) ?? sources;
}

/** Puts its children into the document's head; one that stands for an element there already replaces it. */
export function Head({ children }: { children?: ComponentChildren }): VNode {
  return h(Fragment, null, h(EnterHead, null), children, h(LeaveHead, null));
}

function EnterHead(): null {
  const state = currentRender();
  if (state) state.headDepth++;
  return null;
}

function LeaveHead(): null {
  const state = currentRender();
  if (state) state.headDepth--;
  return null;
}

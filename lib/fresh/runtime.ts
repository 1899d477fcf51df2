import type { ComponentChildren, VNode } from "preact";
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

/** Adds its children to the document's `<head>`. */
export function Head({ children }: { children?: ComponentChildren }): null {
  const render = currentRender();
  if (render) render.headElements.push(...[children].flat() as VNode[]);
  return null;
}

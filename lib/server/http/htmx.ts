/**
 * Fragments: the same component a page uses, alone, for htmx. Islands hydrate once per page load, so a fragment never
 * contains one.
 */
import type { VNode } from "preact";
import { renderToString } from "preact-render-to-string";

/** True when htmx asks for a part of the page; restoring its history wants the whole page. */
export function wantsFragment(request: Request): boolean {
  return request.headers.get("hx-request") === "true" &&
    request.headers.get("hx-history-restore-request") !== "true";
}

interface FragmentOptions {
  readonly status?: number;
  readonly headers?: Readonly<Record<string, string>>;
}

/** Renders a fragment. One URL may serve page and fragment, hence `Vary`. */
export function fragment(content: VNode, { status = 200, headers = {} }: FragmentOptions = {}): Response {
  return new Response(renderToString(content), {
    status,
    headers: {
      "content-type": "text/html; charset=utf-8",
      "cache-control": "private, no-store",
      "vary": "HX-Request, Cookie",
      ...headers,
    },
  });
}

/**
 * What the page shows is still right: htmx leaves it alone, and the page hears when that was last looked up, as a time
 * and in the words to show.
 */
export function unchanged(etag: string, asOf: { readonly time: string; readonly clock: string }): Response {
  return new Response(null, {
    status: 304,
    headers: {
      etag,
      "cache-control": "private, no-store",
      "vary": "HX-Request, Cookie",
      "hx-trigger": JSON.stringify({ "flowforge:updated": { as_of: asOf.time, clock: asOf.clock } }),
    },
  });
}

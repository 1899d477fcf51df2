import type { MiddlewareFn } from "../types.ts";

/** Redirects so that paths always, or never, end with a slash. */
export function trailingSlashes<State>(mode: "always" | "never"): MiddlewareFn<State> {
  return (ctx) => {
    const { pathname, search } = ctx.url;
    if (pathname !== "/") {
      if (mode === "always" && !pathname.endsWith("/")) return ctx.redirect(`${pathname}/${search}`);
      if (mode === "never" && pathname.endsWith("/")) {
        return ctx.redirect((pathname.replace(/\/+$/, "") || "/") + search);
      }
    }
    return ctx.next();
  };
}

import type { Middleware } from "../types.ts";

/** Redirects so that paths always, or never, end with a slash. */
export function trailingSlashes<State>(mode: "always" | "never"): Middleware<State> {
  return (ctx) => {
    const { pathname, search } = ctx.url;
    const endsWithSlash = pathname.endsWith("/");
    if (pathname === "/" || endsWithSlash === (mode === "always")) return ctx.next();
    return ctx.redirect((endsWithSlash ? pathname.slice(0, -1) : `${pathname}/`) + search);
  };
}

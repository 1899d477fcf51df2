/** Where to go after a form: a path of this site, or the start page. */

const BASE = "http://site.invalid";

/**
 * Returns `wanted` when it is a plain path of this site, else `fallback`. Browsers read `\` as `/` and skip tabs and
 * line breaks in URLs, so anything of that kind is refused before it is parsed.
 */
export function safeNext(wanted: FormDataEntryValue | null, fallback = "/dashboards"): string {
  if (typeof wanted !== "string" || wanted.length > 2_000) return fallback;
  // deno-lint-ignore no-control-regex -- control characters are exactly what must not pass.
  if (!wanted.startsWith("/") || wanted.startsWith("//") || /[\\\u0000-\u0020\u007f]/.test(wanted)) {
    return fallback;
  }
  if (!URL.canParse(wanted, BASE)) return fallback;
  const url = new URL(wanted, BASE);
  const path = url.pathname + url.search + url.hash;
  return url.origin === BASE && !path.startsWith("//") ? path : fallback;
}

/** After a POST: the browser follows with a GET, so reloading does not send the form again. */
export function seeOther(path: string, headers: Readonly<Record<string, string>> = {}): Response {
  return new Response(null, { status: 303, headers: { ...headers, location: path } });
}

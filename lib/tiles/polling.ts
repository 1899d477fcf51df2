/** How long a page waits for newer content: a little longer than the 30 s that a query may take. */
export const RESPONSE_TIMEOUT_MS = 35_000;

interface PollingOptions {
  /** Statuses that leave the last good content in place. */
  readonly keepOn?: readonly ("4xx" | "5xx")[];
  /** The entity tag of what is shown: while it is still that, the server returns 304 and nothing on the page moves. */
  readonly etag?: string | null;
}

/**
 * htmx attributes of an element that replaces itself with a newer version. An error replaces nothing: the last
 * good content stays, and the time beside it shows how old it is.
 */
export function replacesItself(
  url: string,
  trigger: string | null,
  { keepOn = ["4xx", "5xx"], etag = null }: PollingOptions = {},
): Readonly<Record<string, string>> {
  if (trigger === null) return {};
  return {
    "hx-get": url,
    "hx-trigger": trigger,
    "hx-swap": "outerHTML",
    ...(etag === null ? {} : { "hx-headers": JSON.stringify({ "If-None-Match": etag }) }),
    ...Object.fromEntries(keepOn.map((kind) => [`hx-status:${kind}`, "swap:none"])),
  };
}

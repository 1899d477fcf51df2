interface PollingOptions {
  /** Kinds of answers that leave the last good content in place. */
  readonly keepOn?: readonly ("4xx" | "5xx")[];
}

/**
 * htmx attributes of an element that replaces itself with a newer version. An error answer is left out, so the last
 * good content stays and its freshness label grows old in plain sight.
 */
export function replacesItself(
  url: string,
  trigger: string | null,
  { keepOn = ["4xx", "5xx"] }: PollingOptions = {},
): Readonly<Record<string, string>> {
  if (trigger === null) return {};
  return {
    "hx-get": url,
    "hx-trigger": trigger,
    "hx-swap": "outerHTML",
    ...Object.fromEntries(keepOn.map((kind) => [`hx-status:${kind}`, "swap:none"])),
  };
}

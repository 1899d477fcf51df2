/**
 * htmx attributes of an element that replaces itself with a newer version. An error answer is left out, so the last
 * good content stays and its freshness label grows old in plain sight.
 */
export function replacesItself(url: string, trigger: string | null) {
  return trigger === null ? {} : {
    "hx-get": url,
    "hx-trigger": trigger,
    "hx-swap": "outerHTML",
    "hx-status:4xx": "swap:none",
    "hx-status:5xx": "swap:none",
  };
}

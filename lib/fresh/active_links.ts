type Props = Readonly<Record<string, unknown>>;

const SHOWN: Props = { "data-current": "true", "aria-current": "page" };
const ABOVE: Props = { "data-ancestor": "true", "aria-current": "true" };

const PATH_END = /[?#]/;

const withoutSlash = (path: string) => path !== "/" && path.endsWith("/") ? path.slice(0, -1) : path;

/**
 * For the page at a URL: what marks a link to it, or to a page above it, unless the link says `aria-current` itself.
 * Paths are compared as they are written: a page has many links, and parsing each would double the time it takes.
 */
export function linkMarker(url: URL): (link: Props) => Props | null {
  const shown = withoutSlash(url.pathname);
  const { search: shownSearch } = url;
  return ({ href, "aria-current": own }) => {
    if (typeof href !== "string" || !href.startsWith("/") || own !== undefined) return null;
    const end = href.search(PATH_END);
    const path = withoutSlash(end < 0 ? href : href.slice(0, end));
    if (path !== "/" && !shown.startsWith(path)) return null;
    if (shown === path) {
      const search = end < 0 ? "" : href.slice(end).split("#", 1)[0]!;
      return search === "" || search === shownSearch ? SHOWN : ABOVE;
    }
    return path === "/" || shown[path.length] === "/" ? ABOVE : null;
  };
}

type Props = Readonly<Record<string, unknown>>;

const withoutSlash = (path: string) => path !== "/" && path.endsWith("/") ? path.slice(0, -1) : path;

/** Marks a link to the page that is shown, or to one above it, unless the page says `aria-current` itself. */
export function markActive(props: Props, here: URL): Props {
  const { href } = props;
  if (typeof href !== "string" || !href.startsWith("/") || props["aria-current"] !== undefined) return props;
  const target = new URL(href, "http://localhost");
  const [path, shown] = [withoutSlash(target.pathname), withoutSlash(here.pathname)];
  const isShown = shown === path;
  if (isShown && (target.search === "" || target.search === here.search)) {
    return { ...props, "data-current": "true", "aria-current": "page" };
  }
  const isAbove = isShown || path === "/" || shown.startsWith(`${path}/`);
  return isAbove ? { ...props, "data-ancestor": "true", "aria-current": "true" } : props;
}

/** The way to the next page of a list; nothing on the last one. */
export function MoreLink({ url, cursor }: { readonly url: URL; readonly cursor: string | null }) {
  if (!cursor) return null;
  const next = new URLSearchParams(url.searchParams);
  next.set("cursor", cursor);
  return (
    <nav class="more-link" aria-label="Pages">
      {url.searchParams.has("cursor") ? <a class="ui-button" href={url.pathname}>First page</a> : null}
      <a class="ui-button" href={`${url.pathname}?${next}`} rel="next">Next page</a>
    </nav>
  );
}

/** Stands where a chart will be. Without scripts it leads to the chart on a page of its own. */
export function TileSkeleton({ href }: { readonly href: string }) {
  return (
    <div class="tile-skeleton" role="status">
      <span class="ui-skeleton" />
      <span class="ui-skeleton" />
      <span class="ui-skeleton" />
      <span class="ui-hidden">Loading</span>
      <noscript>
        <a href={href}>This query takes a moment. Open it on a page of its own.</a>
      </noscript>
    </div>
  );
}

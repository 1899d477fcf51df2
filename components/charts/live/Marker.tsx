import { seriesClass } from "@/lib/charts/shared/colours.ts";
import type { Hit, PlotPicture } from "@/lib/charts/types.ts";

/** Shows where the tooltip's values are: a shaded band or a crosshair, and a ring on every point. */
export function Marker({ picture, hit }: { readonly picture: PlotPicture; readonly hit: Hit }) {
  const { width, height, plot, hitAxis } = picture;
  return (
    <svg
      class="chart-overlay"
      viewBox={`0 0 ${width} ${height}`}
      width={width}
      height={height}
      aria-hidden="true"
    >
      {hit.band
        ? <rect class="chart-hover-band" {...hit.band} />
        : <line class="chart-crosshair" x1={hit.x} x2={hit.x} y1={plot.y} y2={plot.y + plot.height} />}
      {hitAxis === "both" && (
        <line class="chart-crosshair" x1={plot.x} x2={plot.x + plot.width} y1={hit.y} y2={hit.y} />
      )}
      {hit.dots.map(({ x, y, series }, index) => (
        <circle key={index} class={`chart-ring ${seriesClass(series)}`} cx={x} cy={y} r={4} />
      ))}
    </svg>
  );
}

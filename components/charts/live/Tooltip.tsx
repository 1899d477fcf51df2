import { useLayoutEffect, useRef } from "preact/hooks";
import type { Column } from "@/compiler/browser.ts";
import { hitTitle, MOST_ENTRIES } from "@/lib/charts/hit_words.ts";
import { seriesClass } from "@/lib/charts/shared/colours.ts";
import { formatValue } from "@/lib/charts/shared/format/value.ts";
import type { Hit, PlotPicture } from "@/lib/charts/types.ts";

const GAP = 12;

interface TooltipProps {
  readonly picture: PlotPicture;
  readonly hit: Hit;
  readonly columns: readonly Column[];
}

/** The exact values of one hit, beside it and inside the chart's frame. */
export function Tooltip({ picture, hit, columns }: TooltipProps) {
  const box = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    const element = box.current;
    const parent = element?.offsetParent;
    if (!element || !parent) return;
    const x = hit.x * parent.clientWidth / picture.width;
    const y = hit.y * parent.clientHeight / picture.height;
    // Right of the plot stand the axis of prices and the last values: covered only where there is no room to the left.
    const edge = (picture.plot.x + picture.plot.width) * parent.clientWidth / picture.width;
    const fitsLeft = x - GAP - element.offsetWidth >= 0;
    const right = x + GAP + element.offsetWidth <= (fitsLeft ? edge : parent.clientWidth);
    const left = right ? x + GAP : Math.max(0, x - GAP - element.offsetWidth);
    const top = Math.min(
      Math.max(0, y - element.offsetHeight / 2),
      Math.max(0, parent.clientHeight - element.offsetHeight),
    );
    element.style.transform = `translate(${Math.round(left)}px, ${Math.round(top)}px)`;
  });
  const shown = hit.entries.slice(0, MOST_ENTRIES);
  const title = hitTitle(hit, columns);
  return (
    <div class="chart-tooltip" ref={box} aria-hidden="true">
      {title && <p class="chart-tooltip-title" dir="auto">{title}</p>}
      <table>
        <tbody>
          {shown.map((entry, index) => (
            <tr key={index}>
              <th scope="row">
                {entry.series !== undefined && <Swatch series={entry.series} />}
                <bdi>{entry.label}</bdi>
              </th>
              <td>{formatValue(columns[entry.column], entry.value)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {hit.entries.length > shown.length && (
        <p class="chart-tooltip-more">and {hit.entries.length - shown.length} more</p>
      )}
    </div>
  );
}

function Swatch({ series }: { readonly series: number }) {
  return (
    <svg class="chart-tooltip-swatch" width="8" height="8" viewBox="0 0 8 8">
      <rect class={`chart-swatch ${seriesClass(series)}`} width="8" height="8" />
    </svg>
  );
}

import { useEffect, useMemo, useRef, useState } from "preact/hooks";
import { PictureView } from "@/components/charts/ChartView.tsx";
import { drawPlot } from "@/lib/charts/registry.ts";
import { gridOf } from "@/lib/charts/shared/grid.ts";
import type { WidgetData } from "@/lib/server/widgets/schema.ts";
import { LivePlot } from "@/components/charts/live/LivePlot.tsx";
import { StaleBadge } from "@/components/charts/live/StaleBadge.tsx";
import { useFeed } from "@/components/charts/live/use_feed.ts";
import { TileNotes } from "@/components/tile/TileNotes.tsx";
import { useSize } from "@/components/use_size.ts";
import { pixelsFor, WIDTH_STEP, withPixels } from "@/lib/tiles/links.ts";

export interface ChartProps {
  /** Where newer data comes from, as JSON. */
  readonly src: string;
  readonly data: WidgetData;
  /** The size the server drew at; the true one follows once the island runs. */
  readonly width: number;
  readonly height: number;
  /** 0 refreshes on `flowforge:refresh` only. */
  readonly refreshSeconds: number;
}

/** A widget's picture that follows the pointer, the keys and newer data. */
export default function Chart({ src, data: initial, width, height, refreshSeconds }: ChartProps) {
  const frame = useRef<HTMLDivElement>(null);
  const drawn = useRef<HTMLDivElement>(null);
  const size = useSize(drawn, width, height);
  const pixels = pixelsFor(initial.config, size);
  const { data, failure, refresh } = useFeed(frame, {
    src: withPixels(src, pixels),
    widgetId: initial.widget_id,
    initial,
    refreshSeconds,
  });
  // Rows that were reduced to a narrower picture are too few for this one. Those of a wider one are enough, but for bars.
  const drawnFor = data.reduced?.asked ?? data.reduced?.pixels ?? pixels;
  useEffect(() => {
    const isTooWide = data.reduced?.method === "others" && pixels < drawnFor - WIDTH_STEP;
    if (pixels > drawnFor + WIDTH_STEP || isTooWide) refresh();
  }, [pixels]);
  const [asTable, setAsTable] = useState(false);
  const picture = useMemo(() => {
    const input = { ...data, width: size.width, height: size.height };
    return asTable ? gridOf(input) : drawPlot(data.chart, input);
  }, [data, size, asTable]);
  const { title, columns, rows, truncated, kept, reduced } = data;
  const shared = { title, columns, rows, truncated, kept, reduced };
  const isDrawn = picture.kind === "plot" || asTable;
  return (
    <div class="chart-island" ref={frame}>
      <TileNotes data={data} id={data.widget_id} />
      <div class="chart-frame" ref={drawn}>
        {picture.kind === "plot"
          ? <LivePlot picture={picture} {...shared} />
          : <PictureView picture={picture} {...shared} />}
      </div>
      <div class="chart-tools">
        {isDrawn && (
          <button
            type="button"
            class="chart-toggle"
            aria-pressed={asTable ? "true" : "false"}
            onClick={() => setAsTable(!asTable)}
          >
            {asTable ? "Chart" : "Table"}
          </button>
        )}
        {failure && <StaleBadge failure={failure} asOf={data.as_of} onRetry={refresh} />}
      </div>
    </div>
  );
}

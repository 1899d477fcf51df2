import { useEffect, useRef, useState } from "preact/hooks";
import { TileFailure } from "@/components/tile/TileFailure.tsx";
import { TileSkeleton } from "@/components/tile/TileSkeleton.tsx";
import type { WidgetData, WidgetFailure } from "@/lib/server/widgets/schema.ts";
import Chart from "./Chart.tsx";
import { useFeed } from "@/components/charts/live/use_feed.ts";

interface LateChartProps {
  readonly widgetId: string;
  readonly src: string;
  /** Why the page came without rows; null when the query only needed longer than the page. */
  readonly failure: Pick<WidgetFailure, "code" | "problems"> | null;
  /** Where the chart can be seen without scripts. */
  readonly href: string;
  /** Where an editor can mend the workflow; null for everyone else. */
  readonly workflow: string | null;
  readonly width: number;
  readonly height: number;
  readonly refreshSeconds: number;
}

/**
 * A chart whose rows were not ready with the page. It asks for them until they come and then is the usual island, which
 * a fragment could not bring: islands hydrate once, when the page loads.
 */
export default function LateChart({ src, width, height, refreshSeconds, ...waiting }: LateChartProps) {
  const [data, setData] = useState<WidgetData | null>(null);
  const feed = { src, refreshSeconds };
  return data === null
    ? <Awaited {...feed} {...waiting} onArrival={setData} />
    : <Chart {...feed} data={data} width={width} height={height} />;
}

interface AwaitedProps extends Omit<LateChartProps, "width" | "height"> {
  readonly onArrival: (data: WidgetData) => void;
}

function Awaited({ widgetId, failure: first, href, workflow, onArrival, ...feed }: AwaitedProps) {
  const frame = useRef<HTMLDivElement>(null);
  const { data, failure: latest, refresh } = useFeed(frame, {
    ...feed,
    widgetId,
    initial: null,
    atOnce: first === null,
  });
  const failure = latest ?? first;
  useEffect(() => {
    if (data !== null) onArrival(data);
  }, [data]);
  return (
    <div class="chart-island" ref={frame}>
      {failure === null
        ? <TileSkeleton href={href} />
        : <TileFailure failure={failure} again={href} workflow={workflow} onRetry={refresh} />}
    </div>
  );
}

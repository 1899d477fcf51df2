import { useEffect, useRef, useState } from "preact/hooks";
import { ErrorMessage } from "@/components/Message.tsx";
import { TileSkeleton } from "@/components/tile/TileSkeleton.tsx";
import type { WidgetData } from "@/lib/services/types.ts";
import Chart from "./Chart.tsx";
import { type Arrival, fetchWidget } from "./dashboard/fetch_widget.ts";

interface LateChartProps {
  readonly src: string;
  /** Where the chart can be seen without scripts. */
  readonly href: string;
  readonly width: number;
  readonly height: number;
  readonly refreshSeconds: number;
}

/** A chart whose query was not ready with the page: asks for its data once, then is the usual chart. */
export default function LateChart({ src, href, ...rest }: LateChartProps) {
  const frame = useRef<HTMLDivElement>(null);
  const [arrival, setArrival] = useState<Arrival | null>(null);

  useEffect(() => {
    const stop = new AbortController();
    fetchWidget(src, stop.signal).then((result) => {
      if (stop.signal.aborted) return;
      setArrival(result);
      if (result.kind === "data") announce(frame.current, result.data);
    });
    return () => stop.abort();
  }, [src]);

  return (
    <div class="late-chart" ref={frame}>
      {arrival === null
        ? <TileSkeleton href={href} />
        : arrival.kind === "data"
        ? <Chart src={src} data={arrival.data} {...rest} />
        : <ErrorMessage title={arrival.title}>{arrival.advice}</ErrorMessage>}
    </div>
  );
}

function announce(element: HTMLElement | null, { widget_id, as_of, row_count }: WidgetData): void {
  const detail = { widget_id, as_of, row_count };
  element?.dispatchEvent(new CustomEvent("flowforge:updated", { bubbles: true, detail }));
}

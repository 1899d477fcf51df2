import type { RefObject } from "preact";
import { useCallback, useEffect, useRef, useState } from "preact/hooks";
import { clockTime } from "@/components/time.ts";
import type { WidgetData } from "@/lib/server/widgets/schema.ts";
import { createFeed, type Failure, type Feed } from "@/lib/tiles/feed.ts";
import { underTicket } from "@/lib/tiles/ticket.ts";

interface FeedProps<Initial> {
  readonly src: string;
  readonly widgetId: string;
  readonly initial: Initial;
  /** True when the first rows are still to come. */
  readonly atOnce?: boolean;
  readonly refreshSeconds: number;
}

interface FeedState<Initial> {
  readonly data: WidgetData | Initial;
  readonly failure: Failure | null;
}

const REFRESH = "flowforge:refresh";
const UPDATED = "flowforge:updated";

/** The newest data, what went wrong since, and a way to ask again. New data is applied once a frame at most. */
export function useFeed<Initial extends WidgetData | null>(
  frame: RefObject<HTMLElement>,
  { src, widgetId, initial, atOnce = false, refreshSeconds }: FeedProps<Initial>,
) {
  const [state, setState] = useState<FeedState<Initial>>({ data: initial, failure: null });
  const feed = useRef<Feed | null>(null);

  useEffect(() => {
    const element = frame.current;
    if (!element) return;
    let pending = 0;
    const apply = (change: (old: FeedState<Initial>) => FeedState<Initial>) => {
      cancelAnimationFrame(pending);
      pending = requestAnimationFrame(() => setState(change));
    };
    const current = createFeed({
      src,
      refreshSeconds,
      fetch: (address, init) => fetch(underTicket(String(address)), init),
      isAlive: () => element.isConnected || leave(),
      onData: (data) => apply(() => ({ data, failure: null })),
      onFailure: (failure) => apply((old) => ({ ...old, failure })),
    });
    feed.current = current;
    if (atOnce) current.refresh();
    const onVisible = () => document.hidden || current.wake();
    const onRefresh = (event: Event) => {
      // An event sent to another chart bubbles up to the document; only one sent to the page itself is for every chart.
      if (event.currentTarget === document && event.target !== document && event.target !== document.body) {
        return;
      }
      if (isFor(event, widgetId)) current.refresh();
    };
    element.addEventListener(REFRESH, onRefresh);
    document.addEventListener(REFRESH, onRefresh);
    document.addEventListener("visibilitychange", onVisible);
    /** Also needed when a script takes the element off the page, which unmounts no component. */
    function leave(): false {
      element!.removeEventListener(REFRESH, onRefresh);
      document.removeEventListener(REFRESH, onRefresh);
      document.removeEventListener("visibilitychange", onVisible);
      cancelAnimationFrame(pending);
      return false;
    }
    return () => {
      leave();
      current.stop();
    };
  }, [src, refreshSeconds, frame]);

  useEffect(() => {
    if (state.data === null || state.data === initial) return;
    const { widget_id, as_of, row_count } = state.data;
    const detail = { widget_id, as_of, clock: clockTime(as_of), row_count };
    frame.current?.dispatchEvent(new CustomEvent(UPDATED, { bubbles: true, detail }));
  }, [state.data]);

  const refresh = useCallback(() => feed.current?.refresh(), []);
  return { ...state, refresh };
}

/** An event may name the widgets it concerns: `detail.widget_id`; without a name it concerns all. */
function isFor(event: Event, widgetId: string): boolean {
  const detail: unknown = event instanceof CustomEvent ? event.detail : null;
  const wanted = (detail as { widget_id?: unknown } | null)?.widget_id;
  return wanted === undefined || wanted === widgetId;
}

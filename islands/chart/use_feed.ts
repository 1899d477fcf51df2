import type { RefObject } from "preact";
import { useCallback, useEffect, useRef, useState } from "preact/hooks";
import type { WidgetData } from "@/lib/services/types.ts";
import { createFeed, type Failure, type Feed } from "./feed.ts";

interface FeedProps {
  readonly src: string;
  readonly initial: WidgetData;
  readonly refreshSeconds: number;
}

interface FeedState {
  readonly data: WidgetData;
  readonly failure: Failure | null;
}

const REFRESH = "flowforge:refresh";
const UPDATED = "flowforge:updated";

/** The newest data, what went wrong since, and a way to ask again. Answers are applied once a frame at most. */
export function useFeed(frame: RefObject<HTMLElement>, { src, initial, refreshSeconds }: FeedProps) {
  const [state, setState] = useState<FeedState>({ data: initial, failure: null });
  const feed = useRef<Feed | null>(null);

  useEffect(() => {
    const element = frame.current;
    if (!element) return;
    let pending = 0;
    const apply = (change: (old: FeedState) => FeedState) => {
      cancelAnimationFrame(pending);
      pending = requestAnimationFrame(() => setState(change));
    };
    const current = createFeed({
      src,
      refreshSeconds,
      isAlive: () => element.isConnected || leave(),
      onData: (data) => apply((old) => ({ data: { ...old.data, ...data }, failure: null })),
      onFailure: (failure) => apply((old) => ({ ...old, failure })),
    });
    feed.current = current;
    const onVisible = () => document.hidden || current.wake();
    const onRefresh = (event: Event) => {
      // An event for another chart bubbles up to the document: it is not for all of them.
      if (event.currentTarget === document && event.target !== document && event.target !== document.body) {
        return;
      }
      if (isFor(event, initial.widget_id)) current.refresh();
    };
    element.addEventListener(REFRESH, onRefresh);
    document.addEventListener(REFRESH, onRefresh);
    document.addEventListener("visibilitychange", onVisible);
    /** Also called when the element was taken off the page without the component hearing of it. */
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
    if (state.data === initial) return;
    const { widget_id, as_of, row_count } = state.data;
    frame.current?.dispatchEvent(
      new CustomEvent(UPDATED, { bubbles: true, detail: { widget_id, as_of, row_count } }),
    );
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

/** Fetches newer data for one chart: by timer, on request, never twice at once, never for a hidden page. */
import type { WidgetData, WidgetFailure } from "@/lib/server/widgets/schema.ts";
import { RESPONSE_TIMEOUT_MS } from "./polling.ts";

/** What went wrong, in the API's terms; `store_unavailable` when no response came at all. */
export interface Failure extends Pick<WidgetFailure, "code" | "problems"> {
  readonly message: string;
}

export interface FeedOptions {
  readonly src: string;
  readonly refreshSeconds: number;
  readonly onData: (data: WidgetData) => void;
  readonly onFailure: (failure: Failure) => void;
  /** False once the chart's element has left the page; the feed then ends itself. */
  readonly isAlive: () => boolean;
  readonly isHidden?: () => boolean;
  readonly fetch?: typeof globalThis.fetch;
}

export interface Feed {
  refresh(): void;
  /** The page became visible: catches up on what fell due meanwhile. */
  wake(): void;
  stop(): void;
}

const LONGEST_DELAY_MS = 300_000;

export function createFeed(options: FeedOptions): Feed {
  const fetchNow = options.fetch ?? globalThis.fetch.bind(globalThis);
  const isHidden = options.isHidden ?? (() => document.hidden);
  let timer: ReturnType<typeof setTimeout> | undefined;
  let running: AbortController | null = null;
  let again = false;
  let due = false;
  let failures = 0;
  let stopped = false;

  function schedule(): void {
    clearTimeout(timer);
    if (stopped || options.refreshSeconds <= 0) return;
    // Failures double the pause, so that a store in trouble is not asked harder.
    const delay = Math.min(options.refreshSeconds * 1000 * 2 ** Math.min(failures, 5), LONGEST_DELAY_MS);
    timer = setTimeout(() => {
      if (!options.isAlive()) return stop();
      if (isHidden()) due = true;
      else refresh();
    }, delay);
  }

  function refresh(): void {
    if (stopped) return;
    if (!options.isAlive()) return stop();
    if (running) {
      again = true;
      return;
    }
    clearTimeout(timer);
    due = false;
    void load();
  }

  async function load(): Promise<void> {
    const controller = new AbortController();
    running = controller;
    const deadline = setTimeout(
      () => controller.abort(new Error("No response in time.")),
      RESPONSE_TIMEOUT_MS,
    );
    try {
      const data = await read(
        await fetchNow(options.src, {
          signal: controller.signal,
          headers: { accept: "application/json" },
          credentials: "same-origin",
        }),
      );
      if (!stopped) {
        failures = 0;
        options.onData(data);
      }
    } catch (error) {
      if (!stopped) {
        failures++;
        options.onFailure(failureOf(error));
      }
    } finally {
      clearTimeout(deadline);
      running = null;
      if (again && !stopped) {
        again = false;
        refresh();
      } else schedule();
    }
  }

  function stop(): void {
    stopped = true;
    clearTimeout(timer);
    running?.abort();
  }

  schedule();
  return { refresh, stop, wake: () => due && refresh() };
}

class ResponseError extends Error {
  constructor(readonly failure: Failure) {
    super(failure.message);
  }
}

/** Unchanged rows come from the browser's cache with their old time; the header says when they were last read. */
function withTime(response: Response, data: WidgetData): WidgetData {
  const as_of = response.headers.get("x-as-of");
  return as_of === null ? data : { ...data, as_of };
}

/** Refuses an incomplete result: a picture of half the rows is worse than an old picture. */
async function read(response: Response): Promise<WidgetData> {
  if (!response.ok) throw new ResponseError(await problemOf(response));
  const data: unknown = await response.json();
  if (!isWidgetData(data)) {
    throw new ResponseError({
      code: "query_failed",
      message: "Cannot refresh: the response is incomplete.",
      problems: [],
    });
  }
  return withTime(response, data);
}

function isWidgetData(value: unknown): value is WidgetData {
  if (typeof value !== "object" || value === null) return false;
  const { columns, rows, chart } = value as Readonly<Record<string, unknown>>;
  return Array.isArray(columns) && Array.isArray(rows) && typeof chart === "string";
}

async function problemOf(response: Response): Promise<Failure> {
  const body: unknown = await response.json().catch(() => null);
  const { code, detail, problems } = (body ?? {}) as Readonly<Record<string, unknown>>;
  return {
    code: typeof code === "string" ? code : "query_failed",
    message: typeof detail === "string" ? detail : `Cannot refresh: the server returned ${response.status}.`,
    problems: Array.isArray(problems) ? problems : [],
  };
}

function failureOf(error: unknown): Failure {
  if (error instanceof ResponseError) return error.failure;
  return { code: "store_unavailable", message: "Cannot reach the server.", problems: [] };
}

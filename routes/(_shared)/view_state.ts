import type { AskedFilters } from "@/lib/server/query/filters.ts";
import { filterParameters, filtersFromQuery } from "@/lib/server/api/filters.ts";
import { isFilter } from "@/lib/server/api/parameters.ts";
import { REFRESH_SECONDS, type Widget } from "@/lib/server/widgets/schema.ts";

type RefreshSeconds = (typeof REFRESH_SECONDS)[number];

const REFRESH_LABELS: Readonly<Record<RefreshSeconds, string>> = {
  0: "Manual",
  5: "5 s",
  30: "30 s",
  60: "1 min",
  300: "5 min",
};

export const REFRESH_CHOICES = REFRESH_SECONDS.map((seconds) => ({
  seconds,
  label: REFRESH_LABELS[seconds],
}));

export const DEFAULT_REFRESH_SECONDS = 30;

/** Everything a viewer chose, as the address holds it: a copied link shows the same. */
export interface ViewState {
  /** Null when the address says nothing: each widget's own interval counts then. */
  readonly refreshSeconds: number | null;
  readonly filters: AskedFilters;
  readonly filterQuery: string;
  readonly query: string;
}

/**
 * `untouched` are the names that the page's own form sends without a value; any other name without one was written by
 * somebody, and is reported as a filter that filters nothing.
 */
export function readViewState(url: URL, untouched: ReadonlySet<string> = ALL_TIME): ViewState {
  const chosen = new URLSearchParams(
    [...filterParameters(url.search)].filter(([name, value]) =>
      isFilter(name) && (value !== "" || !untouched.has(name))
    ),
  );
  const wanted = url.searchParams.get("refresh");
  const choice = REFRESH_CHOICES.find(({ seconds }) => String(seconds) === wanted);
  const query = new URLSearchParams(chosen);
  if (choice) query.set("refresh", String(choice.seconds));
  return {
    refreshSeconds: choice?.seconds ?? null,
    filters: filtersFromQuery(chosen),
    filterQuery: chosen.toString(),
    query: query.toString(),
  };
}

/** A range without a value is all time. */
const ALL_TIME: ReadonlySet<string> = new Set(["range"]);

export function refreshSecondsOf(widget: Widget, view: ViewState): number {
  return view.refreshSeconds ?? widget.overrides.refresh_seconds ?? DEFAULT_REFRESH_SECONDS;
}

import type { DashboardFilter } from "@/compiler/schema/types.ts";
import { filtersFromQuery } from "@/lib/server/api/filters.ts";
import { isFilter } from "@/lib/server/api/parameters.ts";
import type { Widget } from "@/lib/server/widgets/schema.ts";

/** Seconds between refreshes that can be chosen; 0 is manual. */
export const REFRESH_CHOICES = [
  { seconds: 0, label: "Manual" },
  { seconds: 5, label: "5 s" },
  { seconds: 30, label: "30 s" },
  { seconds: 60, label: "1 min" },
  { seconds: 300, label: "5 min" },
] as const;

export const DEFAULT_REFRESH_SECONDS = 30;

/** Everything a viewer chose, as the address holds it: a copied link shows the same. */
export interface ViewState {
  /** Null when the address says nothing: each widget's own interval counts then. */
  readonly refreshSeconds: number | null;
  readonly filters: readonly DashboardFilter[];
  readonly filterQuery: string;
  readonly query: string;
}

export function readViewState(url: URL): ViewState {
  const filterParameters = new URLSearchParams(
    [...url.searchParams].filter(([name, value]) => isFilter(name) && value !== ""),
  );
  const wanted = url.searchParams.get("refresh");
  const choice = REFRESH_CHOICES.find(({ seconds }) => String(seconds) === wanted);
  const query = new URLSearchParams(filterParameters);
  if (choice) query.set("refresh", String(choice.seconds));
  return {
    refreshSeconds: choice?.seconds ?? null,
    filters: filtersFromQuery(filterParameters),
    filterQuery: filterParameters.toString(),
    query: query.toString(),
  };
}

export function refreshSecondsOf(widget: Widget, view: ViewState): number {
  return view.refreshSeconds ?? widget.overrides.refresh_seconds ?? DEFAULT_REFRESH_SECONDS;
}

import { stateOf, type TileView } from "@/lib/tiles/model.ts";
import { readingOrder } from "@/lib/tiles/grid.ts";
import type { Dashboard, FilterOption } from "@/lib/server/dashboards/schema.ts";
import type { Identity } from "@/lib/server/identity.ts";
import type { Services } from "@/lib/server/services.ts";
import { within } from "@/lib/server/deadline.ts";
import type { ViewState } from "../../(_shared)/view_state.ts";

/** How long a page waits for a widget before it sends a placeholder in its stead. */
const PATIENCE_MS = 250;

/** The work goes on: whoever asks for it next joins it or finds it in the cache. */
const IN_TIME = { timeoutMs: PATIENCE_MS, onExpire: () => null };

/** First content of all widgets at once; a slow one does not hold up the others. */
export function loadTiles(
  services: Services,
  who: Identity,
  dashboard: Dashboard,
  view: ViewState,
): Promise<readonly TileView[]> {
  return Promise.all(
    dashboard.widgets.toSorted(readingOrder).map(async (widget): Promise<TileView> => {
      const result = await within(services.widgets.tile(who, widget.id, { filters: view.filters }), IN_TIME);
      return { widget, state: result ? stateOf(result) : { kind: "pending" } };
    }),
  );
}

/** Filters worth offering. They too must not hold up the page: without them the chosen ones still apply. */
export async function loadFilterOptions(
  services: Services,
  who: Identity,
  dashboard: Dashboard,
): Promise<readonly FilterOption[]> {
  return await within(services.dashboards.filterOptions(who, dashboard.id), IN_TIME) ?? [];
}

import { stateOf, type TileView } from "@/lib/tiles/model.ts";
import { readingOrder } from "@/lib/grid/grid.ts";
import type { Dashboard, FilterOption } from "@/lib/server/dashboards/schema.ts";
import type { Identity } from "@/lib/server/identity.ts";
import type { Services } from "@/lib/server/services.ts";
import { FlowForgeError } from "@/lib/server/errors.ts";
import { within } from "@/lib/server/deadline.ts";
import type { ViewState } from "../../(_shared)/view_state.ts";
import type { FilterValues } from "./filter_controls.ts";

/** How long a page waits for a widget before it sends a placeholder in its stead. */
const PATIENCE_MS = 250;

/** The same for the list of tables, which is at hand but for the first moments of a server. */
const CATALOG_PATIENCE_MS = 2_000;

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

/**
 * The columns that viewers may filter by; null when the tables are not known in time. They come without asking the
 * stores, so that a busy dashboard has its controls too.
 */
export async function loadFilterOptions(
  { dashboards }: Services,
  who: Identity,
  { id }: Dashboard,
): Promise<readonly FilterOption[] | null> {
  const options = dashboards.filterOptions(who, id).catch((error) => {
    if (error instanceof FlowForgeError && error.code === "store_unavailable") return null;
    throw error;
  });
  return await within(options, { timeoutMs: CATALOG_PATIENCE_MS, onExpire: () => null });
}

/** The values of the shown controls by column; those that are not known in time are asked for by the page. */
export async function loadFilterValues(
  { dashboards }: Services,
  who: Identity,
  { id }: Dashboard,
  options: readonly FilterOption[] | null,
): Promise<FilterValues> {
  const wanted = (options ?? []).filter(({ isOffered, hasValues }) => isOffered && hasValues);
  const found = await Promise.all(wanted.map(async ({ column }) => {
    const values = await within(dashboards.filterValues(who, id, column), IN_TIME);
    return [column, values] as const;
  }));
  return new Map(found.filter((each): each is [string, readonly string[]] => each[1] !== null));
}

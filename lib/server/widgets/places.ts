/** The places on one dashboard: who changes one holds all of them, so that no two widgets come to lie on each other. */
import { DASHBOARDS } from "@/lib/server/dashboards/table.ts";
import { FlowForgeError } from "@/lib/server/errors.ts";
import type { TenantScope } from "@/lib/server/tenancy/scope.ts";
import { belowAll, freePlace, overlaps } from "@/lib/grid/places.ts";
import type { Layout, WidgetRecord } from "./schema.ts";
import { WIDGETS } from "./table.ts";

const MOST_WIDGETS = 200;
const NEW_SIZE = { w: 6, h: 4 } as const;

/** The dashboard's widgets, null when there is no such dashboard; until the transaction ends, who asks here waits. */
export async function heldWidgets(
  inside: TenantScope,
  dashboardId: string,
): Promise<readonly WidgetRecord[] | null> {
  if (await inside.table(DASHBOARDS).lock({ id: dashboardId }) === null) return null;
  return await inside.table(WIDGETS).all({ dashboard_id: dashboardId }, ["id"]);
}

/** Where a new widget goes: to the place that it asks for or the first free one below, else below all others. */
export function placeAmong(widgets: readonly WidgetRecord[], wanted: Layout | undefined): Layout {
  if (widgets.length >= MOST_WIDGETS) {
    throw new FlowForgeError("too_large", `Cannot add a widget: the dashboard already has ${MOST_WIDGETS}.`);
  }
  const taken = widgets.map(({ layout }) => layout);
  const place = freePlace(taken, wanted ?? { x: 0, y: belowAll(taken), ...NEW_SIZE });
  if (place === null) {
    throw new FlowForgeError(
      "too_large",
      "Cannot add a widget: the dashboard has no free place of its size.",
    );
  }
  return place;
}

/** Throws `invalid_input` when a moved widget would lie on another one; `fieldOf` says where its layout was given. */
export function requireApart(
  widgets: readonly WidgetRecord[],
  moved: readonly string[],
  fieldOf: (id: string) => string,
): void {
  const problems = moved.flatMap((id) => {
    const widget = widgets.find((one) => one.id === id)!;
    const other = widgets.find((one) => one.id !== id && overlaps(one.layout, widget.layout));
    if (other === undefined) return [];
    return [{
      code: "place_taken",
      message: `Cannot place ${named(widget)}: it would lie on ${named(other)}, which has ${
        cells(other.layout)
      }.`,
      field: fieldOf(id),
      hint: "Choose a free place, or move the other widget in the same request to the dashboard's layout.",
    }];
  });
  if (problems.length > 0) throw new FlowForgeError("invalid_input", problems[0]!.message, { problems });
}

const named = ({ id, overrides: { title } }: WidgetRecord): string =>
  title ? `widget "${title}" (${id})` : `widget ${id}`;

const cells = ({ x, y, w, h }: Layout): string => `columns ${x} to ${x + w - 1} of rows ${y} to ${y + h - 1}`;

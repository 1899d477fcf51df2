/** Widgets that lay on each other, or beyond the grid, stand apart and within it: all of them can be seen. */
import { type Kysely, sql } from "kysely";
import { GRID } from "@/lib/grid/grid.ts";
import { freePlace, untangled } from "@/lib/grid/places.ts";

interface Stored {
  readonly tenant_id: string;
  readonly dashboard_id: string;
  readonly id: string;
  readonly layout: string;
}

export async function up(database: Kysely<unknown>): Promise<void> {
  const { rows } = await sql<Stored>`
    SELECT tenant_id, dashboard_id, id, layout FROM widgets ORDER BY tenant_id, dashboard_id, id`
    .execute(database);
  const dashboards = Map.groupBy(
    rows,
    ({ tenant_id, dashboard_id }) => JSON.stringify([tenant_id, dashboard_id]),
  );
  for (const widgets of dashboards.values()) {
    for (const { tenant_id, id, layout } of apart(widgets)) {
      await sql`UPDATE widgets SET layout = ${
        JSON.stringify(layout)
      } WHERE tenant_id = ${tenant_id} AND id = ${id}`
        .execute(database);
    }
  }
}

/** Those that the overlaps push below the last row go to a free place, as long as there is one. */
function apart(widgets: readonly Stored[]) {
  const placed = [...untangled(widgets.map((widget) => ({ ...widget, layout: JSON.parse(widget.layout) })))];
  for (const [at, widget] of placed.entries()) {
    if (widget.layout.y <= GRID.maxRow) continue;
    const others = placed.filter((other) => other !== widget).map(({ layout }) => layout);
    placed[at] = { ...widget, layout: freePlace(others, widget.layout) ?? widget.layout };
  }
  return placed;
}

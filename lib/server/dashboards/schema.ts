/** What a dashboard is: widgets arranged under a name, and the filters that it offers. */
import { z } from "zod";
import { id, type Infer, input, label, note, text, time } from "@/lib/server/fields.ts";
import { place, widget, type WidgetRecord } from "@/lib/server/widgets/schema.ts";
import type { TypeName } from "@/compiler/schema/types.ts";

export const dashboardSummary = z.object({
  id,
  name: label,
  description: note,
  widget_count: z.int(),
  created_at: time,
  updated_at: time,
}).meta({ id: "DashboardSummary" });

export type DashboardSummary = Infer<typeof dashboardSummary>;

/** Its widgets stand from top to bottom, left to right. */
export const dashboard = dashboardSummary.extend({ widgets: z.array(widget) }).meta({ id: "Dashboard" });

export type Dashboard = Infer<typeof dashboard>;

/** The same before its widgets are told what they draw. */
export interface DashboardRecord extends DashboardSummary {
  readonly widgets: readonly WidgetRecord[];
}

const written = dashboardSummary.pick({ name: true, description: true });

export const dashboardInput = input(written.extend({ description: note.default("") }));

export type DashboardInput = Infer<typeof dashboardInput>;

export const dashboardPatch = input(written.partial());

export type DashboardPatch = Infer<typeof dashboardPatch>;

export const dashboardCopy = input(z.object({
  copy_workflows: z.boolean().default(false).describe(
    "True copies the workflows too, so that the copy's widgets show workflows of its own.",
  ),
}));

export type DashboardCopy = Infer<typeof dashboardCopy>;

export const arrangement = input(z.object({ layouts: z.array(z.object({ id, layout: place })).max(500) }));

export type Arrangement = Infer<typeof arrangement>;

/** A filter that a dashboard offers to its viewers, in order. */
export const dashboardFilter = z.object({
  id,
  dashboard_id: id,
  column: text(200),
  kind: z.string(),
  label: z.string(),
});

export type DashboardFilterRecord = Infer<typeof dashboardFilter>;

/** A column that some of a dashboard's widgets read at a scan, so a global filter on it would do something. */
export interface FilterOption {
  readonly column: string;
  readonly type: TypeName;
  /** Whether a time range is about it, in one of the tables at least. */
  readonly isEventTime: boolean;
  /** Whether the dashboard has a control for it; the others are filtered by address alone. */
  readonly isOffered: boolean;
  /** Whether its values can be looked up, as the tenant's symbols; the others are free text. */
  readonly hasValues: boolean;
}

/** What a widget is: a pointer to a workflow's output node, and what can be shown of it. */
import { z } from "zod";
import { NODE_TYPES } from "@/compiler/mod.ts";
import type { ErrorCode } from "@/lib/server/errors.ts";
import { detail, id, type Infer, input, text, time } from "@/lib/server/fields.ts";
import { pageQuery } from "@/lib/server/paging.ts";
import { problem, result } from "@/lib/server/query/schema.ts";
import { GRID } from "@/lib/grid/grid.ts";

const cells = (least: number, most: number) => z.int().min(least).max(most);

const layout = z.object({
  x: cells(0, GRID.columns - 1),
  y: cells(0, 10_000),
  w: cells(1, GRID.columns),
  h: cells(1, GRID.maxHeight),
}).describe("Place and size on the dashboard's grid.");

export type Layout = Infer<typeof layout>;

/** A layout that somebody asks for. */
export const place = layout.extend({ y: cells(0, GRID.maxRow) })
  .refine(({ x, w }) => x + w <= GRID.columns, {
    path: ["w"],
    message: `must end within the grid's ${GRID.columns} columns`,
  })
  .describe(`Place and size on the dashboard's grid of ${GRID.columns} columns.`);

/** Seconds between refreshes that can be chosen; 0 is manual. */
export const REFRESH_SECONDS = [0, 5, 30, 60, 300] as const;

/** What a widget may change of its node's look; never a query. */
const overrides = z.object({
  title: text(200).optional(),
  refresh_seconds: z.literal(REFRESH_SECONDS).optional().describe(
    "Seconds between refreshes; 0 is manual.",
  ),
});

/** As it is kept: without anything that its workflow knows. */
export const widgetRecord = z.object({
  id,
  dashboard_id: id,
  workflow_id: id,
  node_id: text(500),
  layout,
  overrides,
  created_at: time,
  updated_at: time,
});

export type WidgetRecord = Infer<typeof widgetRecord>;

const chart = z.enum(NODE_TYPES);

export const widget = widgetRecord.extend({
  chart: chart.optional().describe("What its node draws; missing when workflow or node is gone."),
  title: z.string().optional()
    .describe("As its tile shows it; missing when neither an override nor a workflow can say."),
}).meta({ id: "Widget" });

export type Widget = Infer<typeof widget>;

export const widgetPatch = input(widgetRecord.pick({ overrides: true }).extend({ layout: place }).partial());

export type WidgetPatch = Infer<typeof widgetPatch>;

/** Without a layout the widget goes below the others; one whose place is taken moves down to the first free one. */
export const widgetInput = input(
  widgetRecord.pick({ dashboard_id: true, workflow_id: true, node_id: true }).extend({
    layout: place.optional(),
    overrides: overrides.default({}),
  }),
);

export type WidgetInput = Infer<typeof widgetInput>;

const widgetPageQuery = pageQuery.extend({ dashboard_id: id.optional() });

export type WidgetPageQuery = Infer<typeof widgetPageQuery>;

export const widgetListQuery = input(widgetPageQuery);

export type WidgetListQuery = Infer<typeof widgetListQuery>;

/** Which of a widget's rows are wanted. Beside these parameters an address holds filters. */
export const rowsQuery = z.object({
  limit: z.coerce.number().int().min(1).max(100_000).optional(),
  offset: z.coerce.number().int().min(0).max(10_000_000).optional(),
  pixels: z.coerce.number().int().min(1).max(20_000).optional()
    .describe(
      "Side of the picture along which its values stand: its width, or the height of lying bars. What exceeds it is reduced.",
    ),
  fresh: z.enum(["1", "true", "0", "false"]).optional().describe(
    "`1` asks the store even if a result is cached.",
  ),
});

/** A widget's rows, and how to draw them. */
export const widgetData = z.object({
  ...result.shape,
  widget_id: id,
  title: z.string(),
  chart,
  config: detail,
  as_of: time.describe("When the rows were read from the store."),
}).meta({ id: "WidgetData" });

export interface WidgetData extends Infer<typeof widgetData> {
  /** The digest of its `WidgetBody`, with data that is drawn on the server. */
  readonly version?: string;
}

/** A tile that cannot be drawn says why; its neighbours live. */
const widgetFailure = z.object({
  widget_id: id,
  title: z.string(),
  code: z.string(),
  detail: z.string(),
  problems: z.array(problem),
});

export type WidgetFailure = Infer<typeof widgetFailure>;

/** The codes that a failure has; what comes from a newer server may have another. */
export type FailureCode = ErrorCode;

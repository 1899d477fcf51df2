/** A widget's rows: its workflow's current node, compiled afresh. Pages, API and embeds all read through here. */
import { pictureOf } from "@/compiler/mod.ts";
import { chartSize, type PictureSize, sideOf } from "@/lib/grid/grid.ts";
import type { DashboardFilter, Graph, GraphNode } from "@/compiler/schema/types.ts";
import type { ServiceContext } from "@/lib/server/context.ts";
import { isAbort } from "@/lib/server/deadline.ts";
import { FlowForgeError, notFound } from "@/lib/server/errors.ts";
import type { RecentReads } from "@/lib/server/metadata/recent_reads.ts";
import type { AskedFilters, FilterColumns } from "@/lib/server/query/filters.ts";
import { mostOfLine } from "@/lib/server/query/line_limit.ts";
import { type NodeResult, type Queries, tableOf } from "@/lib/server/query/queries.ts";
import { type WidgetBody, widgetBody, type WidgetHead } from "./body.ts";
import type { WidgetData, WidgetFailure, WidgetRecord } from "./schema.ts";
import { widgetTitle } from "./title.ts";

const TABLE_PAGE = 50;

/** Which of a widget's rows are wanted, and until when. */
export interface WidgetQuery {
  readonly filters?: AskedFilters;
  readonly offset?: number;
  readonly limit?: number;
  /** Side of the picture along which its values stand: more than it can show is reduced. */
  readonly pixels?: number;
  /** The same for callers who do not know what the picture is. */
  readonly size?: PictureSize;
  readonly signal?: AbortSignal;
  /** Passes by what the cache holds; the cache still keeps the new rows. */
  readonly fresh?: boolean;
}

export interface WidgetOptions extends WidgetQuery {
  /** Where a person asks. */
  readonly userId?: string;
  readonly lockedFilters?: readonly DashboardFilter[];
  /** Refuses filters on other columns and those that reach nothing, instead of saying so beside the rows. */
  readonly filterColumns?: FilterColumns;
}

/** The node that a widget shows, in its workflow's graph. */
interface WidgetSource {
  readonly graph: Graph;
  readonly node: GraphNode;
  readonly title: string;
}

export interface WidgetReader {
  /** Throws when the widget, its workflow or its node is gone. */
  source(tenantId: string, id: string): Promise<WidgetSource>;
  /** The widget without its rows, as it was within the last second; null when there is none. */
  record(tenantId: string, id: string): Promise<WidgetRecord | null>;
  /** As `data`, written for sending on. */
  body(tenantId: string, id: string, options: WidgetOptions): Promise<WidgetBody>;
  data(tenantId: string, id: string, options: WidgetOptions): Promise<WidgetData>;
  tile(tenantId: string, id: string, options: WidgetOptions): Promise<WidgetData | WidgetFailure>;
}

export function createWidgetReader(
  context: ServiceContext,
  recent: RecentReads,
  queries: Queries,
): WidgetReader {
  async function widgetOf(tenantId: string, id: string): Promise<WidgetRecord> {
    const widget = await recent.widget(tenantId, id);
    if (widget === null) throw notFound("widget", id);
    return widget;
  }

  async function sourceOf(tenantId: string, widget: WidgetRecord): Promise<WidgetSource> {
    const workflow = await recent.workflow(tenantId, widget.workflow_id);
    if (workflow === null) throw new FlowForgeError("source_deleted", "Source workflow deleted");
    const node = workflow.graph.nodes.find(({ id }) => id === widget.node_id);
    if (node === undefined) throw new FlowForgeError("node_deleted", "Source node deleted");
    return { graph: workflow.graph, node, title: widgetTitle(widget, node, workflow.name) };
  }

  /** A widget and its workflow have one head as long as both stay the same. */
  const heads = new WeakMap<WidgetRecord, { readonly graph: Graph; readonly head: WidgetHead }>();

  function headOf(widget: WidgetRecord, { graph, node, title }: WidgetSource): WidgetHead {
    const before = heads.get(widget);
    if (before?.graph === graph && before.head.title === title) return before.head;
    const head = { widget_id: widget.id, title, chart: node.type, config: node.config };
    heads.set(widget, { graph, head });
    return head;
  }

  async function query(
    tenantId: string,
    widget: WidgetRecord,
    options: WidgetOptions,
  ): Promise<{ readonly head: WidgetHead; readonly result: NodeResult }> {
    const source = await sourceOf(tenantId, widget);
    const { graph, node } = source;
    const { limit, ...rest } = options;
    const result = await queries.run({
      ...rest,
      pixels: pixelsOf(widget, node, options),
      tenantId,
      graph,
      target: node.id,
      limit: rowLimit(node, limit, context.config.page.rows),
      ...(limit === undefined ? { lineLimit: mostOfLine(context.config) } : {}),
      profile: "widget",
    });
    return { result, head: headOf(widget, source) };
  }

  async function read(tenantId: string, widget: WidgetRecord, options: WidgetOptions): Promise<WidgetData> {
    const { head, result } = await query(tenantId, widget, options);
    return { ...tableOf(result), ...head, version: widgetBody(head, result).digest };
  }

  return {
    record: recent.widget,
    source: async (tenantId, id) => await sourceOf(tenantId, await widgetOf(tenantId, id)),

    async body(tenantId, id, options) {
      const { head, result } = await query(tenantId, await widgetOf(tenantId, id), options);
      return widgetBody(head, result);
    },

    data: async (tenantId, id, options) => await read(tenantId, await widgetOf(tenantId, id), options),

    async tile(tenantId, id, options) {
      let title = "Widget";
      try {
        const widget = await widgetOf(tenantId, id);
        title = widget.overrides.title ?? title;
        return await read(tenantId, widget, options);
      } catch (error) {
        return { widget_id: id, title, ...failure(error, context) };
      }
    },
  };
}

/**
 * A chart is as large as its tile where nobody says otherwise, so that every way to it shows the same. Whoever asks for
 * certain rows gets them as they are.
 */
function pixelsOf(
  { layout }: WidgetRecord,
  { type, config }: GraphNode,
  { pixels, size, limit, offset }: WidgetOptions,
): number | undefined {
  if (pixels !== undefined) return pixels;
  if (size !== undefined) return sideOf(config, size);
  const asksForRows = limit !== undefined || offset !== undefined;
  return pictureOf(type) === "chart" && !asksForRows ? sideOf(config, chartSize(layout)) : undefined;
}

function rowLimit({ type, config }: GraphNode, asked: number | undefined, most: number): number {
  const page = typeof config.page_size === "number" ? config.page_size : TABLE_PAGE;
  const wanted = asked ?? (pictureOf(type) === "pages" ? page : most);
  return Math.min(Math.max(1, Math.trunc(wanted)), most);
}

function failure(
  error: unknown,
  context: ServiceContext,
): Pick<WidgetFailure, "code" | "detail" | "problems"> {
  if (error instanceof FlowForgeError) {
    if (error.cause !== undefined) {
      context.log.warn("widget failed", { code: error.code, cause: error.cause });
    }
    return { code: error.code, detail: error.detail, problems: error.options.problems ?? [] };
  }
  if (isAbort(error)) {
    return { code: "query_timeout", detail: "Cannot show this widget yet: it took too long.", problems: [] };
  }
  context.log.error("widget failed", { error });
  return {
    code: "internal",
    detail: "Cannot show this widget: something went wrong on our side.",
    problems: [],
  };
}

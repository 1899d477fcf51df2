import type { DashboardFilter, NodeType, Problem } from "@/compiler/schema/types.ts";
import type {
  LayoutRecord as Layout,
  WidgetOverridesRecord as WidgetOverrides,
  WidgetRecord,
} from "@/lib/server/metadata/records.ts";
import type { Identity, ListQuery, Page, RequestContext } from "@/lib/server/requests.ts";
import type { ResultTable } from "@/lib/server/query/types.ts";

export type { Layout, WidgetOverrides };

/** A pointer to an output node, with what can be known of it without a query. */
export interface Widget extends WidgetRecord {
  /** What its node draws; missing when the workflow or the node is gone. */
  readonly chart?: NodeType;
  /** As its tile shows it; missing when neither an override nor a workflow can say. */
  readonly title?: string;
}

export interface WidgetInput {
  readonly dashboard_id: string;
  readonly workflow_id: string;
  readonly node_id: string;
  readonly layout?: Layout;
  readonly overrides?: WidgetOverrides;
}

/** Which of a widget's rows are wanted, and until when. */
export interface WidgetQuery {
  readonly filters?: readonly DashboardFilter[];
  readonly offset?: number;
  readonly limit?: number;
  /** Width of the picture: a long series may be reduced to what it can show. */
  readonly pixels?: number;
  readonly signal?: AbortSignal;
  /** Skips the cache's answer, not the cache. */
  readonly fresh?: boolean;
}

/** A widget's picture: what to draw and with which settings. */
export interface WidgetData extends ResultTable {
  readonly widget_id: string;
  readonly title: string;
  readonly chart: NodeType;
  readonly config: Readonly<Record<string, unknown>>;
  /** When the rows were read from the store. */
  readonly as_of: string;
  /** `WidgetBody.digest`, with data that is drawn on the server. */
  readonly version?: string;
}

/** A widget's data for sending on, not for drawing. */
export interface WidgetBody {
  /** Of all that a viewer would see, but not of when or how the rows were read. */
  readonly digest: string;
  readonly as_of: string;
  /** The `WidgetData` as JSON text. */
  json(): string;
}

/** A tile that cannot be drawn says why; its neighbours live. */
export interface WidgetFailure {
  readonly widget_id: string;
  readonly title: string;
  readonly code: string;
  readonly detail: string;
  readonly problems: readonly Problem[];
}

export interface WidgetService {
  list(who: Identity, query: ListQuery & { dashboard_id?: string }): Promise<Page<Widget>>;
  get(who: Identity, id: string): Promise<Widget>;
  /** Pins an output node. Without a layout the widget goes below the others. */
  create(who: Identity, input: WidgetInput, context: RequestContext): Promise<Widget>;
  update(
    who: Identity,
    id: string,
    patch: { layout?: Layout; overrides?: WidgetOverrides },
    context: RequestContext,
  ): Promise<Widget>;
  remove(who: Identity, id: string, context: RequestContext): Promise<void>;
  /** Compiles the widget's node afresh and runs it under the caller's entitlements. */
  body(who: Identity, id: string, query: WidgetQuery): Promise<WidgetBody>;
  /** The same for drawing; a failure is an answer too, since pages draw several tiles. */
  tile(who: Identity, id: string, query: WidgetQuery): Promise<WidgetData | WidgetFailure>;
}

import type { TypeName } from "@/compiler/schema/types.ts";
import type { DashboardSummaryRecord as DashboardSummary } from "@/lib/server/metadata/records.ts";
import type { Identity, ListQuery, Page, RequestContext } from "@/lib/server/requests.ts";
import type { Layout, Widget } from "@/lib/server/widgets/types.ts";

export type { DashboardSummary };

export interface Dashboard extends DashboardSummary {
  readonly widgets: readonly Widget[];
}

/** A column that some of a dashboard's widgets read at a scan, so a global filter on it would do something. */
export interface FilterOption {
  readonly column: string;
  readonly type: TypeName;
  /** Values worth offering, such as the tenant's symbols; empty means free text. */
  readonly values: readonly string[];
}

export interface DashboardService {
  list(who: Identity, query: ListQuery): Promise<Page<DashboardSummary>>;
  get(who: Identity, id: string): Promise<Dashboard>;
  create(
    who: Identity,
    input: { name: string; description?: string },
    context: RequestContext,
  ): Promise<Dashboard>;
  update(
    who: Identity,
    id: string,
    patch: { name?: string; description?: string },
    context: RequestContext,
  ): Promise<Dashboard>;
  /** Moves and resizes widgets in one transaction. */
  arrange(
    who: Identity,
    id: string,
    layouts: readonly { id: string; layout: Layout }[],
    context: RequestContext,
  ): Promise<Dashboard>;
  /** A new dashboard with the same widgets, named after the first. */
  duplicate(who: Identity, id: string, context: RequestContext): Promise<Dashboard>;
  remove(who: Identity, id: string, context: RequestContext): Promise<void>;
  /** The global filters that make sense on this dashboard: columns of the tables its widgets read. */
  filterOptions(who: Identity, id: string): Promise<readonly FilterOption[]>;
}

/** Whole results as files: of a widget as a viewer sees it, and of a node that somebody draws. */
import { readGraph } from "@/compiler/mod.ts";
import type { FilterReport } from "@/compiler/schema/types.ts";
import type { Action } from "@/lib/server/auth/permissions.ts";
import { enter, type ServiceContext } from "@/lib/server/context.ts";
import { isAbort } from "@/lib/server/deadline.ts";
import type { Identity, RequestContext } from "@/lib/server/identity.ts";
import { type AskedFilters, NOTHING_ASKED } from "@/lib/server/query/filters.ts";
import type { Queries } from "@/lib/server/query/queries.ts";
import type { ExportInput } from "@/lib/server/query/schema.ts";
import type { RateLimits } from "@/lib/server/rate_limits.ts";
import { nodeTitle } from "@/lib/server/widgets/title.ts";
import type { WidgetReader } from "@/lib/server/widgets/reader.ts";
import { csvStream, type Ending, type ExportedFile } from "./csv_stream.ts";
import { fileName } from "./file_name.ts";

interface Exported {
  readonly title: string;
  readonly graph: unknown;
  readonly target: string;
  readonly filters: AskedFilters;
  /** What the audit log says was exported. */
  readonly resource: "widget" | "node";
  readonly resource_id: string;
}

export function createExports(
  context: ServiceContext,
  limits: RateLimits,
  reader: WidgetReader,
  queries: Queries,
) {
  async function file(
    who: Identity,
    action: Action,
    { title, graph, target, filters, resource, resource_id }: Exported,
    { requestId: request_id, signal: asked }: RequestContext,
  ): Promise<ExportedFile> {
    const { audit } = enter(context, who, action);
    await limits.take("export", who.tenantId);
    const leaving = new AbortController();
    const signal = asked ? AbortSignal.any([asked, leaving.signal]) : leaving.signal;
    const result = await queries.export({ tenantId: who.tenantId, graph, target, filters, signal });
    const report = result.filters ?? { applied: [], ignored: [] };
    const note = (action: "exported" | "export_broken_off", rows: number) => {
      const detail = { title, rows, filters: filtersOf(filters, report) };
      return audit.append({ actor: who.email, action, resource, resource_id, request_id, detail });
    };
    const onEnd = ({ kind, rows, error }: Ending) => {
      if (kind === "whole") return;
      if (kind === "failed" && !isAbort(error)) {
        context.log.warn("export failed", { request_id, rows, error });
      }
      note("export_broken_off", rows).catch((error) =>
        context.log.warn("export not noted", { request_id, error })
      );
    };
    const body = await csvStream({ ...result, stop: () => leaving.abort(), onEnd });
    try {
      // Nothing leaves before it is written down that it does.
      await note("exported", result.row_count);
    } catch (error) {
      await body.cancel();
      throw error;
    }
    const omitted = Object.values(result.pivot_values_omitted ?? {}).reduce((sum, count) => sum + count, 0);
    const name = fileName({ title, asked: filters, report, omitted, atMs: context.clock.now() });
    return { name, ignored: report.ignored, body };
  }

  return {
    /** Every row of what a widget shows, whatever its picture leaves out, under the caller's entitlements. */
    async widget(
      who: Identity,
      id: string,
      filters: AskedFilters,
      request: RequestContext,
    ): Promise<ExportedFile> {
      enter(context, who, "dashboard:read");
      const { graph, node, title } = await reader.source(who.tenantId, id);
      const exported = {
        title,
        graph,
        target: node.id,
        filters,
        resource: "widget",
        resource_id: id,
      } as const;
      return await file(who, "dashboard:read", exported, request);
    },

    /** Every row of a node of a graph that need not be saved. */
    async node(
      who: Identity,
      { graph, target_node_id, name }: ExportInput,
      request: RequestContext,
    ): Promise<ExportedFile> {
      enter(context, who, "preview:run");
      const read = readGraph(graph);
      const node = read.nodes.get(target_node_id)?.node;
      const title = nodeTitle(node, name ?? "workflow");
      const exported = {
        title,
        graph: read,
        target: target_node_id,
        filters: NOTHING_ASKED,
        resource: "node",
        resource_id: target_node_id,
      } as const;
      return await file(who, "preview:run", exported, request);
    },
  };
}

/** As the log keeps them: what was asked, and of that what reached nothing. */
function filtersOf({ filters, range }: AskedFilters, { ignored }: FilterReport) {
  return {
    asked: filters.map(({ column, operator, value }) => ({ column, operator, value })),
    ...(range === undefined ? {} : { range }),
    ...(ignored.length === 0 ? {} : { ignored: ignored.map(({ column }) => column) }),
  };
}

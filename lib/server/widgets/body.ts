/** A widget's rows as the API sends them: written, and with the digest of what a viewer would see. */
import { sha256 } from "@/lib/server/digest.ts";
import type { Versioned } from "@/lib/server/http/versioned.ts";
import type { NodeResult } from "@/lib/server/query/queries.ts";
import type { WidgetData } from "./schema.ts";

/** The `WidgetData` for sending on, not for drawing. */
export type WidgetBody = Versioned;

/** A widget's data but for its rows: which chart to draw, with which settings, under which title. */
export type WidgetHead = Pick<WidgetData, "widget_id" | "title" | "chart" | "config">;

export function widgetBody(head: WidgetHead, result: NodeResult): WidgetBody {
  // When and how the rows were read is not part of what they are.
  const { rows, as_of, execution_ms, cache_hit, ...content } = { ...head, ...result };
  return {
    digest: sha256(JSON.stringify([rows.digest, content])),
    as_of,
    json() {
      const rest = JSON.stringify({ ...content, row_count: rows.count, as_of, execution_ms, cache_hit });
      return `{"rows":${rows.json},${rest.slice(1)}`;
    },
  };
}

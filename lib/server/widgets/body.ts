/** A widget's rows as the API sends them: written, and with the digest of what a viewer would see. */
import { sha256 } from "@/lib/server/digest.ts";
import { SharedBytes } from "@/lib/server/shared_bytes.ts";
import type { Versioned } from "@/lib/server/http/versioned.ts";
import type { NodeResult } from "@/lib/server/query/queries.ts";
import type { WidgetData } from "./schema.ts";

/** The `WidgetData` for sending on, not for drawing. */
export type WidgetBody = Versioned;

/** A widget's data but for its rows: which chart to draw, with which settings, under which title. */
export type WidgetHead = Pick<WidgetData, "widget_id" | "title" | "chart" | "config">;

const written = new WeakMap<NodeResult, { readonly head: WidgetHead; readonly body: WidgetBody }>();

/** The body of a result under a head; the same two have the same body, written once. */
export function widgetBody(head: WidgetHead, result: NodeResult): WidgetBody {
  const before = written.get(result);
  if (before !== undefined && before.head === head) return before.body;
  const body = bodyOf(head, result);
  written.set(result, { head, body });
  return body;
}

function bodyOf(head: WidgetHead, result: NodeResult): WidgetBody {
  // When and how the rows were read is not part of what they are.
  const { rows, as_of, execution_ms, cache_hit, ...content } = { ...head, ...result };
  let bytes: SharedBytes | undefined;
  const json = () => {
    const rest = JSON.stringify({ ...content, row_count: rows.count, as_of, execution_ms, cache_hit });
    return `{"rows":${rows.json},${rest.slice(1)}`;
  };
  return {
    digest: sha256(JSON.stringify([rows.digest, content])),
    as_of,
    bytes: () => bytes ??= new SharedBytes(new TextEncoder().encode(json())),
  };
}

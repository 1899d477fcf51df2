import { useEffect, useState } from "preact/hooks";
import type { ResultTable } from "@/lib/server/types.ts";
import { request } from "@/lib/canvas/api.ts";
import { useCanvas } from "../context.ts";
import { toGraph, upstream } from "@/lib/canvas/model/graph.ts";
import { PREVIEW_DEBOUNCE_MS } from "@/lib/canvas/state/preview.ts";
import { firstError, schemaOf } from "@/lib/canvas/state/editor.ts";
import { useForm } from "./context.ts";

const COUNTER = "match_count";

/** How many rows pass the filter right now: the preview of a count behind it. */
export function MatchCount() {
  const { editor } = useCanvas();
  const { nodeId } = useForm();
  const [count, setCount] = useState<string | null>(null);
  const graph = editor.graph.value;
  const config = graph.nodes.get(nodeId)?.config;
  const broken = [...upstream(graph, nodeId)].some((id) =>
    firstError(schemaOf(editor.propagation.value, id).problems)
  );

  useEffect(() => {
    setCount(null);
    if (broken) return;
    const controller = new AbortController();
    const timer = setTimeout(() => {
      const plain = toGraph(editor.graph.peek());
      const counter = {
        id: COUNTER,
        type: "group_by" as const,
        position: { x: 0, y: 0 },
        config: { keys: [], metrics: [{ function: "count", as: "rows" }] },
      };
      const body = {
        graph: {
          ...plain,
          nodes: [...plain.nodes, counter],
          edges: [...plain.edges, { source: nodeId, target: COUNTER }],
        },
        target_node_id: COUNTER,
      };
      request<ResultTable>("POST", "/preview", body, controller.signal)
        .then((table) => setCount(String(table.rows[0]?.[0] ?? "0")))
        .catch(() => {});
    }, PREVIEW_DEBOUNCE_MS);
    return () => {
      clearTimeout(timer);
      controller.abort();
    };
  }, [config, nodeId, graph.edges, broken]);

  if (broken || count === null) return <p class="canvas-match" aria-hidden="true">&nbsp;</p>;
  return (
    <p class="canvas-match" role="status" data-testid="match-count">
      {Number(count).toLocaleString("en-US")} {count === "1" ? "row matches" : "rows match"}
    </p>
  );
}

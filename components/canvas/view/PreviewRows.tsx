import { useEffect, useRef } from "preact/hooks";
import { pictureOf } from "@/compiler/browser.ts";
import { ChartView } from "@/components/charts/ChartView.tsx";
import { useSize } from "@/components/use_size.ts";
import { useCanvas } from "../context.ts";
import { Failure } from "./Failure.tsx";

/** The node's rows, drawn by the same component as on a dashboard. */
export function PreviewRows() {
  const { editor, preview } = useCanvas();
  const frame = useRef<HTMLDivElement>(null);
  const size = useSize(frame, 0, 0);
  useEffect(() => {
    preview.size.value = size;
  }, [size]);
  const fetched = preview.table.value;
  const node = fetched.status === "none" ? undefined : editor.graph.value.nodes.get(fetched.nodeId);
  const table = fetched.status === "ready"
    ? fetched.value
    : fetched.status === "loading"
    ? fetched.last
    : undefined;
  const picture = pictureOf(node?.type);
  // A grid fills the frame to its edges; a drawn picture wants a margin.
  const isDrawn = table !== undefined && (picture === "chart" || picture === "figure");
  return (
    <div
      class={`canvas-preview-frame${fetched.status === "loading" ? " canvas-preview-loading" : ""}${
        isDrawn ? " canvas-preview-picture" : ""
      }`}
      data-testid="preview-grid"
      data-status={fetched.status}
      aria-busy={fetched.status === "loading"}
    >
      <div ref={frame} class="canvas-preview-content">
        {fetched.status === "none" && <p class="ui-empty">Select a node to see its rows.</p>}
        {fetched.status === "failed" && (
          <Failure
            detail={fetched.detail}
            problems={fetched.problems}
            retry={() => preview.retry()}
          />
        )}
        {fetched.status === "loading" && !table && <Skeleton />}
        {node && table && size.width > 0 && (
          <ChartView
            chart={picture ? node.type : "preview"}
            config={picture ? node.config : {}}
            columns={table.columns}
            rows={table.rows}
            truncated={table.truncated}
            kept={table.kept}
            reduced={table.reduced}
            width={size.width}
            height={size.height}
          />
        )}
      </div>
    </div>
  );
}

function Skeleton() {
  return (
    <div class="canvas-skeleton" role="status" aria-label="Loading the preview">
      {Array.from({ length: 6 }, (_, index) => <div key={index} class="ui-skeleton" />)}
    </div>
  );
}

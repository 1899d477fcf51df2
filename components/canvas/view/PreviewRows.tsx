import { pictureOf } from "@/compiler/browser.ts";
import { ChartView } from "@/components/charts/ChartView.tsx";
import { useCanvas } from "../context.ts";
import { Failure } from "./Failure.tsx";
import { useSize } from "./use_size.ts";

/** The answer, drawn by the same component as on a dashboard. */
export function PreviewRows() {
  const { editor, preview } = useCanvas();
  const [frame, size] = useSize<HTMLDivElement>();
  const answer = preview.table.value;
  const node = answer.status === "none" ? undefined : editor.graph.value.nodes.get(answer.nodeId);
  const table = answer.status === "ready"
    ? answer.value
    : answer.status === "loading"
    ? answer.last
    : undefined;
  const picture = pictureOf(node?.type);
  // A grid fills the frame to its edges; a drawn picture wants a margin.
  const isDrawn = table !== undefined && (picture === "chart" || picture === "figure");
  return (
    <div
      ref={frame}
      class={`canvas-preview-frame${answer.status === "loading" ? " canvas-preview-loading" : ""}${
        isDrawn ? " canvas-preview-picture" : ""
      }`}
      data-testid="preview-grid"
      data-status={answer.status}
      aria-busy={answer.status === "loading"}
    >
      {answer.status === "none" && <p class="ui-empty">Select a node to see its rows.</p>}
      {answer.status === "failed" && (
        <Failure
          detail={answer.detail}
          problems={answer.problems}
          retry={() => preview.retry()}
        />
      )}
      {answer.status === "loading" && !table && <Skeleton />}
      {node && table && size.width > 0 && (
        <ChartView
          chart={picture ? node.type : "preview"}
          config={picture ? node.config : {}}
          columns={table.columns}
          rows={table.rows}
          truncated={table.truncated}
          width={size.width}
          height={size.height}
        />
      )}
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

import { nodeCaption } from "@/compiler/browser.ts";
import { useComputed, useSignalEffect } from "@preact/signals";
import { memo } from "./memo.ts";
import { useRef } from "preact/hooks";
import type { GraphNode } from "@/compiler/schema/types.ts";
import { useCanvas } from "../context.ts";
import { startLink, startNodeDrag } from "@/lib/canvas/interact/pointer.ts";
import { titleOf } from "@/lib/canvas/model/connection.ts";
import { spokenName } from "@/lib/canvas/model/describe.ts";
import { isUnfinished } from "@/lib/canvas/model/wording.ts";
import { describe, firstError, schemaOf } from "@/lib/canvas/state/editor.ts";
import { NodeIcon } from "./icons.tsx";
import { RunBadge } from "./RunBadge.tsx";

/** One node. It moves by transform alone; only its own changes draw it again. */
export const NodeCard = memo(function NodeCard({ node }: { readonly node: GraphNode }) {
  const { editor } = useCanvas();
  const { id } = node;
  const element = useRef<HTMLDivElement>(null);
  const selected = useComputed(() => editor.selection.value.has(id));
  const tabbable = useComputed(() => {
    const focused = editor.focused.value;
    const first = editor.graph.value.nodes.keys().next().value;
    return id === (focused !== null && editor.graph.value.nodes.has(focused) ? focused : first);
  });
  const fault = useComputed(() => firstError(schemaOf(editor.propagation.value, id).problems));
  const problem = useComputed(() => fault.value?.message);
  const warning = useComputed(() =>
    schemaOf(editor.propagation.value, id).problems.find((each) => each.severity === "warning")?.message
  );
  const run = useComputed(() => editor.runs.value.get(id));
  const spoken = useComputed(() => {
    const current = editor.graph.value.nodes.get(id);
    return current ? spokenName(editor.graph.value, current, describe, problem.value) : "";
  });
  const landing = useComputed(() => {
    const target = editor.link.value?.target;
    if (target?.id !== id) return "";
    return editor.link.value?.refusal ? " canvas-node-refused" : " canvas-node-landing";
  });

  useSignalEffect(() => {
    const drag = editor.drag.value;
    const at = editor.graph.value.nodes.get(id)?.position;
    if (!at || !element.current) return;
    const by = drag?.ids.has(id) ? drag.by : { x: 0, y: 0 };
    element.current.style.transform = `translate(${at.x + by.x}px,${at.y + by.y}px)`;
  });

  const description = describe(node.type);
  const title = titleOf(node, description);
  const summary = nodeCaption(node.type, node.config);
  const state = (selected.value ? " canvas-node-selected" : "") +
    (fault.value ? isUnfinished(fault.value) ? " canvas-node-unfinished" : " canvas-node-broken" : "") +
    (node.disabled ? " canvas-node-bypassed" : "") + landing.value;

  return (
    <div
      ref={element}
      id={`canvas-node-${id}`}
      data-testid={`node-${id}`}
      data-node={id}
      data-type={node.type}
      data-status={run.value?.status ?? "idle"}
      class={`canvas-node canvas-category-${description?.category ?? "prepare"}${state}`}
      role="group"
      aria-roledescription="node"
      aria-label={spoken.value}
      tabIndex={tabbable.value ? 0 : -1}
      onPointerDown={(event) => startNodeDrag(editor, id, event)}
      onDblClick={() => editor.dialog.value = { kind: "rename", id }}
      onFocus={() => {
        editor.focused.value = id;
        if (!editor.selection.peek().has(id) && element.current?.matches(":focus-visible")) {
          editor.select([id]);
        }
      }}
    >
      <div class="canvas-node-head">
        <span class="canvas-node-icon">
          <NodeIcon type={node.type} />
        </span>
        <span class="canvas-node-title" title={title}>{title}</span>
        {problem.value && (
          <span
            class={fault.value && isUnfinished(fault.value)
              ? "canvas-badge canvas-badge-warning"
              : "canvas-badge"}
            title={problem.value}
            data-testid={`problem-${id}`}
          >
            !
          </span>
        )}
        {!problem.value && warning.value && (
          <span class="canvas-badge canvas-badge-warning" title={warning.value}>!</span>
        )}
      </div>
      <div class="canvas-node-note" title={problem.value ?? summary}>
        {problem.value ?? (summary || node.note || description?.summary)}
      </div>
      <div class="canvas-node-foot">
        {node.disabled
          ? <span>Bypassed</span>
          : <RunBadge run={run.value} label={node.label ? description?.label ?? "" : ""} />}
      </div>
      {description?.inputs.map((port) => (
        <svg
          key={port}
          class={`canvas-port canvas-port-in canvas-port-${port}`}
          data-testid={`port-${id}-${port}`}
          data-port={port}
          width="12"
          height="12"
          viewBox="0 0 12 12"
          aria-hidden="true"
        >
          <title>{port === "in" ? "Input" : `${port} input`}</title>
          <circle cx="6" cy="6" r="4.5" />
        </svg>
      ))}
      {!description?.terminal && (
        <svg
          class="canvas-port canvas-port-out"
          data-testid={`port-${id}-out`}
          width="12"
          height="12"
          viewBox="0 0 12 12"
          aria-hidden="true"
          onPointerDown={(event) => startLink(editor, id, event)}
        >
          <title>Drag to connect</title>
          <circle cx="6" cy="6" r="4.5" />
        </svg>
      )}
    </div>
  );
});

import { useComputed, useSignalEffect } from "@preact/signals";
import { useRef } from "preact/hooks";
import { type GraphNode, nodeCaption, nodeDescription } from "@/compiler/browser.ts";
import { startCardDrag } from "@/lib/canvas/interact/drag_cards.ts";
import { firstError, schemaOf } from "@/lib/canvas/model/schemas.ts";
import { spokenName } from "@/lib/canvas/model/spoken.ts";
import { titleOf } from "@/lib/canvas/model/title.ts";
import { isUnfinished } from "@/lib/canvas/model/wording.ts";
import { useCanvas } from "../context.ts";
import { NodeIcon } from "./icons.tsx";
import { memo } from "./memo.ts";
import { InputPort, OutputPort } from "./Ports.tsx";
import { RunBadge } from "./RunBadge.tsx";

/** One node. It moves by transform alone; only its own changes draw it again. */
export const NodeCard = memo(function NodeCard({ node }: { readonly node: GraphNode }) {
  const { editor } = useCanvas();
  const { id } = node;
  const element = useRef<HTMLDivElement>(null);
  const selected = useComputed(() => editor.selection.value.has(id));
  const tabbable = useComputed(() => {
    const focused = editor.focused.value;
    const { nodes } = editor.graph.value;
    return id === (focused !== null && nodes.has(focused) ? focused : nodes.keys().next().value);
  });
  const error = useComputed(() => firstError(schemaOf(editor.propagation.value, id).problems));
  const warning = useComputed(() =>
    schemaOf(editor.propagation.value, id).problems.find((each) => each.severity === "warning")
  );
  const run = useComputed(() => editor.runs.value.get(id));
  const spoken = useComputed(() => {
    const current = editor.graph.value.nodes.get(id);
    return current ? spokenName(editor.graph.value, current, error.value?.message) : "";
  });
  const landing = useComputed(() => {
    const pending = editor.pendingEdge.value;
    if (pending?.target?.id !== id) return "";
    return pending.refusal ? " canvas-node-refused" : " canvas-node-landing";
  });

  useSignalEffect(() => {
    const drag = editor.drag.value;
    const at = editor.graph.value.nodes.get(id)?.position;
    if (!at || !element.current) return;
    const by = drag?.ids.has(id) ? drag.by : { x: 0, y: 0 };
    element.current.style.transform = `translate(${at.x + by.x}px,${at.y + by.y}px)`;
  });

  const description = nodeDescription(node.type);
  const title = titleOf(node);
  const summary = nodeCaption(node.type, node.config);
  const fault = error.value;
  const isGap = fault !== undefined && isUnfinished(fault);
  const state = (selected.value ? " canvas-node-selected" : "") +
    (fault ? isGap ? " canvas-node-unfinished" : " canvas-node-broken" : "") +
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
      onPointerDown={(event) => startCardDrag(editor, id, event)}
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
        {fault && <Badge text={fault.message} isMild={isGap} testId={`problem-${id}`} />}
        {!fault && warning.value && <Badge text={warning.value.message} isMild />}
      </div>
      <div class="canvas-node-note" title={fault?.message ?? summary}>
        {fault?.message ?? (summary || node.note || description?.summary)}
      </div>
      <div class="canvas-node-foot">
        {node.disabled
          ? <span>Bypassed</span>
          : <RunBadge run={run.value} label={node.label ? description?.label ?? "" : ""} />}
      </div>
      {description?.inputs.map((port) => <InputPort key={port} id={id} port={port} />)}
      {!description?.terminal && <OutputPort id={id} />}
    </div>
  );
});

interface BadgeProps {
  readonly text: string;
  readonly isMild: boolean;
  readonly testId?: string;
}

function Badge({ text, isMild, testId }: BadgeProps) {
  return (
    <span
      class={`canvas-badge${isMild ? " canvas-badge-warning" : ""}`}
      title={text}
      data-testid={testId}
    >
      !
    </span>
  );
}

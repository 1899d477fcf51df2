import { useState } from "preact/hooks";
import { type NodeCategory, type NodeDescription, nodeTypes } from "@/compiler/browser.ts";
import type { NodeType } from "@/compiler/schema/types.ts";
import { useCanvas } from "../context.ts";
import { addNode } from "@/lib/canvas/state/actions.ts";
import { NodeIcon } from "./icons.tsx";
import { DRAG_TYPE } from "./Stage.tsx";

export const CATEGORIES: readonly { readonly category: NodeCategory; readonly label: string }[] = [
  { category: "input", label: "Input" },
  { category: "prepare", label: "Prepare" },
  { category: "combine", label: "Combine" },
  { category: "summarise", label: "Summarise" },
  { category: "output", label: "Output" },
];

/** All node types by category. Drag one out, or click to add it behind the selected node. */
export function Palette() {
  const { editor } = useCanvas();
  const [search, setSearch] = useState("");
  const found = nodeTypes.filter((type) => matches(type, search));
  return (
    <nav class="canvas-palette" aria-label="Nodes">
      <input
        class="ui-input"
        type="search"
        placeholder="Find a node"
        aria-label="Find a node"
        value={search}
        onInput={(event) => setSearch(event.currentTarget.value)}
        onKeyDown={(event) => {
          if (event.key === "Enter" && found[0]) addNode(editor, found[0].type as NodeType);
        }}
      />
      {CATEGORIES.map(({ category, label }) => {
        const types = found.filter((type) => type.category === category);
        return types.length === 0
          ? null
          : (
            <section key={category} class={`canvas-palette-group canvas-category-${category}`}>
              <h2>{label}</h2>
              {types.map((type) => (
                <button
                  key={type.type}
                  type="button"
                  class="canvas-palette-item"
                  data-testid={`palette-${type.type}`}
                  title={type.summary}
                  draggable
                  disabled={editor.running.value}
                  onDragStart={(event) => {
                    event.dataTransfer?.setData(DRAG_TYPE, type.type);
                    if (event.dataTransfer) event.dataTransfer.effectAllowed = "copy";
                  }}
                  onClick={() => addNode(editor, type.type as NodeType)}
                >
                  <span class="canvas-node-icon">
                    <NodeIcon type={type.type} />
                  </span>
                  {type.label}
                </button>
              ))}
            </section>
          );
      })}
      {found.length === 0 && <p class="ui-faint">No node matches.</p>}
    </nav>
  );
}

export function matches(type: NodeDescription, search: string): boolean {
  const text = `${type.label} ${type.summary} ${type.type}`.toLowerCase();
  return search.toLowerCase().split(/\s+/).every((word) => text.includes(word));
}

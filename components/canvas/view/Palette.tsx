import { useState } from "preact/hooks";
import type { NodeCategory, NodeDescription } from "@/compiler/browser.ts";
import { addNode } from "@/lib/canvas/actions/add.ts";
import { startPaletteDrag } from "@/lib/canvas/interact/drag_palette.ts";
import { findNodeTypes } from "@/lib/canvas/model/search.ts";
import { useCanvas } from "../context.ts";
import { SearchInput } from "../SearchInput.tsx";
import { NodeIcon } from "./icons.tsx";

/** In the order of the palette. */
const CATEGORIES: Readonly<Record<NodeCategory, string>> = {
  input: "Input",
  prepare: "Prepare",
  combine: "Combine",
  summarise: "Summarise",
  output: "Output",
};

/** All node types by category. Drag one out, or click to add it behind the selected node. */
export function Palette() {
  const { editor } = useCanvas();
  const [search, setSearch] = useState("");
  const found = findNodeTypes(search);
  return (
    <nav class="canvas-palette" aria-label="Nodes">
      <SearchInput
        label="Find a node"
        placeholder="Find a node"
        value={search}
        onInput={setSearch}
        onEnter={() => found[0] && addNode(editor, found[0].type)}
      />
      {Object.entries(CATEGORIES).map(([category, label]) => {
        const types = found.filter((type) => type.category === category);
        return types.length === 0
          ? null
          : (
            <section key={category} class={`canvas-palette-group canvas-category-${category}`}>
              <h2>{label}</h2>
              {types.map((type) => <PaletteItem key={type.type} description={type} />)}
            </section>
          );
      })}
      {found.length === 0 && <p class="ui-faint">No node matches.</p>}
    </nav>
  );
}

function PaletteItem({ description }: { readonly description: NodeDescription }) {
  const { editor } = useCanvas();
  const { type, label, summary } = description;

  return (
    <button
      type="button"
      class="canvas-palette-item"
      data-testid={`palette-${type}`}
      title={summary}
      draggable
      disabled={editor.running.value}
      onDragStart={(event) => startPaletteDrag(event, type)}
      onClick={() => addNode(editor, type)}
    >
      <span class="canvas-node-icon">
        <NodeIcon type={type} />
      </span>
      {label}
    </button>
  );
}

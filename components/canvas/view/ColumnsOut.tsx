import type { GraphNode } from "@/compiler/schema/types.ts";
import { useCanvas } from "../context.ts";
import { schemaOf } from "@/lib/canvas/state/editor.ts";
import { TypeMark } from "./icons.tsx";

/** What leaves the node: names and types, known before anything runs. */
export function ColumnsOut({ node, terminal }: { readonly node: GraphNode; readonly terminal: boolean }) {
  const { editor } = useCanvas();
  const { columns } = schemaOf(editor.propagation.value, node.id);
  if (terminal || columns.length === 0) return null;
  return (
    <details class="canvas-columns-out">
      <summary data-skip>{columns.length} {columns.length === 1 ? "column" : "columns"} out</summary>
      <ul>
        {columns.map((column) => (
          <li key={column.name}>
            <TypeMark type={column.type} />
            <span class="ui-clip">{column.name}</span>
            {column.nullable && <span class="ui-faint">may be empty</span>}
          </li>
        ))}
      </ul>
    </details>
  );
}

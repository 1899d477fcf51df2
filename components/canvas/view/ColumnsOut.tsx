import type { Column } from "@/compiler/browser.ts";
import { counted } from "@/lib/canvas/model/words.ts";
import { TypeMark } from "./icons.tsx";

/** What leaves a node: names and types, known before anything runs. */
export function ColumnsOut({ columns }: { readonly columns: readonly Column[] }) {
  if (columns.length === 0) return null;
  return (
    <details class="canvas-columns-out">
      <summary data-skip>{counted(columns.length, "column")} out</summary>
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

import type { Completion } from "@/compiler/browser.ts";
import { FunctionNote } from "./FunctionNote.tsx";

interface CompletionListProps {
  readonly id: string;
  readonly items: readonly Completion[];
  readonly index: number;
  onChoose(item: Completion): void;
}

/** What could be written here; below it, where functions are offered, what the marked one does. */
export function CompletionList({ id, items, index, onChoose }: CompletionListProps) {
  const marked = Math.min(index, items.length - 1);
  const isFunction = items[marked]?.kind === "function";
  const noteId = `${id}-function`;
  return (
    <div class="canvas-completions">
      <ul id={`${id}-completions`} role="listbox" aria-label="Suggestions">
        {items.map((item, position) => (
          <li
            key={`${item.kind} ${item.label}`}
            id={`${id}-completion-${position}`}
            role="option"
            aria-selected={position === marked}
            aria-describedby={position === marked && isFunction ? noteId : undefined}
            onPointerDown={(event) => {
              event.preventDefault();
              onChoose(item);
            }}
          >
            <span class={`canvas-completion-${item.kind}`}>{item.label}</span>
            <span class="ui-faint ui-clip">{item.detail}</span>
          </li>
        ))}
      </ul>
      {items.some(({ kind }) => kind === "function") && (
        <FunctionNote id={noteId} name={isFunction ? items[marked]?.label : undefined} />
      )}
    </div>
  );
}

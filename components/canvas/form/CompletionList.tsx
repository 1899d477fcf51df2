import type { Completion } from "@/compiler/browser.ts";

interface CompletionListProps {
  readonly id: string;
  readonly items: readonly Completion[];
  readonly index: number;
  onChoose(item: Completion): void;
}

export function CompletionList({ id, items, index, onChoose }: CompletionListProps) {
  return (
    <ul id={`${id}-completions`} class="canvas-completions" role="listbox" aria-label="Suggestions">
      {items.map((item, position) => (
        <li
          key={`${item.kind} ${item.label}`}
          id={`${id}-completion-${position}`}
          role="option"
          aria-selected={position === Math.min(index, items.length - 1)}
          title={item.help}
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
  );
}

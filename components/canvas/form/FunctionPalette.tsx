import { useState } from "preact/hooks";
import { type FunctionCategory, functions } from "@/compiler/browser.ts";
import type { FieldOf } from "./context.ts";
import { FunctionNote } from "./FunctionNote.tsx";

const labels: Readonly<Record<FunctionCategory, string>> = {
  math: "Math",
  text: "Text",
  date: "Date",
  logic: "Logic",
  convert: "Convert",
  aggregate: "Over the group",
  window: "Over the rows in order",
};

interface FunctionPaletteProps {
  readonly id: string;
  readonly level: FieldOf<"expression">["level"];
  onChoose(words: string): void;
}

/**
 * Functions of a row and of the formula's level, by category; a click writes one at the cursor. The one under the
 * pointer or with the focus is explained below them.
 */
export function FunctionPalette({ id, level, onChoose }: FunctionPaletteProps) {
  const [isOpen, setOpen] = useState(false);
  const [shown, setShown] = useState<string>();
  const noteId = `${id}-explained`;
  const usable = functions.filter((entry) => entry.level === "scalar" || entry.level === level);
  const groups = Map.groupBy(usable, (entry) => entry.category);
  return (
    <details class="canvas-functions" onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>Functions</summary>
      {[...groups].map(([category, entries]) => (
        <section key={category}>
          <h3>{labels[category]}</h3>
          {entries.map((entry) => (
            <button
              key={entry.name}
              type="button"
              class="ui-chip"
              aria-describedby={entry.name === shown ? noteId : undefined}
              onFocus={() => setShown(entry.name)}
              onPointerEnter={() => setShown(entry.name)}
              onClick={() => onChoose(`${entry.name}(`)}
            >
              {entry.name}
            </button>
          ))}
        </section>
      ))}
      {isOpen && <FunctionNote id={noteId} name={shown} />}
    </details>
  );
}

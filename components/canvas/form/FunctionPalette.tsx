import { type FunctionCategory, functionReference } from "@/compiler/browser.ts";
import type { FieldOf } from "./context.ts";

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
  readonly level: FieldOf<"expression">["level"];
  onChoose(words: string): void;
}

/** Functions of a row and of the formula's level, by category; a click writes one at the cursor. */
export function FunctionPalette({ level, onChoose }: FunctionPaletteProps) {
  const usable = functionReference.filter((entry) => entry.level === "scalar" || entry.level === level);
  const groups = Map.groupBy(usable, (entry) => entry.category);
  return (
    <details class="canvas-functions">
      <summary>Functions</summary>
      {[...groups].map(([category, entries]) => (
        <section key={category}>
          <h3>{labels[category]}</h3>
          {entries.map((entry) => (
            <button
              key={entry.name}
              type="button"
              class="ui-chip"
              title={`${entry.signature}\n${entry.help}\n${entry.example}`}
              onClick={() => onChoose(`${entry.name}(`)}
            >
              {entry.name}
            </button>
          ))}
        </section>
      ))}
    </details>
  );
}

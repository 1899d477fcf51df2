import { type FunctionCategory, functionReference } from "@/compiler/browser.ts";

const labels: Readonly<Partial<Record<FunctionCategory, string>>> = {
  math: "Math",
  text: "Text",
  date: "Date",
  logic: "Logic",
  convert: "Convert",
};

/** Functions of a row, by category; a click writes one at the cursor. */
export function FunctionPalette({ onChoose }: { onChoose(words: string): void }) {
  const groups = Map.groupBy(functionReference, (entry) => entry.category);
  return (
    <details class="canvas-functions">
      <summary>Functions</summary>
      {[...groups].map(([category, entries]) =>
        labels[category] && (
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
        )
      )}
    </details>
  );
}

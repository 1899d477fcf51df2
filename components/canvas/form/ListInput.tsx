import { useState } from "preact/hooks";
import { list, type TypeName } from "@/compiler/browser.ts";
import { parseScalar, showScalar } from "@/lib/canvas/form/scalar.ts";

interface ListInputProps {
  readonly id?: string;
  readonly type: TypeName | undefined;
  readonly value: unknown;
  readonly label: string;
  onChange(value: readonly unknown[]): void;
}

/** Several values as chips. Enter, comma or a pasted list adds; Backspace takes the last one back. */
export function ListInput({ id, type, value, label, onChange }: ListInputProps) {
  const [typed, setTyped] = useState("");
  const items = list(value);
  const add = (text: string) => {
    const parts = text.split(/[,\n\t]/).map((part) => part.trim()).filter(Boolean);
    const fresh = parts.map((part) => parseScalar(part, type)).filter((item) => !items.includes(item));
    if (fresh.length > 0) onChange([...items, ...fresh]);
    setTyped("");
  };
  return (
    <div class="canvas-chips">
      {items.map((item, index) => (
        <span key={`${index} ${String(item)}`} class="ui-chip">
          {showScalar(item, type) || String(item)}
          <button
            type="button"
            class="canvas-chip-remove"
            aria-label={`Remove ${String(item)}`}
            onClick={() => onChange(items.filter((_item, other) => other !== index))}
          >
            ×
          </button>
        </span>
      ))}
      <input
        id={id}
        class="ui-input"
        type={type === "date" ? "date" : "text"}
        aria-label={label}
        placeholder={items.length === 0 ? "value, value, …" : "add"}
        autocomplete="off"
        value={typed}
        onInput={(event) => {
          const next = event.currentTarget.value;
          if (/[,\n\t]/.test(next)) add(next);
          else setTyped(next);
        }}
        onKeyDown={(event) => {
          if (event.key === "Enter") {
            event.preventDefault();
            add(typed);
          } else if (event.key === "Backspace" && typed === "" && items.length > 0) {
            onChange(items.slice(0, -1));
          }
        }}
        onBlur={() => typed.trim() && add(typed)}
      />
    </div>
  );
}

import { useRef, useState } from "preact/hooks";
import { list, type TypeName } from "@/compiler/browser.ts";
import { isSeparated, pastedValues, typedValues } from "@/lib/canvas/form/listed.ts";
import { parseScalar, showScalar } from "@/lib/canvas/form/scalar.ts";

interface ListInputProps {
  readonly id?: string;
  readonly type: TypeName | undefined;
  readonly value: unknown;
  readonly label: string;
  onChange(value: readonly unknown[]): void;
}

/**
 * Several values as chips. Enter adds what is typed, a pasted list all of its values; a comma separates numbers and
 * times alone. Backspace takes the last one back, Delete the one whose button has the focus.
 */
export function ListInput({ id, type, value, label, onChange }: ListInputProps) {
  const [typed, setTyped] = useState("");
  const input = useRef<HTMLInputElement>(null);
  const items = list(value);
  const add = (texts: readonly string[]) => {
    const parsed = texts.map((text) => parseScalar(text, type));
    const fresh = parsed.filter((item, at) => !items.includes(item) && parsed.indexOf(item) === at);
    if (fresh.length > 0) onChange([...items, ...fresh]);
    setTyped("");
  };
  const remove = (index: number) => {
    onChange(items.filter((_item, other) => other !== index));
    // Its button goes away, and the focus would go with it.
    input.current?.focus();
  };
  return (
    <div class="canvas-chips" role="group" aria-label={label}>
      {items.map((item, index) => (
        <span key={`${index} ${String(item)}`} class="ui-chip">
          <span class="canvas-chip-text" title={String(item)}>{showScalar(item, type) || String(item)}</span>
          <button
            type="button"
            class="canvas-chip-remove"
            aria-label={`Remove ${String(item)}`}
            onClick={() => remove(index)}
            onKeyDown={(event) => {
              if (event.key === "Delete" || event.key === "Backspace") {
                event.preventDefault();
                remove(index);
              }
            }}
          >
            ×
          </button>
        </span>
      ))}
      <input
        ref={input}
        id={id}
        class="ui-input"
        type={type === "date" ? "date" : "text"}
        aria-label={label}
        placeholder={items.length === 0 ? "value, then Enter" : "add"}
        title={isSeparated(type)
          ? "Enter adds a value; commas separate several"
          : "Enter adds a value; paste a list with a value a line"}
        autocomplete="off"
        value={typed}
        onInput={(event) => {
          const next = event.currentTarget.value;
          if (isSeparated(type) && /[,;]/.test(next)) add(typedValues(next, type));
          else setTyped(next);
        }}
        onPaste={(event) => {
          const values = pastedValues(event.clipboardData?.getData("text/plain") ?? "", type);
          if (values === null) return;
          event.preventDefault();
          add([...typedValues(typed, type), ...values]);
        }}
        onKeyDown={(event) => {
          if (event.key === "Enter") {
            event.preventDefault();
            add(typedValues(typed, type));
          } else if (event.key === "Backspace" && typed === "" && items.length > 0) {
            onChange(items.slice(0, -1));
          }
        }}
        onBlur={() => typed.trim() && add(typedValues(typed, type))}
      />
    </div>
  );
}

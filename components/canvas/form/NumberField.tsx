import { text } from "@/compiler/browser.ts";
import { useEffect, useState } from "preact/hooks";
import { problemsAt } from "@/lib/canvas/form/paths.ts";
import { type FieldOf, type InputProps, useControl, useForm } from "./context.ts";

interface NumberFieldProps extends InputProps<FieldOf<"number">> {
  /** Names the input where no `<label>` does. */
  readonly label?: string;
}

/** Keeps what is being typed ("-", "1.") on screen and passes it on once it is a number. */
export function NumberField({ field, value, path, label, onChange }: NumberFieldProps) {
  const { problems } = useForm();
  const control = useControl(path);
  const [typed, setTyped] = useState(text(value));
  useEffect(() => {
    if (Number(typed) !== value || typed.trim() === "") setTyped(text(value));
  }, [value]);
  const parsed = Number(typed);
  const wrong = typed.trim() !== "" &&
    (!Number.isFinite(parsed) || (field.integer && !Number.isInteger(parsed)) ||
      (field.min !== undefined && parsed < field.min) || (field.max !== undefined && parsed > field.max));
  return (
    <>
      <input
        {...control}
        aria-invalid={wrong || control["aria-invalid"]}
        class="ui-input"
        type="text"
        aria-label={label}
        inputMode={field.integer ? "numeric" : "decimal"}
        autocomplete="off"
        value={typed}
        onInput={(event) => {
          const next = event.currentTarget.value;
          setTyped(next);
          if (next.trim() === "") onChange(undefined);
          else if (Number.isFinite(Number(next))) onChange(Number(next));
        }}
      />
      {wrong && problemsAt(problems, path).length === 0 && <p class="ui-field-error">{expectation(field)}</p>}
    </>
  );
}

function expectation(field: FieldOf<"number">): string {
  const kind = field.integer ? "a whole number" : "a number";
  if (field.min !== undefined && field.max !== undefined) {
    return `Enter ${kind} from ${field.min} to ${field.max}.`;
  }
  if (field.min !== undefined) return `Enter ${kind}, at least ${field.min}.`;
  if (field.max !== undefined) return `Enter ${kind}, at most ${field.max}.`;
  return `Enter ${kind}.`;
}

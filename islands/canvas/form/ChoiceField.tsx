import { text } from "../model/read.ts";
import { type FieldOf, inputId, type InputProps, problemsAt, useForm } from "./context.ts";

export function ChoiceField({ field, value, path, onChange }: InputProps<FieldOf<"choice">>) {
  const form = useForm();
  const chosen = text(value);
  const known = field.options.some((option) => option.value === chosen);
  return (
    <select
      id={inputId(form, path)}
      class="ui-select"
      value={chosen}
      aria-invalid={problemsAt(form, path).length > 0}
      onChange={(event) => onChange(event.currentTarget.value === "" ? undefined : event.currentTarget.value)}
    >
      {(field.optional || chosen === "") && (
        <option value="">{field.optional ? "Default" : "Choose …"}</option>
      )}
      {!known && chosen !== "" && <option value={chosen}>{chosen} (unknown)</option>}
      {field.options.map((option) => <option key={option.value} value={option.value}>{option.label}</option>)}
    </select>
  );
}

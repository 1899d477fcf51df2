import { type FieldOf, inputId, type InputProps, useForm } from "./context.ts";

export function ToggleField({ field, value, path, onChange }: InputProps<FieldOf<"toggle">>) {
  const form = useForm();
  return (
    <label class="ui-choice canvas-toggle">
      <input
        id={inputId(form, path)}
        type="checkbox"
        checked={value === true}
        onChange={(event) => onChange(event.currentTarget.checked || (field.optional ? undefined : false))}
      />
      {field.label}
    </label>
  );
}

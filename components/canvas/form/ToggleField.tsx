import { type FieldOf, type InputProps, useControl } from "./context.ts";

export function ToggleField({ field, value, path, onChange }: InputProps<FieldOf<"toggle">>) {
  return (
    <label class="ui-choice canvas-toggle">
      <input
        id={useControl(path).id}
        type="checkbox"
        checked={value === true}
        onChange={(event) => onChange(event.currentTarget.checked || (field.optional ? undefined : false))}
      />
      {field.label}
    </label>
  );
}

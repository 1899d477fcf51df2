import { text } from "@/compiler/browser.ts";
import { type FieldOf, type InputProps, useControl } from "./context.ts";

export function ChoiceField({ field, value, path, onChange }: InputProps<FieldOf<"choice">>) {
  const chosen = text(value);
  // Where the help speaks of "None", leaving it out is a choice of its own.
  const unset = !field.optional ? "Choose …" : field.help?.includes("None") ? "None" : "Automatic";
  const known = field.options.some((option) => option.value === chosen);
  return (
    <select
      {...useControl(path)}
      class="ui-select"
      value={chosen}
      onChange={(event) => onChange(event.currentTarget.value === "" ? undefined : event.currentTarget.value)}
    >
      {(field.optional || chosen === "") && <option value="">{unset}</option>}
      {!known && chosen !== "" && <option value={chosen}>{chosen} (unknown)</option>}
      {field.options.map((option) => <option key={option.value} value={option.value}>{option.label}</option>)}
    </select>
  );
}

import { text } from "@/compiler/browser.ts";
import { type FieldOf, type InputProps, useControl } from "./context.ts";

export function TextField({ field, value, path, onChange }: InputProps<FieldOf<"text">>) {
  return (
    <input
      {...useControl(path)}
      class="ui-input"
      type="text"
      autocomplete="off"
      spellcheck={false}
      value={text(value)}
      placeholder={field.placeholder}
      maxLength={field.maxLength}
      onInput={(event) => {
        const next = event.currentTarget.value;
        onChange(next === "" && field.optional ? undefined : next);
      }}
    />
  );
}

import { text } from "@/lib/canvas/model/read.ts";
import { type FieldOf, inputId, type InputProps, isInvalid, useForm } from "./context.ts";

export function TextField({ field, value, path, onChange }: InputProps<FieldOf<"text">>) {
  const form = useForm();
  return (
    <input
      id={inputId(form, path)}
      class="ui-input"
      type="text"
      autocomplete="off"
      spellcheck={false}
      value={text(value)}
      placeholder={field.placeholder}
      maxLength={field.maxLength}
      aria-invalid={isInvalid(form, path)}
      onInput={(event) => {
        const next = event.currentTarget.value;
        onChange(next === "" && field.optional ? undefined : next);
      }}
    />
  );
}

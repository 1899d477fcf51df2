import { text } from "@/compiler/browser.ts";
import { columnsFrom } from "@/lib/canvas/form/columns.ts";
import { ColumnSelect } from "./ColumnSelect.tsx";
import { type FieldOf, type InputProps, useControl, useForm } from "./context.ts";

export function ColumnField({ field, value, path, onChange }: InputProps<FieldOf<"column">>) {
  const { inputs } = useForm();
  const { id, "aria-invalid": invalid } = useControl(path);
  return (
    <ColumnSelect
      id={id}
      columns={columnsFrom(inputs, field.input, field.accepts)}
      value={text(value)}
      optional={field.optional}
      invalid={invalid}
      onChange={onChange}
    />
  );
}

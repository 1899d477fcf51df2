import { text } from "@/lib/canvas/model/read.ts";
import { columnsFor, type FieldOf, inputId, type InputProps, isInvalid, useForm } from "./context.ts";
import { ColumnSelect } from "./ColumnSelect.tsx";

export function ColumnField({ field, value, path, onChange }: InputProps<FieldOf<"column">>) {
  const form = useForm();
  return (
    <ColumnSelect
      id={inputId(form, path)}
      columns={columnsFor(form, field.input, field.accepts)}
      value={text(value)}
      optional={field.optional}
      invalid={isInvalid(form, path)}
      onChange={onChange}
    />
  );
}

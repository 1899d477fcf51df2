import { text } from "@/compiler/browser.ts";
import { columnsFrom } from "@/lib/canvas/form/columns.ts";
import { type FieldOf, inputId, type InputProps, useForm } from "./context.ts";
import { ListInput } from "./ListInput.tsx";

/** A fixed list of values of the node's own `column`; empty means "find them in the data". */
export function ValuesField({ field, value, path, onChange }: InputProps<FieldOf<"values">>) {
  const { node, inputs } = useForm();
  const type = columnsFrom(inputs).find((each) => each.name === text(node.config.column))?.type;
  return (
    <ListInput
      id={inputId(node.id, path)}
      type={type}
      value={value}
      label={field.label}
      onChange={(items) => onChange(items.length === 0 && field.optional ? undefined : items)}
    />
  );
}

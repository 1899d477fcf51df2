import { text } from "@/lib/canvas/model/read.ts";
import { useCanvas } from "../context.ts";
import { columnsFor, type FieldOf, inputId, type InputProps, useForm } from "./context.ts";
import { ListInput } from "./ListInput.tsx";

/** A fixed list of values of the node's own `column`; empty means "find them in the data". */
export function ValuesField({ field, value, path, onChange }: InputProps<FieldOf<"values">>) {
  const form = useForm();
  const { editor } = useCanvas();
  const column = text(editor.graph.value.nodes.get(form.nodeId)?.config.column);
  const type = columnsFor(form, undefined).find((each) => each.name === column)?.type;
  return (
    <ListInput
      id={inputId(form, path)}
      type={type}
      value={value}
      label={field.label}
      onChange={(items) => onChange(items.length === 0 && field.optional ? undefined : items)}
    />
  );
}

import { record } from "@/compiler/browser.ts";
import { initialRecord } from "@/lib/canvas/form/initial.ts";
import { type FieldOf, type InputProps } from "./context.ts";
import { FieldsForm } from "./FieldsForm.tsx";

/** Settings that belong together; an optional group is switched on first. */
export function RecordField({ field, value, path, onChange }: InputProps<FieldOf<"record">>) {
  const present = value !== undefined;
  const shown = present ? record(value) : initialRecord(field.fields);
  return (
    <div class="canvas-record">
      {field.optional && (
        <label class="ui-choice canvas-toggle">
          <input
            type="checkbox"
            checked={present}
            onChange={(event) =>
              onChange(event.currentTarget.checked ? initialRecord(field.fields) : undefined)}
          />
          {present ? "On" : "Off"}
        </label>
      )}
      {(present || !field.optional) && (
        <div class="canvas-record-fields">
          <FieldsForm fields={field.fields} value={shown} path={path} onChange={onChange} />
        </div>
      )}
    </div>
  );
}

import { isRecord } from "@/compiler/browser.ts";
import { initialRecord } from "@/lib/canvas/form/initial.ts";
import { type FieldOf, type InputProps, useControl } from "./context.ts";
import { FieldsForm } from "./FieldsForm.tsx";
import { NumberField } from "./NumberField.tsx";

const NUMBER = "number";
const RECORD = "record";

/** A number, or one of a few words instead, "unbounded", or a few fields: a length of time. */
export function WordOrNumberField({ field, value, path, onChange }: InputProps<FieldOf<"number">>) {
  const words = field.words ?? [];
  const { words: _words, record, ...plain } = field;
  const chosen = typeof value === "string" && words.includes(value)
    ? value
    : record && isRecord(value)
    ? RECORD
    : NUMBER;
  const initial = (choice: string) =>
    choice === NUMBER
      ? Math.max(1, field.min ?? 1)
      : choice === RECORD && record
      ? { ...initialRecord(record), size: 1 }
      : choice;
  return (
    <>
      <select
        id={useControl(path).id}
        class="ui-select"
        value={chosen}
        onChange={(event) => onChange(initial(event.currentTarget.value))}
      >
        {words.map((each) => <option key={each} value={each}>{each}</option>)}
        <option value={NUMBER}>this many</option>
        {record && <option value={RECORD}>this long</option>}
      </select>
      {chosen === NUMBER && (
        <NumberField
          field={plain}
          value={value}
          path={`${path}-count`}
          label={field.label}
          onChange={onChange}
        />
      )}
      {chosen === RECORD && record && isRecord(value) && (
        <div class="canvas-record-fields">
          <FieldsForm fields={record} value={value} path={path} onChange={onChange} />
        </div>
      )}
    </>
  );
}

import { type FieldOf, type InputProps, useControl } from "./context.ts";
import { NumberField } from "./NumberField.tsx";

const NUMBER = "number";

/** A number, or one of a few words instead: "unbounded". */
export function WordOrNumberField({ field, value, path, onChange }: InputProps<FieldOf<"number">>) {
  const words = field.words ?? [];
  const word = typeof value === "string" && words.includes(value) ? value : NUMBER;
  const { words: _words, ...plain } = field;
  return (
    <>
      <select
        id={useControl(path).id}
        class="ui-select"
        value={word}
        onChange={(event) => {
          const chosen = event.currentTarget.value;
          onChange(chosen === NUMBER ? Math.max(1, field.min ?? 1) : chosen);
        }}
      >
        {words.map((each) => <option key={each} value={each}>{each}</option>)}
        <option value={NUMBER}>this many</option>
      </select>
      {word === NUMBER && (
        <NumberField
          field={plain}
          value={value}
          path={`${path}-count`}
          label={field.label}
          onChange={onChange}
        />
      )}
    </>
  );
}

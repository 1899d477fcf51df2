import { useEffect, useState } from "preact/hooks";
import type { TypeName } from "@/compiler/browser.ts";
import { isNumeric, momentOf, parseScalar, showScalar } from "@/lib/canvas/form/scalar.ts";
import { MomentInput } from "./MomentInput.tsx";

interface ScalarInputProps {
  readonly type: TypeName | undefined;
  readonly value: unknown;
  readonly label: string;
  readonly invalid?: boolean;
  onChange(value: unknown): void;
}

/** The right control for one value of a column's type. Times are entered in UTC. */
export function ScalarInput({ type, value, label, invalid, onChange }: ScalarInputProps) {
  const [typed, setTyped] = useState(showScalar(value, type));
  // Pickers cannot show what is no time: where a graph has such a value, it is mended as text.
  const [isNoTime] = useState(Boolean(value) && momentOf(value) === null);
  useEffect(() => {
    if (parseScalar(typed, type) !== value) setTyped(showScalar(value, type));
  }, [value, type]);
  if (type === "boolean") {
    return (
      <select
        class="ui-select"
        aria-label={label}
        value={String(value === true)}
        onChange={(event) => onChange(event.currentTarget.value === "true")}
      >
        <option value="true">true</option>
        <option value="false">false</option>
      </select>
    );
  }
  if (type === "datetime" && !isNoTime) {
    return <MomentInput value={value} label={label} invalid={invalid} onChange={onChange} />;
  }
  const kind = type === "date" ? "date" : "text";
  return (
    <input
      class="ui-input"
      type={kind}
      inputMode={isNumeric(type) ? "decimal" : undefined}
      autocomplete="off"
      placeholder={kind === "text" ? "value" : undefined}
      aria-label={label}
      aria-invalid={invalid}
      value={typed}
      onInput={(event) => {
        const next = event.currentTarget.value;
        setTyped(next);
        onChange(parseScalar(next, type));
      }}
    />
  );
}

import { useEffect, useState } from "preact/hooks";
import type { TypeName } from "@/compiler/browser.ts";
import { isDay, isNumeric, parseScalar, showScalar } from "@/lib/canvas/form/scalar.ts";

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
  // The picker of moments cannot show a whole day: one that a graph has is edited as text.
  const [startsAsDay] = useState(isDay(value));
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
  const kind = type === "date" ? "date" : type === "datetime" && !startsAsDay ? "datetime-local" : "text";
  return (
    <input
      class="ui-input"
      type={kind}
      step={kind === "datetime-local" ? 1 : undefined}
      inputMode={isNumeric(type) ? "decimal" : undefined}
      autocomplete="off"
      placeholder={kind === "text" ? "value" : undefined}
      title={kind === "datetime-local" ? "UTC" : undefined}
      aria-label={kind === "datetime-local" ? `${label}, UTC` : label}
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

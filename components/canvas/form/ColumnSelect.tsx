import type { Column } from "@/compiler/browser.ts";
import { TYPE_MARKS, TypeMark } from "../view/icons.tsx";

interface ColumnSelectProps {
  readonly id?: string;
  readonly label?: string;
  readonly columns: readonly Column[];
  readonly value: string;
  readonly optional?: boolean;
  readonly invalid?: boolean;
  onChange(value: string | undefined): void;
}

/** One column by name. A name that no longer arrives is kept and flagged. */
export function ColumnSelect({ id, label, columns, value, optional, invalid, onChange }: ColumnSelectProps) {
  const current = columns.find((column) => column.name === value);
  const missing = value !== "" && !current;
  return (
    <span class="canvas-column-select">
      {current && <TypeMark type={current.type} />}
      {missing && (
        <span class="canvas-type canvas-type-missing" title="This column no longer arrives here">?</span>
      )}
      <select
        id={id}
        class="ui-select"
        aria-label={label}
        value={value}
        aria-invalid={invalid || missing}
        onChange={(event) =>
          onChange(event.currentTarget.value === "" ? undefined : event.currentTarget.value)}
      >
        {(optional || value === "") && <option value="">{optional ? "None" : "Choose a column …"}</option>}
        {missing && <option value={value}>{value} (missing)</option>}
        {columns.map((column) => (
          <option key={column.name} value={column.name}>
            {column.name} · {TYPE_MARKS[column.type].title}
          </option>
        ))}
      </select>
    </span>
  );
}

import { text } from "@/compiler/browser.ts";
import { tableColumns, tableOf } from "@/lib/canvas/form/columns.ts";
import { TYPE_MARKS } from "../view/icons.tsx";
import { type FieldOf, type InputProps, useControl, useForm } from "./context.ts";

const UNSET = "unset";
const NONE = "none";
/** Before a column's name, so that a column may be called as one of the words. */
const COLUMN = "column ";

/** A column of the table that a source reads; leaving it to the catalogue and having none are choices of their own. */
export function TableColumnField({ field, value, path, onChange }: InputProps<FieldOf<"table_column">>) {
  const { catalog, node } = useForm();
  const control = useControl(path);
  const columns = tableColumns(catalog, node).filter(({ type }) => field.accepts.includes(type));
  const chosen = text(value);
  const isKnown = chosen === "" || columns.some(({ name }) => name === chosen);
  const own = tableOf(catalog, node)?.eventTime;
  return (
    <select
      {...control}
      class="ui-select"
      aria-invalid={control["aria-invalid"] || !isKnown}
      value={value === undefined || value === null ? UNSET : chosen === "" ? NONE : COLUMN + chosen}
      onChange={({ currentTarget: { value: next } }) =>
        onChange(next === UNSET ? undefined : next === NONE ? "" : next.slice(COLUMN.length))}
    >
      <option value={UNSET}>{field.unset} ({own ?? "none"})</option>
      <option value={NONE}>{field.none}</option>
      {!isKnown && <option value={COLUMN + chosen}>{chosen} (no such column)</option>}
      {columns.map(({ name, type }) => (
        <option key={name} value={COLUMN + name}>{name} · {TYPE_MARKS[type].title}</option>
      ))}
    </select>
  );
}

import { useState } from "preact/hooks";
import { type Column, texts } from "@/compiler/browser.ts";
import { columnsFrom, tableColumns } from "@/lib/canvas/form/columns.ts";
import { matches } from "@/lib/canvas/model/search.ts";
import { SearchInput } from "../SearchInput.tsx";
import { TypeMark } from "../view/icons.tsx";
import { type FieldOf, type InputProps, useForm } from "./context.ts";
import { useReorder } from "./use_reorder.ts";

/** Lets people choose and order columns of one of the node's inputs. */
export function ColumnsField(props: InputProps<FieldOf<"columns">>) {
  const { field } = props;
  const available = columnsFrom(useForm().inputs, field.input, field.accepts);
  return <ColumnList {...props} available={available} ordered={field.ordered ?? false} />;
}

/** Columns of the table that a source reads: no input brings them. */
export function TableColumnsField(props: InputProps<FieldOf<"table_columns">>) {
  const { catalog, node } = useForm();
  return <ColumnList {...props} available={tableColumns(catalog, node)} ordered />;
}

interface ColumnListProps extends Omit<InputProps, "path"> {
  readonly available: readonly Column[];
  readonly ordered: boolean;
}

/** A check list of columns; chosen ones stand first, in their order. */
function ColumnList({ field, value, onChange, available, ordered }: ColumnListProps) {
  const [search, setSearch] = useState("");
  const chosen = texts(value);
  const change = (next: readonly string[]) =>
    onChange(next.length === 0 && field.optional ? undefined : next);
  const row = useReorder(chosen, change);
  const types = new Map(available.map((column) => [column.name, column]));
  const rest = available.filter(({ name }) => !chosen.includes(name) && matches(name, search));
  return (
    <div class="canvas-columns">
      <div class="canvas-columns-tools">
        {available.length > 10 && (
          <SearchInput
            label={`Find a column for ${field.label}`}
            placeholder="Find a column"
            value={search}
            onInput={setSearch}
          />
        )}
        <button
          type="button"
          class="ui-button ui-button-quiet ui-button-small"
          onClick={() => change([...chosen, ...rest.map((column) => column.name)])}
          disabled={rest.length === 0}
        >
          All
        </button>
        <button
          type="button"
          class="ui-button ui-button-quiet ui-button-small"
          onClick={() => change([])}
          disabled={chosen.length === 0}
        >
          None
        </button>
      </div>
      <ul class="canvas-columns-list" aria-label={field.label}>
        {chosen.map((name, index) => {
          const { class: marker, ...drag } = ordered ? row(index) : { class: "" };
          return (
            <li key={name} class={`canvas-columns-row${marker}`} {...drag}>
              {ordered && <span class="canvas-grip" title="Drag, or Alt with an arrow key">⠿</span>}
              <CheckedColumn
                name={name}
                column={types.get(name)}
                checked
                onToggle={() => change(chosen.filter((each) => each !== name))}
              />
            </li>
          );
        })}
        {rest.map((column) => (
          <li key={column.name} class="canvas-columns-row">
            <CheckedColumn
              name={column.name}
              column={column}
              checked={false}
              onToggle={() => change([...chosen, column.name])}
            />
          </li>
        ))}
        {available.length === 0 && chosen.length === 0 && (
          <li class="ui-faint">No columns arrive here yet.</li>
        )}
      </ul>
    </div>
  );
}

interface CheckedColumnProps {
  readonly name: string;
  readonly column: Column | undefined;
  readonly checked: boolean;
  onToggle(): void;
}

function CheckedColumn({ name, column, checked, onToggle }: CheckedColumnProps) {
  return (
    <label class="ui-choice">
      <input type="checkbox" checked={checked} onChange={onToggle} />
      {column
        ? <TypeMark type={column.type} />
        : <span class="canvas-type canvas-type-missing" title="This column no longer arrives here">?</span>}
      <span class={column ? "ui-clip" : "ui-clip canvas-missing"}>{name}{column ? "" : " (missing)"}</span>
    </label>
  );
}

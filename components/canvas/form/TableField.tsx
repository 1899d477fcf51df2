import { useState } from "preact/hooks";
import { record, STORES, text } from "@/compiler/browser.ts";
import { matches } from "@/lib/canvas/model/search.ts";
import { SearchInput } from "../SearchInput.tsx";
import { type FieldOf, type InputProps, useForm } from "./context.ts";

/** The tables the tenant may read, by database. Chosen columns of another table are dropped with the table. */
export function TableField({ field, value, onChange }: InputProps<FieldOf<"table">>) {
  const { node, catalog } = useForm();
  const [search, setSearch] = useState("");
  const config = record(value);
  const found = catalog.tables.filter((table) => matches(`${table.database}.${table.table}`, search));
  const databases = Map.groupBy(found, (table) => table.database);
  const chosen = `${text(config.database)}.${text(config.table)}`;
  const missing = text(config.table) !== "" &&
    !catalog.tables.some((table) => `${table.database}.${table.table}` === chosen);
  const choose = (database: string, table: string) => {
    if (chosen === `${database}.${table}`) return;
    const { columns: _columns, event_time: _eventTime, ...rest } = config;
    onChange({ ...rest, database, table });
  };
  return (
    <div class="canvas-tables" role="radiogroup" aria-label={field.label}>
      {catalog.tables.length > 8 && (
        <SearchInput
          label="Find a table"
          placeholder="Find a table"
          value={search}
          onInput={setSearch}
          onEnter={() => found[0] && choose(found[0].database, found[0].table)}
        />
      )}
      {missing && <p class="ui-field-error">{chosen} is not in the catalogue any more.</p>}
      <div class="canvas-tables-list">
        {[...databases].map(([database, tables]) => (
          <div key={database} class="canvas-tables-group">
            <h3>{database}</h3>
            {tables.map(({ table, store, columns }) => (
              <label key={table} class="ui-choice" data-testid={`table-${database}.${table}`}>
                <input
                  type="radio"
                  name={`table-${node.id}`}
                  checked={chosen === `${database}.${table}`}
                  onChange={() =>
                    choose(database, table)}
                />
                <span class="ui-clip ui-grow">{table}</span>
                <span class={`canvas-store canvas-store-${store}`} title={`${columns.length} columns`}>
                  {STORES[store].tables}
                </span>
              </label>
            ))}
          </div>
        ))}
        {found.length === 0 && <p class="ui-faint">No table matches.</p>}
      </div>
    </div>
  );
}

import { useState } from "preact/hooks";
import { record, text, withKey } from "@/lib/canvas/model/read.ts";
import { type FieldOf, type InputProps, useForm } from "./context.ts";

const freshness: Readonly<Record<string, string>> = {
  clickhouse: "analytical",
  materialize: "live",
  redis: "look-up",
};

/** The tables the tenant may read, by database. Chosen columns of another table are dropped with the table. */
export function TableField({ field, value, onChange }: InputProps<FieldOf<"table">>) {
  const form = useForm();
  const [search, setSearch] = useState("");
  const config = record(value);
  const found = form.catalog.tables.filter((table) =>
    `${table.database}.${table.table}`.toLowerCase().includes(search.trim().toLowerCase())
  );
  const databases = Map.groupBy(found, (table) => table.database);
  const chosen = `${text(config.database)}.${text(config.table)}`;
  const missing = text(config.table) !== "" &&
    !form.catalog.tables.some((table) => `${table.database}.${table.table}` === chosen);
  const choose = (database: string, table: string) => {
    if (chosen === `${database}.${table}`) return;
    onChange(withKey(withKey(withKey(config, "database", database), "table", table), "columns", undefined));
  };
  return (
    <div class="canvas-tables" role="radiogroup" aria-label={field.label}>
      {form.catalog.tables.length > 8 && (
        <input
          class="ui-input"
          type="search"
          placeholder="Find a table"
          aria-label="Find a table"
          value={search}
          onInput={(event) => setSearch(event.currentTarget.value)}
          onKeyDown={(event) => {
            if (event.key === "Enter" && found[0]) choose(found[0].database, found[0].table);
          }}
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
                  name={`table-${form.nodeId}`}
                  checked={chosen === `${database}.${table}`}
                  onChange={() =>
                    choose(database, table)}
                />
                <span class="ui-clip ui-grow">{table}</span>
                <span class={`canvas-store canvas-store-${store}`} title={`${columns.length} columns`}>
                  {freshness[store]}
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

import type { FilterOption } from "@/lib/server/dashboards/schema.ts";
import { filterControls, RANGES } from "../(_view)/filter_controls.ts";
import { REFRESH_CHOICES, type ViewState } from "../../(_shared)/view_state.ts";

interface ViewFormProps {
  readonly action: string;
  readonly view: ViewState;
  readonly options: readonly FilterOption[];
}

/** Filters and refresh interval. A plain GET form: the address is the state, so a link shows the same picture. */
export function ViewForm({ action, view, options }: ViewFormProps) {
  const { columns, hasRange, others } = filterControls(options, view.filterQuery);
  const chosen = new URLSearchParams(view.filterQuery);
  const refresh = view.refreshSeconds === null ? "" : String(view.refreshSeconds);
  return (
    <form class="desk-filters" method="get" action={action} aria-label="View">
      {columns.map((option) => (
        <FilterControl key={option.column} option={option} value={chosen.get(option.column) ?? ""} />
      ))}
      {hasRange
        ? (
          <Choice
            name="range"
            label="Range"
            value={chosen.get("range") ?? ""}
            choices={[{ value: "", label: "All time" }, ...RANGES]}
          />
        )
        : null}
      {others.map(([name, value]) => (
        <input key={`${name}=${value}`} type="hidden" name={name} value={value} />
      ))}
      <Choice
        name="refresh"
        label="Refresh"
        value={refresh}
        choices={[
          { value: "", label: "As set" },
          ...REFRESH_CHOICES.map(({ seconds, label }) => ({ value: String(seconds), label })),
        ]}
      />
      <button type="submit" class="ui-button">Apply</button>
      {view.filterQuery
        ? <a class="ui-button ui-button-quiet" href={clearedAddress(action, refresh)}>Clear</a>
        : null}
    </form>
  );
}

function FilterControl({ option, value }: { readonly option: FilterOption; readonly value: string }) {
  const { column, values } = option;
  const label = column.slice(0, 1).toUpperCase() + column.slice(1).replaceAll("_", " ");
  if (values.length === 0) {
    return (
      <label>
        {label}
        <input class="ui-input" name={column} value={value} placeholder="Any" autocomplete="off" />
      </label>
    );
  }
  const known = value === "" || values.includes(value) ? values : [value, ...values];
  return (
    <Choice
      name={column}
      label={label}
      value={value}
      choices={[{ value: "", label: "All" }, ...known.map((item) => ({ value: item, label: item }))]}
    />
  );
}

interface ChoiceProps {
  readonly name: string;
  readonly label: string;
  readonly value: string;
  readonly choices: readonly { readonly value: string; readonly label: string }[];
}

function Choice({ name, label, value, choices }: ChoiceProps) {
  return (
    <label>
      {label}
      <select class="ui-select" name={name}>
        {choices.map((choice) => (
          <option key={choice.value} value={choice.value} selected={choice.value === value}>
            {choice.label}
          </option>
        ))}
      </select>
    </label>
  );
}

function clearedAddress(action: string, refresh: string): string {
  return refresh ? `${action}?refresh=${refresh}` : action;
}

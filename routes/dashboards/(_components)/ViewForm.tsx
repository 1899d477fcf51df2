import {
  type FilterChip,
  type FilterControl,
  type FilterControls,
  RANGES,
} from "../(_view)/filter_controls.ts";
import { REFRESH_CHOICES, type ViewState } from "../../(_shared)/view_state.ts";

interface ViewFormProps {
  readonly action: string;
  readonly view: ViewState;
  readonly controls: FilterControls;
}

/** Filters and refresh interval. A plain GET form: the address is the state, so a link shows the same picture. */
export function ViewForm({ action, view, controls }: ViewFormProps) {
  const { columns, range, chips } = controls;
  const refresh = view.refreshSeconds === null ? "" : String(view.refreshSeconds);
  return (
    <form class="desk-filters" method="get" action={action} aria-label="View">
      {columns.map((control) => <ColumnControl key={control.column} control={control} action={action} />)}
      {range !== null
        ? (
          <Choice
            name="range"
            label="Range"
            value={range}
            choices={[{ value: "", label: "All time" }, ...rangesWith(range)]}
          />
        )
        : null}
      {chips.map((chip) => <Chip key={chip.without} chip={chip} action={action} refresh={refresh} />)}
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
        ? <a class="ui-button ui-button-quiet" href={addressWith(action, "", refresh)}>Clear</a>
        : null}
    </form>
  );
}

/** Goes with the form, and away by its link. */
function Chip(
  { chip, action, refresh }: {
    readonly chip: FilterChip;
    readonly action: string;
    readonly refresh: string;
  },
) {
  const { name, values, label, without } = chip;
  return (
    <span class="ui-chip">
      {values.map((value, index) => <input key={index} type="hidden" name={name} value={value} />)}
      {label}
      <a href={addressWith(action, without, refresh)} aria-label={`Remove the filter ${label}`}>×</a>
    </span>
  );
}

/** A range that nobody offers is in force all the same. */
function rangesWith(range: string) {
  const isOffered = range === "" || RANGES.some(({ value }) => value === range);
  return isOffered ? RANGES : [...RANGES, { value: range, label: `Last ${range}` }];
}

function ColumnControl({ control, action }: { readonly control: FilterControl; readonly action: string }) {
  const { column, parameter, value, values, state } = control;
  const label = column.slice(0, 1).toUpperCase() + column.slice(1).replaceAll("_", " ");
  if (values === null) return <TypedControl control={control} label={label} action={action} />;
  const known = value === "" || values.includes(value) ? values : [value, ...values];
  return (
    <Choice
      name={parameter}
      label={label}
      value={value}
      choices={[{ value: "", label: state }, ...known.map((item) => ({ value: item, label: item }))]}
    />
  );
}

/** Takes any text at once; values that take longer to look up are offered as soon as they are there. */
function TypedControl(
  { control: { column, parameter, value, state, isLate }, label, action }: {
    readonly control: FilterControl;
    readonly label: string;
    readonly action: string;
  },
) {
  const id = `filter-values-${column}`;
  return (
    <label>
      {label}
      <input
        class="ui-input"
        name={parameter}
        value={value}
        placeholder={state}
        list={isLate ? id : undefined}
        autocomplete="off"
      />
      {isLate
        ? (
          <datalist
            id={id}
            hx-get={`${action}/values?${new URLSearchParams({ column })}`}
            hx-trigger="load"
          />
        )
        : null}
    </label>
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

function addressWith(action: string, filterQuery: string, refresh: string): string {
  const query = [filterQuery, refresh ? `refresh=${refresh}` : ""].filter((part) => part !== "").join("&");
  return query ? `${action}?${query}` : action;
}

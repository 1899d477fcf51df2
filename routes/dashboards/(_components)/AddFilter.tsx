import { operators } from "@/compiler/mod.ts";
import { TextField } from "@/components/Field.tsx";
import { Notice } from "@/components/Message.tsx";
import type { FilterOption } from "@/lib/server/dashboards/schema.ts";
import type { Invalid } from "../../(_shared)/form.ts";
import type { FilterDraft } from "../(_view)/added_filter.ts";

interface AddFilterFormProps {
  /** The dashboard's own address. */
  readonly action: string;
  readonly options: readonly FilterOption[];
  readonly draft: FilterDraft;
  readonly invalid: Invalid | null;
}

const DIALOG = "add-filter";

/** Opens the form over the dashboard. */
export function AddFilter({ action, options, query }: {
  readonly action: string;
  readonly options: readonly FilterOption[];
  readonly query: string;
}) {
  const draft = { column: "", operator: "=", value: "", query };
  return (
    <>
      <button type="button" class="ui-button" popovertarget={DIALOG}>Add filter</button>
      <div class="ui-dialog" id={DIALOG} popover role="dialog" aria-labelledby={`${DIALOG}-title`}>
        <h2 id={`${DIALOG}-title`}>Add a filter</h2>
        <AddFilterForm action={action} options={options} draft={draft} invalid={null} />
      </div>
    </>
  );
}

/** Column, operator and value; the filter then stands in the dashboard's address, and there as a chip. */
export function AddFilterForm({ action, options, draft, invalid }: AddFilterFormProps) {
  return (
    <form class="ui-stack" method="get" action={`${action}/filter`}>
      {invalid ? <Notice kind="danger">{invalid.message}</Notice> : null}
      <input type="hidden" name="query" value={draft.query} />
      <Select
        name="column"
        label="Column"
        value={draft.column}
        error={invalid?.fields.column}
        groups={[{
          label: "Columns of the tables that the tiles read",
          choices: options.toSorted((a, b) => a.column < b.column ? -1 : 1).map(({ column, type }) => ({
            value: column,
            label: `${column} (${type})`,
          })),
        }]}
      />
      <Select
        name="operator"
        label="Operator"
        value={draft.operator}
        error={invalid?.fields.operator}
        groups={OPERATOR_GROUPS}
      />
      <TextField
        name="value"
        label="Value"
        value={draft.value}
        help="Several with commas, in quotes where a value holds one. A date means its day, times are UTC; a period is 15m, 6h or 1d."
        error={invalid?.fields.value ?? Object.values(invalid?.fields ?? {})[0]}
      />
      <div class="ui-actions">
        <a class="ui-button" href={draft.query ? `${action}?${draft.query}` : action}>Cancel</a>
        <button type="submit" class="ui-button ui-button-primary">Add filter</button>
      </div>
    </form>
  );
}

interface Group {
  readonly label: string;
  readonly choices: readonly { readonly value: string; readonly label: string }[];
}

/** Under the types of columns that they are for: without scripts the choice of a column cannot narrow them. */
const OPERATOR_GROUPS: readonly Group[] = [
  ...Map.groupBy(operators, ({ accepts }) => accepts.join(", ")),
].map(([label, members]) => ({
  label,
  choices: members.map(({ operator, label }) => ({ value: operator, label })),
}));

function Select({ name, label, value, groups, error }: {
  readonly name: string;
  readonly label: string;
  readonly value: string;
  readonly groups: readonly Group[];
  readonly error?: string;
}) {
  const id = `field-${name}`;
  return (
    <div class="ui-field">
      <label for={id}>{label}</label>
      <select
        class="ui-select"
        id={id}
        name={name}
        required
        aria-invalid={error ? "true" : undefined}
        aria-describedby={error ? `${id}-error` : undefined}
      >
        {groups.map((group) => (
          <optgroup key={group.label} label={group.label}>
            {group.choices.map((choice) => (
              <option key={choice.value} value={choice.value} selected={choice.value === value}>
                {choice.label}
              </option>
            ))}
          </optgroup>
        ))}
      </select>
      {error ? <p class="ui-field-error" id={`${id}-error`}>{error}</p> : null}
    </div>
  );
}

import { TextField } from "@/components/Field.tsx";
import type { KeyDraft } from "../(_form)/key_draft.ts";

interface FilterChoicesProps {
  readonly draft: Pick<KeyDraft, "filtering" | "filter_columns">;
  readonly error: string | undefined;
}

const CHOICES = [
  { value: "offered", label: "What its dashboard offers, such as the symbol, and the time range" },
  { value: "listed", label: "Only the columns listed here; nothing when the list is empty" },
] as const;

/** Which columns the address of a frame may filter. */
export function FilterChoices({ draft, error }: FilterChoicesProps) {
  return (
    <fieldset class="ui-field">
      <legend>Filters a frame's address may set</legend>
      {CHOICES.map(({ value, label }) => (
        <label key={value} class="ui-choice">
          <input type="radio" name="filtering" value={value} checked={draft.filtering === value} />
          {label}
        </label>
      ))}
      <TextField
        name="columns"
        label="Columns"
        value={draft.filter_columns}
        placeholder="symbol"
        help="One column a line; range is the time range. Whoever sees the frame can slice it by each of them."
        multiline
        error={error && "Write column names, one a line, at most 50."}
      />
    </fieldset>
  );
}

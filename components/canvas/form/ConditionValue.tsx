import {
  type Column,
  list,
  type OperatorDescription,
  record,
  text,
  type TypeName,
} from "@/compiler/browser.ts";
import { type Config, withKey } from "@/lib/canvas/model/config.ts";
import { ColumnSelect } from "./ColumnSelect.tsx";
import { ListInput } from "./ListInput.tsx";
import { ScalarInput } from "./ScalarInput.tsx";

const UNITS = ["second", "minute", "hour", "day", "week", "month", "quarter", "year"];

interface ConditionValueProps {
  readonly condition: Config;
  readonly shape: OperatorDescription["value"];
  readonly type: TypeName | undefined;
  readonly columns: readonly Column[];
  readonly invalid: boolean;
  onChange(condition: Config): void;
}

export function ConditionValue({ condition, shape, type, columns, invalid, onChange }: ConditionValueProps) {
  const set = (value: unknown) => onChange(withKey(condition, "value", value));
  if (shape === "list") {
    return <ListInput type={type} value={condition.value} label="Values" onChange={set} />;
  }
  if (shape === "pair") {
    const [low, high] = list(condition.value);
    return (
      <>
        <ScalarInput
          type={type}
          value={low}
          label="From"
          invalid={invalid}
          onChange={(next) => set([next ?? "", high ?? ""])}
        />
        <span>and</span>
        <ScalarInput
          type={type}
          value={high}
          label="To"
          invalid={invalid}
          onChange={(next) => set([low ?? "", next ?? ""])}
        />
      </>
    );
  }
  if (shape === "period") return <Period value={condition.value} onChange={set} />;
  const compared = condition.other_column !== undefined;
  return (
    <>
      {compared
        ? (
          <ColumnSelect
            label="Other column"
            columns={columns.filter((column) => column.name !== condition.column)}
            value={text(condition.other_column)}
            onChange={(name) => onChange(withKey(condition, "other_column", name ?? ""))}
          />
        )
        : <ScalarInput type={type} value={condition.value} label="Value" invalid={invalid} onChange={set} />}
      <button
        type="button"
        class="ui-button ui-button-quiet ui-button-small"
        title={compared ? "Compare with a value" : "Compare with another column"}
        aria-pressed={compared}
        onClick={() =>
          onChange(
            compared
              ? withKey(condition, "other_column", undefined)
              : withKey(withKey(condition, "value", undefined), "other_column", ""),
          )}
      >
        {compared ? "value" : "column"}
      </button>
    </>
  );
}

function Period({ value, onChange }: { readonly value: unknown; onChange(value: unknown): void }) {
  const { size, unit } = record(value);
  return (
    <>
      <ScalarInput
        type="int64"
        value={size}
        label="How many"
        onChange={(next) => onChange({ ...record(value), size: next })}
      />
      <select
        class="ui-select compact"
        aria-label="Unit"
        value={text(unit)}
        onChange={(event) => onChange({ ...record(value), unit: event.currentTarget.value })}
      >
        {UNITS.map((each) => <option key={each} value={each}>{each}s</option>)}
      </select>
    </>
  );
}

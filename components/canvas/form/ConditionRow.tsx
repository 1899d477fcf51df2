import { type Column, operatorsFor, text } from "@/compiler/browser.ts";
import { operatorOf, withColumn, withOperator } from "@/lib/canvas/form/conditions.ts";
import { joinPath } from "@/lib/canvas/form/paths.ts";
import { type Config, withKey } from "@/lib/canvas/model/config.ts";
import { ColumnSelect } from "./ColumnSelect.tsx";
import { ConditionValue } from "./ConditionValue.tsx";
import { useControl, useForm } from "./context.ts";

interface ConditionRowProps {
  readonly condition: Config;
  readonly columns: readonly Column[];
  readonly path: string;
  readonly number: number;
  onChange(condition: Config): void;
  onRemove(): void;
}

/** One condition: column, operator by its type, and the value that operator takes. */
export function ConditionRow({ condition, columns, path, number, onChange, onRemove }: ConditionRowProps) {
  const form = useForm();
  const { "aria-invalid": isColumnWrong } = useControl(joinPath(path, "column"));
  const column = columns.find((each) => each.name === text(condition.column));
  const operator = operatorOf(condition);
  const offered = column ? operatorsFor(column.type) : operator ? [operator] : [];
  const known = offered.some((each) => each.operator === operator?.operator);
  const problems = form.problems.filter((problem) =>
    problem.field === path || problem.field?.startsWith(`${path}.`)
  );
  const waiting = operator?.value === "one" && condition.value === undefined &&
    condition.other_column === undefined;
  return (
    <div class="canvas-condition" data-testid={`condition-${number}`}>
      <ColumnSelect
        label={`Column of condition ${number}`}
        columns={columns}
        value={text(condition.column)}
        invalid={isColumnWrong}
        onChange={(name) => onChange(withColumn(condition, name ?? "", columns))}
      />
      <button
        type="button"
        class="ui-button ui-button-quiet ui-button-small ui-button-icon"
        aria-label={`Remove condition ${number}`}
        onClick={onRemove}
      >
        ×
      </button>
      <select
        class="ui-select canvas-operator"
        aria-label={`Operator of condition ${number}`}
        value={text(condition.operator)}
        onChange={(event) => onChange(withOperator(condition, event.currentTarget.value))}
      >
        {!known && (
          <option value={text(condition.operator)}>{text(condition.operator)} (not for this type)</option>
        )}
        {offered.map((each) => <option key={each.operator} value={each.operator}>{each.label}</option>)}
      </select>
      {operator && operator.value !== "none" && (
        <div class="canvas-condition-value">
          <ConditionValue
            condition={condition}
            shape={operator.value}
            type={column?.type}
            columns={columns}
            invalid={problems.length > 0 && !waiting}
            onChange={onChange}
          />
        </div>
      )}
      {operator?.ignoreCase && column?.type === "string" && (
        <label class="ui-choice canvas-toggle">
          <input
            type="checkbox"
            checked={condition.ignore_case === true}
            onChange={(event) =>
              onChange(withKey(condition, "ignore_case", event.currentTarget.checked ? true : undefined))}
          />
          Ignore upper and lower case
        </label>
      )}
      {waiting && <p class="ui-field-help">Enter a value to compare with.</p>}
      {!waiting &&
        problems.map((problem) => (
          <p key={problem.code + problem.message} class="ui-field-error">{problem.message} {problem.hint}</p>
        ))}
    </div>
  );
}

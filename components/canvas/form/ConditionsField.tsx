import { list, record } from "@/compiler/browser.ts";
import { columnsFrom } from "@/lib/canvas/form/columns.ts";
import { emptyGroup, newCondition } from "@/lib/canvas/form/conditions.ts";
import { ConditionGroup } from "./ConditionGroup.tsx";
import { type FieldOf, type InputProps, useForm } from "./context.ts";
import { MatchCount } from "./MatchCount.tsx";

/** A filter: conditions joined by AND or OR, in groups of any depth. */
export function ConditionsField({ field, value, path, onChange }: InputProps<FieldOf<"conditions">>) {
  const { node, inputs } = useForm();
  const isWholeConfig = field.key === "";
  const columns = columnsFrom(inputs);
  const group = record(value);
  if (!isWholeConfig && field.optional && value === undefined) {
    return (
      <button
        type="button"
        class="ui-button ui-button-small"
        onClick={() => onChange({ ...emptyGroup(), conditions: [newCondition(columns)] })}
      >
        + Add conditions
      </button>
    );
  }
  return (
    <div class="canvas-conditions">
      <ConditionGroup
        group={Array.isArray(group.conditions)
          ? group
          : { ...emptyGroup(), ...group, conditions: list(group.conditions) }}
        columns={columns}
        path={path}
        depth={0}
        onChange={(next) => {
          const gone = field.optional && !isWholeConfig && list(next.conditions).length === 0;
          onChange(gone ? undefined : next);
        }}
      />
      {isWholeConfig && <MatchCount nodeId={node.id} />}
    </div>
  );
}

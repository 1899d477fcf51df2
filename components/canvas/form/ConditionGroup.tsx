import { type Column, list, record } from "@/compiler/browser.ts";
import { emptyGroup, isGroup, newCondition } from "@/lib/canvas/form/conditions.ts";
import { joinPath } from "@/lib/canvas/form/paths.ts";
import { type Config, withKey } from "@/lib/canvas/model/config.ts";
import { ConditionRow } from "./ConditionRow.tsx";

interface ConditionGroupProps {
  readonly group: Config;
  readonly columns: readonly Column[];
  readonly path: string;
  readonly depth: number;
  onChange(group: Config): void;
  onRemove?(): void;
}

export function ConditionGroup({ group, columns, path, depth, onChange, onRemove }: ConditionGroupProps) {
  const items = list(group.conditions).map(record);
  const word = group.logic === "or" ? "or" : "and";
  const change = (next: readonly Config[]) => onChange(withKey(group, "conditions", next));
  const replace = (index: number, next: Config) =>
    change(items.map((item, other) => other === index ? next : item));
  const remove = (index: number) => change(items.filter((_item, other) => other !== index));
  const add = (item: Config) => change([...items, item]);
  return (
    <div
      class={`canvas-group${depth > 0 ? " canvas-group-inner" : ""}`}
      role="group"
      aria-label={`Group, ${word}`}
    >
      <div class="canvas-group-head">
        <label>
          Match{" "}
          <select
            class="ui-select compact"
            data-skip={depth === 0 ? "" : undefined}
            aria-label="How the conditions are joined"
            value={word}
            onChange={(event) => onChange(withKey(group, "logic", event.currentTarget.value))}
          >
            <option value="and">all of (AND)</option>
            <option value="or">any of (OR)</option>
          </select>
        </label>
        {onRemove && (
          <button
            type="button"
            class="ui-button ui-button-quiet ui-button-small"
            aria-label="Remove group"
            onClick={onRemove}
          >
            ×
          </button>
        )}
      </div>
      {items.map((item, index) => {
        const at = joinPath(joinPath(path, "conditions"), index);
        return (
          <div key={index} class="canvas-group-item">
            {index > 0 && <span class="canvas-group-word">{word.toUpperCase()}</span>}
            {isGroup(item)
              ? (
                <ConditionGroup
                  group={item}
                  columns={columns}
                  path={at}
                  depth={depth + 1}
                  onChange={(next) => replace(index, next)}
                  onRemove={() => remove(index)}
                />
              )
              : (
                <ConditionRow
                  condition={item}
                  columns={columns}
                  path={at}
                  number={index + 1}
                  onChange={(next) => replace(index, next)}
                  onRemove={() => remove(index)}
                />
              )}
          </div>
        );
      })}
      <div class="canvas-group-add">
        <button
          type="button"
          class="ui-button ui-button-small"
          data-testid={depth === 0 ? "add-condition" : undefined}
          onClick={() => add(newCondition(columns))}
        >
          + Condition
        </button>
        <button
          type="button"
          class="ui-button ui-button-quiet ui-button-small"
          data-testid={depth === 0 ? "add-group" : undefined}
          onClick={() =>
            add({
              ...emptyGroup(),
              logic: word === "and" ? "or" : "and",
              conditions: [newCondition(columns)],
            })}
        >
          + Group
        </button>
      </div>
    </div>
  );
}

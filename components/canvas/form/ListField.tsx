import { list, record } from "@/compiler/browser.ts";
import { initialRecord } from "@/lib/canvas/form/initial.ts";
import { moved } from "@/lib/canvas/form/moved.ts";
import { joinPath, problemsAt } from "@/lib/canvas/form/paths.ts";
import { type FieldOf, type InputProps, useForm } from "./context.ts";
import { FieldsForm } from "./FieldsForm.tsx";
import { ProblemNote } from "./ProblemNote.tsx";
import { useReorder } from "./use_reorder.ts";

/** An ordered list of like items: sort keys, metrics, join keys. */
export function ListField({ field, value, path, onChange }: InputProps<FieldOf<"list">>) {
  const { problems } = useForm();
  const items = list(value);
  const change = (next: readonly unknown[]) =>
    onChange(next.length === 0 && field.optional ? undefined : next);
  const row = useReorder(items, change);
  const name = field.itemLabel.toLowerCase();
  return (
    <div class="canvas-list">
      <ol class="canvas-list-items" aria-label={field.label}>
        {items.map((item, index) => {
          const { class: marker, ...drag } = row(index);
          return (
            <li key={index} class={`canvas-list-item${marker}`} {...drag}>
              <div class="canvas-list-tools">
                <span class="canvas-grip" title="Drag, or Alt with an arrow key">⠿</span>
                <span class="canvas-list-number">{field.itemLabel} {index + 1}</span>
                <button
                  type="button"
                  class="ui-button ui-button-quiet ui-button-small ui-button-icon"
                  aria-label={`Move ${name} ${index + 1} up`}
                  disabled={index === 0}
                  onClick={() => change(moved(items, index, index - 1))}
                >
                  ↑
                </button>
                <button
                  type="button"
                  class="ui-button ui-button-quiet ui-button-small ui-button-icon"
                  aria-label={`Move ${name} ${index + 1} down`}
                  disabled={index === items.length - 1}
                  onClick={() => change(moved(items, index, index + 1))}
                >
                  ↓
                </button>
                <button
                  type="button"
                  class="ui-button ui-button-quiet ui-button-small ui-button-icon"
                  aria-label={`Remove ${name} ${index + 1}`}
                  onClick={() => change(items.filter((_item, other) => other !== index))}
                >
                  ×
                </button>
              </div>
              <div class="canvas-list-fields">
                <FieldsForm
                  fields={field.item}
                  value={record(item)}
                  path={joinPath(path, index)}
                  fold
                  onChange={(next) => change(items.map((each, other) => other === index ? next : each))}
                />
              </div>
              {problemsAt(problems, joinPath(path, index)).map((problem) => (
                <ProblemNote key={problem.message} problem={problem} />
              ))}
            </li>
          );
        })}
      </ol>
      <button
        type="button"
        class="ui-button ui-button-small"
        data-testid={`add-${field.key}`}
        onClick={() => change([...items, initialRecord(field.item)])}
      >
        + Add {name}
      </button>
    </div>
  );
}

import { useRef, useState } from "preact/hooks";
import { type Completion, formulaCompletions, formulaType, text } from "@/compiler/browser.ts";
import { columnsFrom } from "@/lib/canvas/form/columns.ts";
import { problemsAt } from "@/lib/canvas/form/paths.ts";
import { TYPE_MARKS, TypeMark } from "../view/icons.tsx";
import { CompletionList } from "./CompletionList.tsx";
import { type FieldOf, type InputProps, useControl, useForm } from "./context.ts";
import { FunctionPalette } from "./FunctionPalette.tsx";
import { Highlight } from "./Highlight.tsx";

const PLACEHOLDERS = {
  window: "([revenue] - [cost]) / [revenue] * 100",
  aggregate: "SUM([price] * [quantity]) / SUM([quantity])",
} as const;

/** The formula editor: highlighting, completion, errors at their place, and the type of the result. */
export function ExpressionField({ field, value, path, onChange }: InputProps<FieldOf<"expression">>) {
  const form = useForm();
  const area = useRef<HTMLTextAreaElement>(null);
  const [position, setPosition] = useState<number | null>(null);
  const [index, setIndex] = useState(0);
  const source = text(value);
  const columns = columnsFrom(form.inputs);
  const offered = position === null
    ? { from: 0, to: 0, items: [] }
    : formulaCompletions(source, position, columns, field.level);
  const items = offered.items.slice(0, 8);
  const { id, "aria-invalid": isWrong } = useControl(path);
  const problems = source === "" ? [] : problemsAt(form.problems, path);
  const type = problems.length > 0 ? undefined : formulaType(source, columns, field.level);

  /** Writes into the text area itself, so that its caret stands behind the words when the next key comes. */
  function insert(words: string, from: number, to: number): void {
    const input = area.current!;
    input.focus();
    input.setRangeText(words, from, to, "end");
    onChange(input.value);
    setPosition(null);
  }

  function accept(item: Completion): void {
    insert(item.insert, offered.from, offered.to);
  }

  function onKeyDown(event: KeyboardEvent): void {
    const caret = area.current!.selectionStart;
    if (event.key === " " && event.ctrlKey) setPosition(caret);
    else if (items.length === 0 || position === null) return;
    else if (event.key === "ArrowDown") setIndex((index + 1) % items.length);
    else if (event.key === "ArrowUp") setIndex((index + items.length - 1) % items.length);
    else if (event.key === "Enter" || event.key === "Tab") accept(items[Math.min(index, items.length - 1)]!);
    else if (event.key === "Escape") setPosition(null);
    else return;
    event.preventDefault();
  }

  return (
    <div class="canvas-formula">
      <div class="canvas-formula-edit">
        <Highlight source={source} problems={problems} />
        <textarea
          ref={area}
          id={id}
          class="canvas-formula-text"
          data-testid="formula"
          rows={4}
          spellcheck={false}
          autocomplete="off"
          placeholder={PLACEHOLDERS[field.level]}
          aria-label={field.label}
          aria-invalid={isWrong}
          aria-describedby={`${id}-result`}
          aria-autocomplete="list"
          aria-controls={items.length > 0 ? `${id}-completions` : undefined}
          aria-activedescendant={items.length > 0
            ? `${id}-completion-${Math.min(index, items.length - 1)}`
            : undefined}
          value={source}
          onInput={(event) => {
            const { value: next, selectionStart } = event.currentTarget;
            onChange(next);
            setIndex(0);
            setPosition(/[\w[]/.test(next[selectionStart - 1] ?? "") ? selectionStart : null);
          }}
          onKeyDown={onKeyDown}
          onBlur={() => setTimeout(() => setPosition(null), 150)}
          onScroll={(event) => {
            const mirror = event.currentTarget.previousElementSibling;
            if (mirror) mirror.scrollTop = event.currentTarget.scrollTop;
          }}
        />
        {items.length > 0 && <CompletionList id={id} items={items} index={index} onChoose={accept} />}
      </div>
      <p id={`${id}-result`} class="canvas-formula-result" role="status" data-testid="formula-type">
        {type
          ? (
            <>
              <TypeMark type={type.type} /> {TYPE_MARKS[type.type].title}
              {type.nullable ? ", may be empty" : ""}
            </>
          )
          : source === ""
          ? ""
          : "This formula has no result yet."}
      </p>
      {problems.filter((problem) => problem.span).map((problem) => (
        <p key={problem.code + problem.span?.start} class="ui-field-error" data-testid="formula-error">
          {problem.span && (
            <button
              type="button"
              class="canvas-formula-place"
              title="Go to this place"
              onClick={() => {
                area.current?.focus();
                area.current?.setSelectionRange(problem.span!.start, problem.span!.end);
              }}
            >
              {problem.span.start + 1}
            </button>
          )}
          {problem.message} {problem.hint}
        </p>
      ))}
      <FunctionPalette
        id={id}
        level={field.level}
        onChoose={(words) => {
          const { selectionStart, selectionEnd } = area.current!;
          insert(words, selectionStart, selectionEnd);
        }}
      />
    </div>
  );
}

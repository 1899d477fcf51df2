import type { ComponentChildren } from "preact";
import type { Field } from "@/compiler/browser.ts";
import { problemsAt } from "@/lib/canvas/form/paths.ts";
import { inputId, useForm } from "./context.ts";
import { ProblemNote } from "./ProblemNote.tsx";

/** Kinds whose input is one labelled control; the others are groups that name themselves. */
const single: ReadonlySet<Field["kind"]> = new Set([
  "column",
  "table_column",
  "text",
  "number",
  "choice",
  "expression",
]);

/** Inputs of these kinds are narrow enough for two to stand side by side in a list item. */
const narrow: ReadonlySet<Field["kind"]> = new Set(["column", "text", "number", "choice"]);

interface LabelledProps {
  readonly field: Field;
  readonly path: string;
  readonly children: ComponentChildren;
}

/** Label, help and problems around an input. */
export function Labelled({ field, path, children }: LabelledProps) {
  const form = useForm();
  const id = inputId(form.node.id, path);
  // A formula shows the faults that have a place itself.
  const problems = problemsAt(form.problems, path)
    .filter((problem) => field.kind !== "expression" || !problem.span);
  const label = <FieldLabel field={field} />;
  const notes = (
    <>
      {field.help && problems.length === 0 && <p class="ui-field-help" id={`${id}-help`}>{field.help}</p>}
      {problems.map((problem) => (
        <ProblemNote key={problem.code + problem.message} problem={problem} id={`${id}-error`} />
      ))}
    </>
  );
  const wide = narrow.has(field.kind) ? "" : " canvas-field-wide";
  if (field.kind === "toggle" || field.key === "") {
    return <div class="ui-field canvas-field-wide">{children}{notes}</div>;
  }
  if (single.has(field.kind)) {
    return (
      <div class={`ui-field${wide}`}>
        <label for={id}>{label}</label>
        {children}
        {notes}
      </div>
    );
  }
  return (
    <fieldset class="ui-field canvas-fieldset canvas-field-wide" id={id}>
      <legend>{label}</legend>
      {children}
      {notes}
    </fieldset>
  );
}

function FieldLabel({ field }: { readonly field: Field }) {
  return (
    <>
      {field.label}
      {field.optional && <span class="canvas-optional">optional</span>}
    </>
  );
}

import { createContext } from "preact";
import { useContext } from "preact/hooks";
import type { Catalog, Column, Port, Problem, TypeName } from "@/compiler/schema/types.ts";
import type { Field } from "@/compiler/nodes/spec.ts";
import { isUnfinished } from "@/lib/canvas/model/wording.ts";

/** What the inputs of one node's form need to know. */
export interface FormContext {
  readonly nodeId: string;
  readonly catalog: Catalog;
  readonly inputs: Readonly<Partial<Record<Port, readonly Column[]>>>;
  readonly problems: readonly Problem[];
}

export const Form = createContext<FormContext | null>(null);

export function useForm(): FormContext {
  const form = useContext(Form);
  if (!form) throw new Error("A form field needs a <Form.Provider> above it.");
  return form;
}

/** What every input gets. `onChange(undefined)` removes the setting. */
export interface InputProps<F extends Field = Field> {
  readonly field: F;
  readonly value: unknown;
  readonly path: string;
  onChange(value: unknown): void;
}

export type FieldOf<K extends Field["kind"]> = Extract<Field, { kind: K }>;

export function joinPath(path: string, key: string | number): string {
  if (typeof key === "number") return `${path}[${key}]`;
  return path && key ? `${path}.${key}` : path || key;
}

export function inputId(form: FormContext, path: string): string {
  return `setting-${form.nodeId}-${path.replaceAll(/[^\w-]/g, "-")}`;
}

/** Columns that reach the node by that side; a node with two inputs offers the left one unless told. */
export function columnsFor(
  form: FormContext,
  side: "left" | "right" | undefined,
  accepts?: readonly TypeName[],
): readonly Column[] {
  const columns = form.inputs[side ?? "in"] ?? form.inputs.in ?? form.inputs.left ?? [];
  return accepts ? columns.filter((column) => accepts.includes(column.type)) : columns;
}

/** Marks an input as wrong; one that is only empty so far is not. */
export function isInvalid(form: FormContext, path: string): boolean {
  return problemsAt(form, path).some((problem) => !isUnfinished(problem));
}

export function problemsAt(form: FormContext, path: string): readonly Problem[] {
  return path === "" ? [] : form.problems.filter((problem) => problem.field === path);
}

import { createContext } from "preact";
import { useContext } from "preact/hooks";
import type { Catalog, Field, GraphNode, Problem } from "@/compiler/browser.ts";
import { type InputColumns, inputColumns } from "@/lib/canvas/form/columns.ts";
import { problemsAt } from "@/lib/canvas/form/paths.ts";
import { schemaOf } from "@/lib/canvas/model/schemas.ts";
import { isUnfinished } from "@/lib/canvas/model/wording.ts";
import { useCanvas } from "../context.ts";

/** The node whose settings a form shows. */
export const FormNode = createContext<GraphNode | null>(null);

/** What the inputs of one node's form need to know. */
interface FormContext {
  readonly node: GraphNode;
  readonly catalog: Catalog;
  readonly inputs: InputColumns;
  readonly problems: readonly Problem[];
}

export function useForm(): FormContext {
  const { editor } = useCanvas();
  const node = useContext(FormNode);
  if (!node) throw new Error("A form field needs a <FormNode.Provider> above it.");
  const propagation = editor.propagation.value;
  return {
    node,
    catalog: editor.catalog.value,
    inputs: inputColumns(editor.graph.value, propagation, node.id),
    problems: schemaOf(propagation, node.id).problems,
  };
}

/** The attributes of a setting's one control: its id, and whether it is marked as wrong. Merely empty is not wrong. */
export function useControl(path: string): { readonly id: string; readonly "aria-invalid": boolean } {
  const { node, problems } = useForm();
  return {
    id: inputId(node.id, path),
    "aria-invalid": problemsAt(problems, path).some((problem) => !isUnfinished(problem)),
  };
}

export function inputId(nodeId: string, path: string): string {
  return `setting-${nodeId}-${path.replaceAll(/[^\w-]/g, "-")}`;
}

/** What every input gets. `onChange(undefined)` removes the setting. */
export interface InputProps<F extends Field = Field> {
  readonly field: F;
  readonly value: unknown;
  readonly path: string;
  onChange(value: unknown): void;
}

export type FieldOf<K extends Field["kind"]> = Extract<Field, { kind: K }>;

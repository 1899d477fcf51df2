/**
 * What a node type says of itself. The palette, the config form, the checks, the help and the OpenAPI document all
 * read this; adding a node type is its file and one line in `registry.ts`.
 */
import type { TypeName } from "../schema/types.ts";

/** A setting of a node, as data: enough to draw its input, to check its value and to describe it. */
export type Field =
  & {
    /** Key in the node's config (or in the list item). */
    readonly key: string;
    readonly label: string;
    readonly help?: string;
    readonly optional?: boolean;
    /** Shown only when another setting of the same level has one of these values. */
    readonly when?: { readonly key: string; readonly in: readonly (string | boolean)[] };
  }
  & (
    /** Sets `database` and `table` together. */
    | { readonly kind: "table" }
    /** One upstream column; `accepts` narrows by type, `input` says which side of a join or union. */
    | { readonly kind: "column"; readonly accepts?: readonly TypeName[]; readonly input?: "left" | "right" }
    | {
      readonly kind: "columns";
      readonly accepts?: readonly TypeName[];
      readonly input?: "left" | "right";
      /** The chosen order matters and can be changed by dragging. */
      readonly ordered?: boolean;
      readonly min?: number;
    }
    | { readonly kind: "text"; readonly placeholder?: string; readonly maxLength?: number }
    | {
      readonly kind: "number";
      readonly integer?: boolean;
      readonly min?: number;
      readonly max?: number;
      /** Words that may stand instead of a number, e.g. "unbounded". */
      readonly words?: readonly string[];
    }
    | { readonly kind: "toggle" }
    | {
      readonly kind: "choice";
      readonly options: readonly { readonly value: string; readonly label: string }[];
    }
    /** A formula in the expression language; `level` is what it may use beside functions of one row. */
    | { readonly kind: "expression"; readonly level: "aggregate" | "window" }
    /** A nested AND/OR group of conditions; with key "" the whole config is the group. */
    | { readonly kind: "conditions" }
    | { readonly kind: "values" }
    | { readonly kind: "record"; readonly fields: readonly Field[] }
    | {
      readonly kind: "list";
      readonly item: readonly Field[];
      readonly itemLabel: string;
      readonly min?: number;
    }
  );

export type NodeCategory = "input" | "prepare" | "combine" | "summarise" | "output";

export interface NodeDescription {
  readonly type: string;
  readonly label: string;
  readonly category: NodeCategory;
  /** One line, in the user's words. */
  readonly summary: string;
  readonly inputs: readonly ("in" | "left" | "right")[];
  readonly terminal: boolean;
  readonly fields: readonly Field[];
  /** Config a freshly dropped node starts with. */
  readonly initial: Readonly<Record<string, unknown>>;
}

export interface OperatorDescription {
  readonly operator: string;
  readonly label: string;
  readonly accepts: readonly TypeName[];
  /** What the value editor must offer. */
  readonly value: "none" | "one" | "pair" | "list" | "period";
  /** Whether `ignore_case` applies. */
  readonly ignoreCase?: boolean;
}

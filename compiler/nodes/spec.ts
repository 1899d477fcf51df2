/**
 * What a node type says of itself. The palette, the config form, the checks, the help and the OpenAPI document all
 * read this. What a node type is called stands in `registry.ts` alone.
 */
import type { Untyped } from "../schema/untyped.ts";
import type { Port, TypeName } from "../schema/vocabulary.ts";

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
      /** Fields of an object that may stand instead, e.g. of a length of time. */
      readonly record?: readonly Field[];
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
    /** Columns of the table that the same node reads, in the chosen order. */
    | { readonly kind: "table_columns" }
    /** One of them, or an empty text, which `none` says in words. */
    | {
      readonly kind: "table_column";
      readonly accepts: readonly TypeName[];
      /** What holds while nothing is chosen. */
      readonly unset: string;
      readonly none: string;
    }
    | { readonly kind: "record"; readonly fields: readonly Field[] }
    | {
      readonly kind: "list";
      readonly item: readonly Field[];
      readonly itemLabel: string;
      readonly min?: number;
    }
  );

export type NodeCategory = "input" | "prepare" | "combine" | "summarise" | "output";

/** A line drawing on a 16 px grid, as the path of an SVG. */
export interface Icon {
  readonly path: string;
  /** Width of the line where dots have to be seen. */
  readonly stroke?: number;
}

/** What the picture of an output is made of, and so whether the browser has to bring it to life. */
export type PictureKind =
  /** A table shown page by page, in plain HTML. */
  | "pages"
  /** A table in one piece, in plain HTML. */
  | "grid"
  /** A figure, in plain HTML. */
  | "figure"
  /** A drawing from which the pointer reads values: hydrated in the browser. */
  | "chart";

interface Description {
  readonly label: string;
  /** One line, in the user's words. */
  readonly summary: string;
  readonly icon: Icon;
  readonly fields: readonly Field[];
  /** Config a freshly dropped node starts with. */
  readonly initial: Untyped;
}

/** A node whose rows go on to others. */
export interface StepDescription extends Description {
  readonly category: Exclude<NodeCategory, "output">;
  readonly inputs: readonly Port[];
  readonly terminal: false;
}

/** A node that ends a workflow: its rows are shown. */
export interface OutputDescription extends Description {
  readonly category: "output";
  readonly inputs: readonly Port[];
  readonly terminal: true;
  readonly picture: PictureKind;
}

export interface OperatorDescription {
  readonly operator: string;
  readonly label: string;
  readonly accepts: readonly TypeName[];
  /** What the value editor must offer. */
  readonly value: "none" | "one" | "pair" | "list" | "period";
  /** Whether `ignore_case` applies. */
  readonly ignoreCase?: boolean;
  /** How it reads between a column and a value, where its own name would not do. */
  readonly caption?: string;
}

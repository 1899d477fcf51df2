/** A formula as written, before names and types are known. */
import type { Span } from "../schema/vocabulary.ts";

export type BinaryOperator = "+" | "-" | "*" | "/" | "%" | "^" | "=" | "<>" | "<" | "<=" | ">" | ">=";

interface Located {
  readonly span: Span;
  /** Height of the tree below, itself included; bounds every walk over it. */
  readonly depth: number;
}

export type FormulaNode =
  & Located
  & (
    /** Unsigned as written, or negative where a minus stood directly before it. */
    | { readonly kind: "number"; readonly text: string }
    | { readonly kind: "text"; readonly value: string }
    | { readonly kind: "boolean"; readonly value: boolean }
    | { readonly kind: "null" }
    | { readonly kind: "column"; readonly name: string }
    /** A name without brackets or arguments. */
    | { readonly kind: "bare"; readonly name: string }
    | {
      readonly kind: "call";
      readonly name: string;
      readonly nameSpan: Span;
      readonly args: readonly FormulaNode[];
    }
    | { readonly kind: "unary"; readonly operator: "-" | "NOT"; readonly operand: FormulaNode }
    | {
      readonly kind: "binary";
      readonly operator: BinaryOperator;
      readonly left: FormulaNode;
      readonly right: FormulaNode;
    }
    /** `a AND b AND c`: long chains stay flat. */
    | {
      readonly kind: "chain";
      readonly operator: "AND" | "OR" | "&";
      readonly items: readonly FormulaNode[];
    }
    | {
      readonly kind: "case";
      readonly subject?: FormulaNode;
      readonly branches: readonly { readonly when: FormulaNode; readonly then: FormulaNode }[];
      readonly otherwise?: FormulaNode;
    }
    /** Something was expected here; the parser has reported it. */
    | { readonly kind: "missing" }
  );

export type NodeOf<K extends FormulaNode["kind"]> = Extract<FormulaNode, { kind: K }>;

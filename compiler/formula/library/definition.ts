/** What a function of the language is: one entry in its family's file gives its check, its meaning and its help. */
import type { Expr, SortKey, TimeUnit } from "../../ir/expr.ts";
import type { Span } from "../../schema/vocabulary.ts";
import { call, type CoreOp, type FormulaOp, functionCall, type TypeRule } from "../../functions/mod.ts";

export type Accepts =
  | "number"
  | "integer"
  | "digits"
  | "scale"
  | "percent"
  | "text"
  | "text_or_number"
  | "text_or_datetime"
  | "literal"
  | "time"
  | "boolean"
  | "any"
  | "unit";

export interface Parameter {
  readonly accepts: Accepts;
  readonly optional?: boolean;
  /** The last parameter may be given again and again. */
  readonly repeats?: boolean;
}

export interface LowerContext {
  /** Unit named by the call's `unit` parameter. */
  readonly unit: TimeUnit;
  /** Order and partition that window functions run in, where the caller defines them. */
  readonly orderBy: readonly SortKey[];
  readonly partitionBy: readonly Expr[];
  readonly span: Span;
  report(span: Span, code: string, message: string, hint?: string): void;
}

export type FunctionCategory = "math" | "text" | "date" | "logic" | "convert" | "aggregate" | "window";

export type Level = "scalar" | "aggregate" | "window";

export interface FunctionDefinition {
  readonly name: string;
  readonly category: FunctionCategory;
  readonly level: Level;
  readonly signature: string;
  readonly help: string;
  readonly example: string;
  readonly parameters: readonly Parameter[];
  /** Arguments fit the parameters; undefined after a reported problem. */
  lower(args: readonly Expr[], context: LowerContext, spans: readonly Span[]): Expr | undefined;
}

export type Family = readonly FunctionDefinition[];

export const number: Parameter = { accepts: "number" };
export const integer: Parameter = { accepts: "integer" };
export const text: Parameter = { accepts: "text" };
export const literal: Parameter = { accepts: "literal" };
export const time: Parameter = { accepts: "time" };
export const boolean: Parameter = { accepts: "boolean" };
export const any: Parameter = { accepts: "any" };
export const unit: Parameter = { accepts: "unit" };

/** A function that is one operation of the IR, which nodes build as well. */
export const direct = (op: CoreOp): FunctionDefinition["lower"] => (args) => call(op, args);

/** A function that is an operation of its own, with the rule of its result type. */
export const operation = (op: FormulaOp, rule: TypeRule): FunctionDefinition["lower"] => (args) =>
  functionCall(op, args, rule);

type Entry = readonly [
  signature: string,
  parameters: readonly Parameter[],
  lower: FunctionDefinition["lower"],
  help: string,
  example: string,
];

/** A family as a table: the name is the signature's first word. */
export function family(category: FunctionCategory, entries: readonly Entry[]): Family {
  const level: Level = category === "aggregate" || category === "window" ? category : "scalar";
  return entries.map(([signature, parameters, lower, help, example]) => ({
    name: signature.slice(0, signature.indexOf("(")),
    category,
    level,
    signature,
    help,
    example,
    parameters,
    lower,
  }));
}

/**
 * What a function of the language is: an entry in its family's table gives its check and its meaning, a line in the
 * table below it its help.
 */
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

export interface FunctionDefinition<Name extends string = string> {
  readonly name: Name;
  readonly category: FunctionCategory;
  readonly level: Level;
  readonly signature: string;
  readonly parameters: readonly Parameter[];
  /** Arguments fit the parameters; undefined after a reported problem. */
  lower(args: readonly Expr[], context: LowerContext, spans: readonly Span[]): Expr | undefined;
}

type Family<Name extends string> = readonly FunctionDefinition<Name>[];

/** What a function does and an example of it. No editor loads it: it asks the server once somebody looks. */
export type FunctionHelp = readonly [help: string, example: string];

/** The help of a family: every function has one, or the type check fails. */
export type Help<Functions extends Family<string>> = Readonly<
  Record<Functions[number]["name"], FunctionHelp>
>;

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
];

/** The name is the signature's first word. */
type NameIn<Signature extends string> = Signature extends `${infer Name}(${string}` ? Name : never;

/** A family as a table. */
export function family<const Entries extends readonly Entry[]>(
  category: FunctionCategory,
  entries: Entries,
): Family<NameIn<Entries[number][0]>> {
  const level: Level = category === "aggregate" || category === "window" ? category : "scalar";
  return entries.map(([signature, parameters, lower]) => ({
    name: signature.slice(0, signature.indexOf("(")) as NameIn<Entries[number][0]>,
    category,
    level,
    signature,
    parameters,
    lower,
  }));
}

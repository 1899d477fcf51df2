/** What a dialect has to say about functions. A missing entry does not pass the type check. */
import type { AggregateOp, CallExpr, ExprOf, ScalarOp, ScalarValue, WindowOp } from "../ir/expr.ts";
import type { ValueType } from "../schema/types.ts";

export interface EmitContext {
  /** Binds a value and gives its placeholder; equal values share one, so the text may be repeated. */
  bind(value: ScalarValue, type: ValueType): string;
  /** Whether a subquery may stand in the text; not beside a GROUP BY, which would not find its keys in there. */
  readonly nests?: boolean;
}

/** Why a dialect cannot do something; surfaced as the problem `unsupported_on_store`. */
export interface Unsupported {
  readonly unsupported: string;
}

export function unsupported(reason: string): Unsupported {
  return { unsupported: reason };
}

/** Arguments arrive as finished SQL, each safe to stand as an operand; so must be the result. */
export type ScalarEmitter = (args: readonly string[], call: CallExpr, context: EmitContext) => string;

export interface AggregateParts {
  readonly args: readonly string[];
  readonly orderBy: readonly { readonly sql: string; readonly direction: "asc" | "desc" }[];
  /** Finished condition of a conditional aggregate. */
  readonly where?: string;
}

export type AggregateEmitter = (
  parts: AggregateParts,
  expr: ExprOf<"aggregate">,
  context: EmitContext,
) => string;

/** Text of the call and what has to be done with `call OVER (…)`, e.g. a cast around it. */
export interface WindowText {
  readonly call: string;
  /** Further calls over the same rows that the result is made of. */
  readonly others?: readonly string[];
  readonly wrap?: (over: string, ...others: readonly string[]) => string;
}

export type WindowEmitter = (
  args: readonly string[],
  expr: ExprOf<"window">,
  context: EmitContext,
) => WindowText;

export interface DialectFunctions {
  readonly scalar: Readonly<Record<ScalarOp, ScalarEmitter | Unsupported>>;
  readonly aggregate: Readonly<Record<AggregateOp, AggregateEmitter | Unsupported>>;
  readonly window: Readonly<Record<WindowOp, WindowEmitter | Unsupported>>;
  /** The engine's type of a bound value, `Int64` or `bigint`; of a list, `Array(Int64)` or `bigint[]`. */
  readonly parameterType: (type: ValueType, list?: boolean) => string;
  /** The placeholder's text for a parameter's name (`p1`) or position (`1`). */
  readonly placeholder: (reference: string, type: ValueType, list?: boolean) => string;
  /** Converts finished SQL of a known type; null where the value does not fit. */
  readonly castTo: (sql: string, to: ValueType, from?: ValueType) => string;
}

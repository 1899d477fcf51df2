/** What a dialect has to say about functions. A missing entry does not pass the type check. */
import type { AggregateOp, CallExpr, ExprOf, Frame, ScalarOp, ScalarValue, WindowOp } from "../ir/expr.ts";
import type { ValueType } from "../schema/vocabulary.ts";

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

/**
 * Arguments arrive as finished SQL, each safe to stand as an operand; so must be the result. `enclosing` is the call that
 * the result becomes an argument of, where it becomes one.
 */
export type ScalarEmitter = (
  args: readonly string[],
  call: CallExpr,
  context: EmitContext,
  enclosing?: CallExpr,
) => string;

/** Rounds by a function of that name; whole numbers stay as they are. */
export const rounding = (name: string): ScalarEmitter => ([x], call) =>
  call.type.type === "int64" ? `${x}` : `${name}(${x})`;

export type ScalarTable = Readonly<Record<ScalarOp, ScalarEmitter | Unsupported>>;

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

export type AggregateTable = Readonly<Record<AggregateOp, AggregateEmitter | Unsupported>>;

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

export type WindowTable = Readonly<Record<WindowOp, WindowEmitter | Unsupported>>;

/** A window whose frame has ends in time, over one key. */
interface TimeWindow {
  /** Finished SQL. */
  readonly partition: readonly string[];
  readonly key: string;
  readonly type: ValueType;
  readonly direction: "asc" | "desc";
  readonly frame: Frame;
}

/** What a dialect makes of a call over such a window. */
export type TimeFrames = (window: TimeWindow) => ((call: string) => string) | Unsupported;

export interface DialectFunctions {
  readonly scalar: ScalarTable;
  readonly aggregate: AggregateTable;
  readonly window: WindowTable;
  readonly timeFrames: TimeFrames;
}

/** Operations of the expression IR: typed constructors and what each is on every dialect. */
export {
  aggregate,
  type AggregateExtra,
  aggregateType,
  call,
  type CallExtra,
  caseExpr,
  castExpr,
  isDateUnit,
  param,
  textOf,
  unify,
  windowCall,
  windowType,
} from "./calls.ts";
export type { AggregateParts, EmitContext, WindowText } from "./dialect.ts";
export {
  castTo,
  emitAggregate,
  emitScalar,
  emitWindowFunction,
  ExpressionTooLarge,
  parameterType,
  placeholder,
  storeProblems,
  visit,
} from "./emit.ts";
export { type Pattern, readPattern } from "./patterns.ts";
export {
  commonType,
  commonTypeOf,
  decimalShapeOf,
  describeType,
  isNumeric,
  isTime,
  MAX_PRECISION,
  MAX_SCALE,
  sameType,
  valueType,
} from "./value_types.ts";

/**
 * Operations of the expression IR: typed constructors. What each is in SQL stands beside, in `emit.ts`: the browser,
 * which only propagates, loads no dialect.
 */
export {
  aggregate,
  type AggregateExtra,
  aggregateType,
  call,
  type CallExtra,
  caseExpr,
  castExpr,
  isDateUnit,
  keyOf,
  param,
  textOf,
  unify,
  windowCall,
  windowType,
} from "./calls.ts";
export { type Pattern, readPattern } from "./patterns.ts";
export {
  commonType,
  commonTypeOf,
  decimalShapeOf,
  describeType,
  isNullLiteral,
  isNumeric,
  isTime,
  MAX_PRECISION,
  MAX_SCALE,
  sameType,
  valueType,
} from "./value_types.ts";

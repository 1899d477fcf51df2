/**
 * Operations of the expression IR: typed constructors. What each is in SQL is a dialect's business (`dialects/`); the
 * browser, which only propagates, loads none.
 */
export {
  aggregate,
  type AggregateExtra,
  allOf,
  call,
  caseExpr,
  castExpr,
  functionCall,
  keyOf,
  param,
  textOf,
  unify,
  windowCall,
  type WindowParts,
} from "./calls.ts";
export { readPattern } from "./patterns.ts";
export { formatFault } from "./time_format.ts";
export { type CoreOp, failing, type FormulaOp, isDateUnit, rounded, strict, type TypeRule } from "./rules.ts";
export {
  columnTypeOf,
  commonType,
  commonTypeOf,
  decimalType,
  describeType,
  isNullLiteral,
  isNumeric,
  isTime,
  MAX_PRECISION,
  MAX_SCALE,
  sameType,
  valueType,
} from "./value_types.ts";
export { percentile, weightedAverage } from "./weighted.ts";

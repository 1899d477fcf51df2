/** When a sum of decimals has to be checked, because it may need more digits than its type has. */
import { type DecimalShape, decimalShapeOf } from "../functions/value_types.ts";
import type { ExprOf } from "../ir/expr.ts";

export type Total = ExprOf<"aggregate"> | ExprOf<"window">;

/** Digits that a number of rows may add to those of one number; so many places tell any quotient from its neighbours. */
export const ROWS_DIGITS = 20;

/** Up to this many digits no number of rows that fits a table makes a sum outgrow 38. */
const SAFE_PRECISION = 28;

/** Whether a sum could need more digits than its type has, so that it has to be checked. */
export function sumMayOverflow({ args: [arg] }: Total): boolean {
  return arg?.type.type === "decimal" && decimalShapeOf(arg.type).precision > SAFE_PRECISION;
}

/**
 * The digits of exact numbers between two of which a value can be computed without loss in so much room; undefined of
 * floating point, and where there is not as much. A median is half-way, a percentile its second argument.
 */
export function exactPlaces({ args: [value, share] }: Total, room: number): DecimalShape | undefined {
  if (value === undefined || value.type.type === "float64") return undefined;
  const shape = decimalShapeOf(value.type);
  const digits = share === undefined ? 1 : decimalShapeOf(share.type).scale;
  return shape.precision + 1 + digits <= room ? shape : undefined;
}

/** The digits of exact numbers whose sum of squares, times the number of rows, has so much room; undefined of others. */
export function squaresFit({ args: [value] }: Total, room: number): DecimalShape | undefined {
  if (value === undefined || value.type.type === "float64") return undefined;
  const shape = decimalShapeOf(value.type);
  return 2 * shape.precision + ROWS_DIGITS <= room ? shape : undefined;
}

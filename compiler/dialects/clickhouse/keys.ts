import type { Expr } from "../../ir/expr.ts";

/**
 * Finished SQL as something to group, join and look up by. The engine goes by bits there, which tell -0 from 0; the sum
 * of either and 0 is 0.
 */
export function byValue(sql: string | undefined, from: Expr | undefined): string {
  return from?.type.type === "float64" ? `(${sql} + 0)` : `${sql}`;
}

import { windowCall } from "../../functions/mod.ts";
import type { Expr, WindowOp } from "../../ir/expr.ts";
import { any, type Family, family, type LowerContext, number } from "./definition.ts";

const by = (op: WindowOp) => (args: readonly Expr[], context: LowerContext) =>
  windowCall({ op, args: args.slice(0, 1), partitionBy: context.partitionBy, orderBy: context.orderBy });

/** LAG and LEAD take a whole number of rows, written as a number. */
const shift = (op: "lag" | "lead") => (args: readonly Expr[], context: LowerContext) => {
  const rows = args[1];
  const offset = rows?.kind === "param" ? Number(rows.value) : 1;
  return windowCall({
    op,
    args: args.slice(0, 1),
    partitionBy: context.partitionBy,
    orderBy: context.orderBy,
    offset: Math.max(0, offset),
  });
};

const offset = { accepts: "digits", optional: true } as const;

export const window: Family = family("window", [
  ["LAG(value, [rows])", [any, offset], shift("lag"), "Value of an earlier row.", "LAG([price], 1)"],
  ["LEAD(value, [rows])", [any, offset], shift("lead"), "Value of a later row.", "LEAD([price], 1)"],
  ["ROW_NUMBER()", [], by("row_number"), "Position in the order.", "ROW_NUMBER()"],
  ["RANK()", [], by("rank"), "Position in the order, ties sharing one.", "RANK()"],
  ["RUNNING_TOTAL(number)", [number], by("sum"), "Total up to this row.", "RUNNING_TOTAL([quantity])"],
]);

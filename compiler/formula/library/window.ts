import { windowCall } from "../../functions/mod.ts";
import type { Expr, WindowOp } from "../../ir/expr.ts";
import { any, family, type Help, type LowerContext, number } from "./definition.ts";

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

export const window = family("window", [
  ["LAG(value, [rows])", [any, offset], shift("lag")],
  ["LEAD(value, [rows])", [any, offset], shift("lead")],
  ["ROW_NUMBER()", [], by("row_number")],
  ["RANK()", [], by("rank")],
  ["RUNNING_TOTAL(number)", [number], by("sum")],
]);

export const windowHelp: Help<typeof window> = {
  LAG: ["Value of an earlier row.", "LAG([price], 1)"],
  LEAD: ["Value of a later row.", "LEAD([price], 1)"],
  ROW_NUMBER: ["Position in the order.", "ROW_NUMBER()"],
  RANK: ["Position in the order, ties sharing one.", "RANK()"],
  RUNNING_TOTAL: ["Total up to this row.", "RUNNING_TOTAL([quantity])"],
};

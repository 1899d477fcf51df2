/** Window functions that are made of others, so that every store computes them alike. */
import { call, caseExpr, param, valueType, windowCall, type WindowParts } from "../functions/mod.ts";
import { reference, totalOrder } from "../ir/columns.ts";
import { type Expr, type Frame, isTimed, type SortKey } from "../ir/expr.ts";
import type { Relation } from "../ir/relation.ts";
import type { BuildScope } from "./define.ts";

type Rows = Pick<WindowParts, "partitionBy" | "orderBy">;

const whole = (value: number) => param(String(value), valueType("int64", false));
const WHOLE: Frame = { preceding: "unbounded", following: "unbounded" };

/** The share of the other rows that come before: 0 for the first, 1 for the last, 0 where there is but one. */
export function percentRank({ partitionBy, orderBy }: Rows): Expr {
  const rank = windowCall({ op: "rank", args: [], partitionBy, orderBy });
  const count = windowCall({ op: "count", args: [], partitionBy, orderBy: [] });
  const [before, others] = [rank, count].map((each) => call("subtract", [each, whole(1)])) as [Expr, Expr];
  return call("coalesce", [call("divide", [before, others]), param(0, valueType("float64", false))]);
}

/** The value over the sum of its partition. */
export function share(args: readonly Expr[], partitionBy: readonly Expr[]): Expr {
  return call("divide", [...args, windowCall({ op: "sum", args, partitionBy, orderBy: [] })]);
}

export interface Placed {
  readonly op: "lag" | "lead" | "first_value" | "last_value";
  readonly value: Expr;
  readonly offset: number;
  readonly frame: Frame;
  readonly skipsNulls: boolean;
}

/**
 * A function that looks a value up by its place among the rows, or among those with a value. First each row counts
 * where its value stands, then it is read from there; between the two steps no tie may fall another way.
 */
export function valueByPlace(
  placed: Placed,
  rows: Rows,
  input: Relation,
  scope: Pick<BuildScope, "nodeId" | "nextId">,
): { readonly input: Relation; readonly expr: Expr } {
  const { value, skipsNulls } = placed;
  const orderBy = totalOrder(rows.orderBy, input.columns);
  const place = placeOf(placed, { ...rows, orderBy: isTimed(placed.frame) ? rows.orderBy : orderBy });
  const id = scope.nextId();
  const { nodeId } = scope;
  const { columns, order } = input;
  const empty: SortKey = { expr: call("is_null", [value]), direction: "asc", nulls: "last" };
  return {
    input: { op: "window", nodeId, input, computed: [{ id, expr: place }], columns, order },
    expr: windowCall({
      op: "nth_value",
      args: [value, reference({ id, type: place.type })],
      partitionBy: rows.partitionBy,
      orderBy: skipsNulls ? [empty, ...orderBy] : orderBy,
      frame: WHOLE,
    }),
  };
}

function placeOf({ op, value, offset, frame, skipsNulls }: Placed, rows: Rows): Expr {
  const counted = skipsNulls ? [value] : [];
  const count = (over: Frame) => windowCall({ op: "count", args: counted, ...rows, frame: over });
  const plus = (left: Expr, right: Expr) => call("add", [left, right]);
  const minus = (left: Expr, right: Expr) => call("subtract", [left, right]);
  if (op === "lag" || op === "lead") {
    const sofar = count({ preceding: "unbounded", following: "current" });
    if (op === "lead") return plus(sofar, whole(offset));
    const isEmpty = call("is_null", [value]);
    const before = caseExpr([{ when: isEmpty, then: sofar }], minus(sofar, whole(1)));
    return minus(before, whole(offset - 1));
  }
  const known = count(frame);
  const last = count({ preceding: "unbounded", following: frame.following });
  const place = op === "last_value" ? last : plus(minus(last, known), whole(1));
  const none = param(null, valueType("int64", true));
  return caseExpr([{ when: call("gt", [known, whole(0)]), then: place }], none);
}

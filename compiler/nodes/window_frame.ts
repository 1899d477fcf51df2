/** Frames of windows as they were set: checked, and brought to the form that is written. */
import { isDateUnit } from "../functions/rules.ts";
import { type Frame, isTimed, type SortKey, type Span } from "../ir/expr.ts";
import { shown } from "../schema/shown.ts";
import type { BuildScope } from "./define.ts";
import { TIMES } from "./settings.ts";

/** The frame; undefined after a reported problem. In a frame in time, "current" ends with the rows of that moment. */
export function checkedFrame(
  frame: Frame,
  keys: readonly SortKey[],
  scope: Pick<BuildScope, "problem">,
): Frame | undefined {
  if (!isTimed(frame)) return frame;
  const report = (message: string, field: string, hint: string) => {
    scope.problem({ code: "invalid_frame", message, field, hint });
    return undefined;
  };
  const inRows = ([["preceding", frame.preceding], ["following", frame.following]] as const)
    .find(([, end]) => typeof end === "number");
  if (inRows !== undefined) {
    return report(
      "Cannot use a frame with one end in rows and one in time.",
      `frame.${inRows[0]}`,
      "Give both ends in time, or make one of them unbounded or the current row.",
    );
  }
  const [key, ...others] = keys;
  const type = key?.expr.type.type;
  if (type === undefined || others.length > 0 || !TIMES.includes(type)) {
    const found = type === undefined
      ? "there is no order"
      : others.length > 0
      ? `there are ${keys.length} sort keys`
      : `the order is by ${type}`;
    return report(
      `Cannot use a frame in time: ${found}.`,
      "order_by",
      "Order by one column, a date or a datetime.",
    );
  }
  for (const side of ["preceding", "following"] as const) {
    const end = frame[side];
    if (typeof end !== "object" || type === "datetime" || isDateUnit(end.unit)) continue;
    return report(
      `Cannot use a frame of ${end.unit}s over dates: ${shown(end.unit)} is finer than a day.`,
      `frame.${side}`,
      "Use days or longer.",
    );
  }
  const { following } = frame;
  return { ...frame, following: following === "current" ? NO_TIME : following };
}

const NO_TIME: Span = { size: 0, unit: "day" };

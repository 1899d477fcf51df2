/** Which rows a window function looks at. */
import type { TimeUnit } from "@/compiler/ir/expr.ts";
import { addUnits } from "../formula/evaluator/time.ts";
import { cellAt, type Line } from "./relation.ts";

interface Span {
  readonly size: number;
  readonly unit: TimeUnit;
}

export interface Frame {
  readonly preceding: number | "unbounded" | "current" | Span;
  readonly following: number | "current" | "unbounded" | Span;
}

export interface TimeKey {
  readonly at: number;
  readonly isDescending: boolean;
}

interface Framed {
  readonly frame?: Frame;
  readonly time?: TimeKey;
  readonly isOrdered: boolean;
}

export const isTimed = (frame: Frame | undefined) =>
  typeof frame?.preceding === "object" || typeof frame?.following === "object";

/** Of one partition's lines in order, those in the frame of the line at a place. */
export function framed(
  lines: readonly Line[],
  at: number,
  { frame, time, isOrdered }: Framed,
): readonly Line[] {
  if (frame !== undefined && time !== undefined && isTimed(frame)) return inTime(lines, at, frame, time);
  const whole: Frame = { preceding: "unbounded", following: isOrdered ? "current" : "unbounded" };
  const { preceding, following } = frame ?? whole;
  const start = typeof preceding === "number" ? at - preceding : preceding === "current" ? at : 0;
  const end = typeof following === "number"
    ? at + following
    : following === "current"
    ? at
    : lines.length - 1;
  return lines.slice(Math.max(0, start), end + 1);
}

/** How far an end lies from the row's own moment, towards later times or earlier ones. */
function reached(moment: number, end: Frame["preceding"], sign: 1 | -1): number {
  if (typeof end === "object") return addUnits(moment, sign * end.size, end.unit);
  return end === "current" ? moment : sign * Infinity;
}

function inTime(lines: readonly Line[], at: number, frame: Frame, time: TimeKey): readonly Line[] {
  const momentOf = (line: Line | undefined) => line === undefined ? null : cellAt(line, time.at);
  const moment = momentOf(lines[at]);
  if (moment === null) return lines.filter((line) => momentOf(line) === null);
  const [earlier, later] = time.isDescending
    ? [frame.following, frame.preceding]
    : [frame.preceding, frame.following];
  const from = reached(Number(moment), earlier, -1);
  const to = reached(Number(moment), later, 1);
  return lines.filter((line) => {
    const other = momentOf(line);
    return other !== null && Number(other) >= from && Number(other) <= to;
  });
}

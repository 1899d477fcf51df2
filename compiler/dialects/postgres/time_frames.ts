/** Frames in time: by intervals, which clamp months as DATE_ADD does. */
import { isTimed, type Span } from "../../ir/expr.ts";
import { reach } from "../calendar.ts";
import type { TimeFrames } from "../emitters.ts";
import { INTERVALS, momentsIn } from "./moments.ts";
import type { Spelling } from "./spelling.ts";

type Side = "PRECEDING" | "FOLLOWING";

export function timeFramesIn(spelling: Spelling): TimeFrames {
  const { utc } = momentsIn(spelling);
  return ({ partition, key, type, direction, frame }) => {
    if (!isTimed(frame)) throw new TypeError("Cannot write a frame of rows as one in time");
    const parts = [
      ...(partition.length === 0 ? [] : [`PARTITION BY ${partition.join(", ")}`]),
      `ORDER BY ${utc(key, type)} ${direction.toUpperCase()} NULLS LAST`,
      `RANGE BETWEEN ${end(frame.preceding, "PRECEDING")} AND ${end(frame.following, "FOLLOWING")}`,
    ];
    return (call) => `${call} OVER (${parts.join(" ")})`;
  };
}

/** A span that is longer than the calendar has no end, and the engine could not reckon with it. */
function end(at: Span | number | string, side: Side): string {
  if (typeof at !== "object" || at.size >= reach(at.unit)) return `UNBOUNDED ${side}`;
  return at.size === 0 ? "CURRENT ROW" : `(${at.size} * interval '${INTERVALS[at.unit]}') ${side}`;
}

/**
 * Frames in time. The engine has no frames of intervals, only of numbers: the key becomes a count of milliseconds, or
 * of days for dates. Months have several lengths in days, so a row takes the one of these frames that is its own.
 */
import type { Span } from "../../ir/expr.ts";
import { monthLengths, reach, unitWidth } from "../calendar.ts";
import { type TimeFrames, unsupported } from "../emitters.ts";
import { asDate, asDatetime } from "./time.ts";
import { scaled, UNSCALED } from "./scaled_spans.ts";

type Side = "PRECEDING" | "FOLLOWING";
type Width = number | "UNBOUNDED";

/** Where a frame may end: in milliseconds or days, each with the condition under which it does; the last has none. */
interface End {
  readonly side: Side;
  readonly choices: readonly { readonly width: Width; readonly when?: string }[];
}

const DAY = 86_400_000;

export const timeFrames: TimeFrames = ({ partition, key, type, direction, frame }) => {
  const isDate = type.type === "date";
  const day = isDate ? 1 : DAY;
  const end = (at: Span | number | string, side: Side): End => {
    if (typeof at !== "object" || at.size >= reach(at.unit)) {
      return { side, choices: [{ width: "UNBOUNDED" }] };
    }
    const { kind, width } = unitWidth(at.unit);
    const count = at.size * width;
    if (kind === "seconds") return { side, choices: [{ width: isDate ? count / 86_400 : count * 1000 }] };
    // Of rows in descending order those before are later.
    const moved = (side === "PRECEDING") === (direction === "asc") ? -count : count;
    const start = asDate(key, type);
    const days = `abs(toInt32(addMonths(${start}, ${moved})) - toInt32(${start}))`;
    const lengths = monthLengths(moved);
    return {
      side,
      choices: lengths.map((length, index) => ({
        width: length * day,
        ...(index === lengths.length - 1 ? {} : { when: `${days} = ${length}` }),
      })),
    };
  };
  const [first, last] = [end(frame.preceding, "PRECEDING"), end(frame.following, "FOLLOWING")];
  // One scale for every length that a month has lets the engine sort once.
  const shared = scaled(
    [first, last].flatMap(({ choices }) => choices.flatMap(({ width }) => finite(width))),
  );
  const scaleOf = (from: Width, to: Width) => shared ?? scaled([...finite(from), ...finite(to)]);
  const isWritable = first.choices.every((from) =>
    last.choices.every((to) => scaleOf(from.width, to.width) !== undefined)
  );
  if (!isWritable) {
    return unsupported("a frame cannot be as long as that on one side and as short on the other");
  }
  const number = isDate ? `toInt32(${asDate(key, type)})` : `toUnixTimestamp64Milli(${asDatetime(key)})`;
  const rows = partition.length === 0 ? "" : `PARTITION BY ${partition.join(", ")} `;
  const over = (call: string, from: Width, to: Width) => {
    const { divisor, of } = scaleOf(from, to) ?? UNSCALED;
    const edge = (width: Width, side: Side) =>
      width === 0 ? "CURRENT ROW" : `${width === "UNBOUNDED" ? width : of(width)} ${side}`;
    const by = divisor === 1 ? number : `(${number} / ${divisor})`;
    const range = `${edge(from, "PRECEDING")} AND ${edge(to, "FOLLOWING")}`;
    return `${call} OVER (${rows}ORDER BY ${by} ${direction.toUpperCase()} NULLS LAST RANGE BETWEEN ${range})`;
  };
  return (call) => chosen(first, (from) => chosen(last, (to) => over(call, from, to)));
};

const finite = (width: Width): readonly number[] => width === "UNBOUNDED" ? [] : [width];

function chosen({ choices }: End, write: (width: Width) => string): string {
  const parts = choices.flatMap(({ width, when }) =>
    when === undefined ? [write(width)] : [when, write(width)]
  );
  return parts.length === 1 ? `${parts[0]}` : `multiIf(${parts.join(", ")})`;
}

/** Text: by characters, never by bytes. */
import { factsOf } from "../../ir/expressions.ts";
import type { ScalarEmitter, ScalarTable } from "../emitters.ts";

const toText: ScalarEmitter = ([x = ""], call) => {
  switch (call.args[0]?.type.type) {
    case "string":
      return `ifNull(${x}, '')`;
    case "boolean":
      return `multiIf(${x}, 'true', NOT ${x}, 'false', '')`;
    case "datetime":
      return `ifNull(replaceOne(toString(toDateTime64(${x}, 3, 'UTC')), ' ', 'T') || 'Z', '')`;
    case "date":
      return `ifNull(toString(toDate32(${x})), '')`;
    default:
      return `ifNull(toString(${x}), '')`;
  }
};

/** A count never below zero, null kept (greatest() would drop it). */
const atLeastZero = (count = "") => `multiIf(${count} > 0, ${count}, ${count} <= 0, 0, NULL)`;

const MAX_PADDED = 1_000_000;
/** A byte that no text in UTF-8 holds: it marks where a text is to be split. */
const MARK = "'\\xff'";

/** Names operands, so that a text may repeat them while the engine computes each of them once. */
const named = (names: readonly string[], operands: readonly (string | undefined)[], text: string) =>
  `arrayMap((${names.join(", ")}) -> ${text}, ${operands.map((each) => `[${each}]`).join(", ")})[1]`;

/** The engine repeats a fill, but pads by a constant one only. */
const padded = (isLeft: boolean): ScalarEmitter => ([x = "", length = "", fill = ""]) => {
  const missing = "greatest(n - toInt64(lengthUTF8(x)), 0)";
  const width = "greatest(toInt64(lengthUTF8(f)), 1)";
  const times = `intDiv(${missing} + ${width} - 1, ${width})`;
  const filling = `substringUTF8(repeat(f, ${times}), 1, ${missing})`;
  const kept = "leftUTF8(x, n)";
  const count = named(
    ["c"],
    [length],
    `multiIf(c > ${MAX_PADDED}, NULL, c >= 0, c, c < 0, 0, NULL)`,
  );
  const joined = `concat(${(isLeft ? [filling, kept] : [kept, filling]).join(", ")})`;
  return named(
    ["x", "n", "f"],
    [x, count, fill],
    `if(isNull(x) OR isNull(n) OR isNull(f), NULL, ${joined})`,
  );
};

/** The part of a text from `start` on, with so many characters; places before the first hold none. */
const substring: ScalarEmitter = ([x = "", start = "", length]) => {
  const from = "greatest(s, 1)";
  if (length === undefined) {
    return `substringUTF8(${x}, ${named(["s"], [start], `if(isNull(s), NULL, ${from})`)})`;
  }
  // What begins before the first character loses what lies there; nothing of it leaves the range of int64.
  const count = "multiIf(n <= 0, 0, s >= 1, n, n - 1 + s > 0, n - 1 + s, 0)";
  const taken = `substringUTF8(x, ${from}, least(toInt64(${count}), 2147483647))`;
  const isNull = "isNull(x) OR isNull(s) OR isNull(n)";
  return named(["x", "s", "n"], [x, start, length], `if(${isNull}, NULL, ${taken})`);
};

const splitPart: ScalarEmitter = ([x = "", separator = "", number = ""]) => {
  const parts = `splitByString(${MARK}, replaceAll(assumeNotNull(x), assumeNotNull(s), ${MARK}))`;
  const part = `if(n < 1, '', arrayElement(${parts}, greatest(assumeNotNull(n), 1)))`;
  return named(
    ["x", "s", "n"],
    [x, `nullIf(${separator}, '')`, number],
    `if(isNull(x) OR isNull(s) OR isNull(n), NULL, ${part})`,
  );
};

export const text = {
  to_text: toText,
  concat: (args) =>
    args.length === 1
      ? `ifNull(${args[0]}, '')`
      : `concat(${args.map((arg) => `ifNull(${arg}, '')`).join(", ")})`,
  upper: ([x]) => `upperUTF8(${x})`,
  lower: ([x]) => `lowerUTF8(${x})`,
  lower_each: ([list]) => `arrayMap(v -> lowerUTF8(v), ${list})`,
  trim: ([x]) => `trim(BOTH ' \\t\\r\\n' FROM ${x})`,
  left: ([x, n]) => `leftUTF8(${x}, ${atLeastZero(n)})`,
  right: ([x, n]) => `rightUTF8(${x}, ${atLeastZero(n)})`,
  length: ([x]) => `toInt64(lengthUTF8(${x}))`,
  replace: ([x, from, to]) => `replaceAll(${x}, ${from}, ${to})`,
  substring,
  split_part: splitPart,
  position_of: ([x, part]) => `toInt64(positionUTF8(${x}, ${part}))`,
  pad_left: padded(true),
  pad_right: padded(false),
  contains: ([x, part]) => `(position(${x}, ${part}) > 0)`,
  starts_with: ([x, part]) => `startsWith(${x}, ${part})`,
  ends_with: ([x, part]) => `endsWith(${x}, ${part})`,
  // The engine merges several match() calls into one and then fails on aggregates and windows; `= 1` prevents it.
  matches([x, pattern], call) {
    const isPlain = call.args.every((arg) => !factsOf(arg).hasAggregate && !factsOf(arg).hasWindow);
    return isPlain ? `match(${x}, ${pattern})` : `(match(${x}, ${pattern}) = 1)`;
  },
  row_hash: (args) => `lower(hex(MD5(concat(${args.join(", char(31), ")}))))`,
} satisfies Partial<ScalarTable>;

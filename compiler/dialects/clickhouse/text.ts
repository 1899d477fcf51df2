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
  contains: ([x, part]) => `(position(${x}, ${part}) > 0)`,
  starts_with: ([x, part]) => `startsWith(${x}, ${part})`,
  ends_with: ([x, part]) => `endsWith(${x}, ${part})`,
  // The engine merges several match() calls into one and then fails on aggregates and windows; `= 1` prevents it.
  matches([x, pattern], call) {
    const isPlain = call.args.every((arg) => !factsOf(arg).hasAggregate && !factsOf(arg).hasWindow);
    return isPlain ? `match(${x}, ${pattern})` : `(match(${x}, ${pattern}) = 1)`;
  },
  row_hash: (args) => `lower(hex(sipHash128(${args.join(", ")})))`,
} satisfies Partial<ScalarTable>;

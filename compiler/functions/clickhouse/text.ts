/** Text on ClickHouse: by characters, never by bytes. */
import { factsOf } from "../../ir/expressions.ts";
import type { ScalarEmitter } from "../dialect.ts";

export const toText: ScalarEmitter = ([x = ""], call) => {
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

export const concat: ScalarEmitter = (args) =>
  args.length === 1
    ? `ifNull(${args[0]}, '')`
    : `concat(${args.map((arg) => `ifNull(${arg}, '')`).join(", ")})`;

export const upper: ScalarEmitter = ([x]) => `upperUTF8(${x})`;
export const lower: ScalarEmitter = ([x]) => `lowerUTF8(${x})`;
export const lowerEach: ScalarEmitter = ([list]) => `arrayMap(v -> lowerUTF8(v), ${list})`;
export const trim: ScalarEmitter = ([x]) => `trim(BOTH ' \\t\\r\\n' FROM ${x})`;
/** A count never below zero, null kept (greatest() would drop it). */
const atLeastZero = (count = "") => `multiIf(${count} > 0, ${count}, ${count} <= 0, 0, NULL)`;
export const left: ScalarEmitter = ([x, n]) => `leftUTF8(${x}, ${atLeastZero(n)})`;
export const right: ScalarEmitter = ([x, n]) => `rightUTF8(${x}, ${atLeastZero(n)})`;
export const length: ScalarEmitter = ([x]) => `toInt64(lengthUTF8(${x}))`;
export const replace: ScalarEmitter = ([x, from, to]) => `replaceAll(${x}, ${from}, ${to})`;
export const contains: ScalarEmitter = ([x, part]) => `(position(${x}, ${part}) > 0)`;
export const startsWith: ScalarEmitter = ([x, part]) => `startsWith(${x}, ${part})`;
export const endsWith: ScalarEmitter = ([x, part]) => `endsWith(${x}, ${part})`;
/** The engine folds several matches into one, and stumbles over totals and windows there unless they are hidden. */
export const matches: ScalarEmitter = ([x, pattern], call) => {
  const isPlain = call.args.every((arg) => !factsOf(arg).hasAggregate && !factsOf(arg).hasWindow);
  return isPlain ? `match(${x}, ${pattern})` : `(match(${x}, ${pattern}) = 1)`;
};
export const rowHash: ScalarEmitter = (args) => `lower(hex(sipHash128(${args.join(", ")})))`;

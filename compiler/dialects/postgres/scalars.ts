/** Every operation on one row. */
import { TOO_LARGE } from "../../schema/too_large.ts";
import { scalarDefaults } from "../defaults.ts";
import type { ScalarEmitter, ScalarTable } from "../emitters.ts";
import { byBytes, medianOf } from "./aggregates.ts";
import { arithmeticFunctions } from "./arithmetic.ts";
import { readingFunctions } from "./reading.ts";
import type { Spelling } from "./spelling.ts";
import { textFunctions } from "./text.ts";
import { timeFunctions } from "./time.ts";

/** Text is compared by bytes, whatever the database's collation. */
const comparison = (operator: string, spelling: Spelling): ScalarEmitter => ([left, right], call) =>
  `(${left} ${operator} ${byBytes(right, call.args[0]?.type, spelling)})`;

export const scalarFunctions = (spelling: Spelling): ScalarTable => ({
  ...scalarDefaults,
  ...arithmeticFunctions(spelling),
  ...textFunctions(spelling),
  ...timeFunctions(spelling),
  ...readingFunctions(spelling),
  eq: comparison("=", spelling),
  ne: comparison("<>", spelling),
  lt: comparison("<", spelling),
  le: comparison("<=", spelling),
  gt: comparison(">", spelling),
  ge: comparison(">=", spelling),
  greatest: ([x, ...others], call) => `greatest(${[byBytes(x, call.type, spelling), ...others].join(", ")})`,
  least: ([x, ...others], call) => `least(${[byBytes(x, call.type, spelling), ...others].join(", ")})`,
  in: ([x, list], call) => {
    const isMoment = call.args[0]?.type.type === "datetime";
    return `(${isMoment ? `(${x} AT TIME ZONE ${spelling.utc})` : x} = ANY(${list}))`;
  },
  // A text that is no number cannot become one. It holds the size, or the planner would compute it beforehand.
  refused_above: ([x, size, most]) =>
    `(CASE WHEN ${size} > ${most} THEN ('${TOO_LARGE}: ' || ${size})::bigint ELSE ${x} END)`,
  median_of: ([values], call) => `(SELECT ${medianOf("v", call.args[0]?.type)} FROM unnest(${values}) AS v)`,
  count_distinct_of: ([values]) => `(SELECT count(DISTINCT v) FROM unnest(${values}) AS v)`,
});

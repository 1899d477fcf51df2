/** Every operation on one row. */
import { TOO_LARGE } from "../../schema/too_large.ts";
import { scalarDefaults } from "../defaults.ts";
import { type ScalarTable, unsupported } from "../emitters.ts";
import { arithmetic } from "./arithmetic.ts";
import { byValue } from "./keys.ts";
import { reading } from "./reading.ts";
import { text } from "./text.ts";
import { time } from "./time.ts";

export const scalars: ScalarTable = {
  ...scalarDefaults,
  ...arithmetic,
  ...text,
  ...time,
  ...reading,
  ne: ([left, right]) => `(${left} != ${right})`,
  is_null: ([x]) => `isNull(${x})`,
  is_not_null: ([x]) => `isNotNull(${x})`,
  is_true: ([x]) => `ifNull(${x}, false)`,
  is_false: ([x]) => `ifNull(NOT ${x}, false)`,
  nullif: (args) => `nullIf(${args.join(", ")})`,
  key: ([x], call) => byValue(x, call.args[0]),
  in: ([x, list], call) => `(${byValue(x, call.args[0])} IN ${list})`,
  // throwIf() gives 0 where it does not throw; where its result were not used, the engine would leave it out.
  refused_above: ([x, size, most]) => `(${x} + throwIf(ifNull(${size} > ${most}, false), '${TOO_LARGE}'))`,
  median_of: unsupported("ClickHouse has its own median over a window"),
  count_distinct_of: unsupported("ClickHouse counts over a window itself"),
};

/** How PostgreSQL writes each operation on text. */
import type { ScalarEmitter, ScalarTable } from "../emitters.ts";
import type { Spelling } from "./spelling.ts";

/** The engine takes so many arguments in one call. */
const MAX_ARGUMENTS = 100;

function concat(args: readonly string[]): string {
  if (args.length <= MAX_ARGUMENTS) return `concat(${args.join(", ")})`;
  const groups: string[] = [];
  for (let start = 0; start < args.length; start += MAX_ARGUMENTS) {
    groups.push(concat(args.slice(start, start + MAX_ARGUMENTS)));
  }
  return concat(groups);
}

const toText = ({ utc, decimalText, floatText, dateText }: Spelling): ScalarEmitter => ([x = ""], call) => {
  switch (call.args[0]?.type.type) {
    case "string":
      return `coalesce(${x}, '')`;
    case "decimal":
      return `coalesce(${decimalText(x)}, '')`;
    case "datetime":
      return `coalesce(to_char(${x} AT TIME ZONE ${utc}, 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'), '')`;
    case "float64":
      return floatText(x);
    case "date":
      return `coalesce(${dateText(x)}, '')`;
    default:
      return `coalesce(${x}::text, '')`;
  }
};

export function floatText(float: string): string {
  const plain = `trim_scale(${float}::text::numeric)::text`;
  const short = `replace(regexp_replace(lower(${float}::text), 'e\\+?(-?)0*', 'e\\1'), 'infinity', 'inf')`;
  return `CASE WHEN ${float} IS NULL THEN '' WHEN abs(${float}) >= 1e-6 AND abs(${float}) < 1e21 THEN ${plain} ELSE ${short} END`;
}

/** A count from zero to what the engine takes, null kept (greatest() would drop it). */
const characters = (count = "") =>
  `CASE WHEN ${count} > 0 THEN least(${count}, 2147483647) WHEN ${count} <= 0 THEN 0 END::int`;

/** Longer texts are not padded to. */
const MAX_PADDED = 1_000_000;
const padding = (length = "") =>
  `CASE WHEN ${length} > ${MAX_PADDED} THEN NULL WHEN ${length} >= 0 THEN ${length} WHEN ${length} < 0 THEN 0 END::int`;

/** The part of a text from `start` on, with so many characters; places before the first hold none. */
const substring: ScalarEmitter = ([x, start = "", length]) => {
  const from = `CASE WHEN ${start} > 1 THEN least(${start}, 2147483647) WHEN ${start} <= 1 THEN 1 END`;
  if (length === undefined) return `substr(${x}, ${from}::int)`;
  // What begins before the first character loses what lies there; nothing of it leaves the range of int64.
  const rest = `greatest(${length} - 1 + ${start}, 0)`;
  const taken = `CASE WHEN ${start} >= 1 THEN ${length} ELSE ${rest} END`;
  const count =
    `CASE WHEN ${length} <= 0 THEN 0 WHEN ${length} > 0 THEN least(${taken}, 2147483647) END::int`;
  return `substr(${x}, ${from}::int, ${count})`;
};

export const textFunctions = (spelling: Spelling) =>
  ({
    concat,
    to_text: toText(spelling),
    lower_each: ([list]) => `ARRAY(SELECT lower(v) FROM unnest(${list}) AS v)`,
    trim: ([x]) => `btrim(${x}, E' \\t\\r\\n')`,
    left: ([x, n]) => `left(${x}, ${characters(n)})`,
    right: ([x, n]) => `right(${x}, ${characters(n)})`,
    length: ([x]) => `char_length(${x})::bigint`,
    substring,
    // No text has so many parts that the last of them would be found: it is empty, as those before the first are.
    split_part: ([x, separator, n]) =>
      `split_part(${x}, nullif(${separator}, ''), CASE WHEN ${n} >= 1 THEN least(${n}, 2147483647) WHEN ${n} < 1 THEN 2147483647 END::int)`,
    position_of: ([x, part]) => `strpos(${x}, ${part})::bigint`,
    pad_left: ([x, n, fill]) => `lpad(${x}, ${padding(n)}, ${fill})`,
    pad_right: ([x, n, fill]) => `rpad(${x}, ${padding(n)}, ${fill})`,
    contains: ([x, part]) => `(strpos(${x}, ${part}) > 0)`,
    ends_with: ([x, part]) => `(right(${x}, char_length(${part})) = ${part})`,
    matches: ([x, pattern]) => `(${x} ~ ${pattern})`,
    row_hash: (args) => `md5(${args.join(" || chr(31) || ")})`,
  }) satisfies Partial<ScalarTable>;

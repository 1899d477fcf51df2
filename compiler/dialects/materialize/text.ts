/** Text, which is ordered by bytes there; collations are not known. */
import { type ScalarTable, unsupported } from "../emitters.ts";

/** A number's digits without trailing zeros behind the point. */
const trimmed = (text: string) =>
  `CASE WHEN position('.' IN ${text}) > 0 THEN rtrim(rtrim(${text}, '0'), '.') ELSE ${text} END`;

export const decimalText = (numeric: string) => trimmed(`${numeric}::text`);

/** Beyond the plain numbers an exponent without sign and leading zero. */
export function floatText(float: string): string {
  const plain = trimmed(`${float}::text::numeric::text`);
  const short =
    `replace(replace(replace(replace(lower(${float}::text), 'e+0', 'e'), 'e+', 'e'), 'e-0', 'e-'), 'infinity', 'inf')`;
  return `(CASE WHEN ${float} IS NULL THEN '' WHEN abs(${float}) >= '1e-6' AND abs(${float}) < '1e21' THEN ${plain} ELSE ${short} END)`;
}

export const text = {
  position_of: ([x, part]) => `position(${part} IN ${x})::bigint`,
  pad_right: unsupported("Materialize pads at the left only"),
  contains: ([x, part]) => `(position(${part} IN ${x}) > 0)`,
  starts_with: ([x, part]) => `(left(${x}, char_length(${part})) = ${part})`,
  // The engine's dot leaves out line ends unless it is told otherwise.
  matches: ([x, pattern]) => `(${x} ~ ('(?s)' || ${pattern}))`,
  row_hash: (args) => `encode(digest(${args.join(" || chr(31) || ")}, 'md5'), 'hex')`,
} satisfies Partial<ScalarTable>;

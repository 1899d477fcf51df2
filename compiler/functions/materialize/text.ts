/** Text on Materialize, which orders it by bytes and knows no collations. */
import type { ScalarEmitter } from "../dialect.ts";
import { UTC } from "./types.ts";

/** A number's digits without trailing zeros behind the point. */
const trimmed = (text: string) =>
  `CASE WHEN position('.' IN ${text}) > 0 THEN rtrim(rtrim(${text}, '0'), '.') ELSE ${text} END`;

/** Plain from 1e-6 up to 1e21, as ClickHouse writes numbers; beyond, an exponent without sign and leading zero. */
function floatText(x: string): string {
  const plain = trimmed(`${x}::text::numeric::text`);
  const short =
    `replace(replace(replace(replace(lower(${x}::text), 'e+0', 'e'), 'e+', 'e'), 'e-0', 'e-'), 'infinity', 'inf')`;
  return `(CASE WHEN ${x} IS NULL THEN '' WHEN abs(${x}) >= '1e-6' AND abs(${x}) < '1e21' THEN ${plain} ELSE ${short} END)`;
}

export const toText: ScalarEmitter = ([x = ""], call) => {
  switch (call.args[0]?.type.type) {
    case "string":
      return `coalesce(${x}, '')`;
    case "decimal":
      return `coalesce(${trimmed(`${x}::text`)}, '')`;
    case "datetime":
      return `coalesce(to_char(${x} AT TIME ZONE ${UTC}, 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'), '')`;
    case "float64":
      return floatText(x);
    default:
      return `coalesce(${x}::text, '')`;
  }
};

export const contains: ScalarEmitter = ([x, part]) => `(position(${part} IN ${x}) > 0)`;
export const startsWith: ScalarEmitter = ([x, part]) => `(left(${x}, char_length(${part})) = ${part})`;
/** The engine's dot leaves out line ends unless it is told otherwise. */
export const matches: ScalarEmitter = ([x, pattern]) => `(${x} ~ ('(?s)' || ${pattern}))`;
export const rowHash: ScalarEmitter = (args) =>
  `encode(digest(${args.join(" || chr(31) || ")}, 'md5'), 'hex')`;

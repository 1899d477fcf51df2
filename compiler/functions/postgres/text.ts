/** Text on PostgreSQL. */
import type { ScalarEmitter } from "../dialect.ts";

export const toText: ScalarEmitter = ([x = ""], call) => {
  switch (call.args[0]?.type.type) {
    case "string":
      return `coalesce(${x}, '')`;
    case "decimal":
      return `coalesce(trim_scale(${x})::text, '')`;
    case "datetime":
      return `coalesce(to_char(${x} AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'), '')`;
    case "float64":
      return floatText(x);
    case "date":
      return `coalesce(to_char(${x}, 'YYYY-MM-DD'), '')`;
    default:
      return `coalesce(${x}::text, '')`;
  }
};

/** The shortest digits that read back as the same number; plain from 1e-6 up to 1e21, as ClickHouse writes them. */
function floatText(x: string): string {
  const plain = `trim_scale(${x}::text::numeric)::text`;
  const short = `replace(regexp_replace(lower(${x}::text), 'e\\+?(-?)0*', 'e\\1'), 'infinity', 'inf')`;
  return `CASE WHEN ${x} IS NULL THEN '' WHEN abs(${x}) >= 1e-6 AND abs(${x}) < 1e21 THEN ${plain} ELSE ${short} END`;
}

/** The engine takes so many arguments in one call. */
const MAX_ARGUMENTS = 100;

export const concat: ScalarEmitter = (args, call, context) => {
  if (args.length <= MAX_ARGUMENTS) return `concat(${args.join(", ")})`;
  const groups: string[] = [];
  for (let start = 0; start < args.length; start += MAX_ARGUMENTS) {
    groups.push(`concat(${args.slice(start, start + MAX_ARGUMENTS).join(", ")})`);
  }
  return concat(groups, call, context);
};
export const upper: ScalarEmitter = ([x]) => `upper(${x})`;
export const lower: ScalarEmitter = ([x]) => `lower(${x})`;
export const lowerEach: ScalarEmitter = ([list]) => `ARRAY(SELECT lower(v) FROM unnest(${list}) AS v)`;
export const trim: ScalarEmitter = ([x]) => `btrim(${x}, E' \\t\\r\\n')`;
/** A count from zero to what the engine takes, null kept (greatest() would drop it). */
const characters = (count = "") =>
  `CASE WHEN ${count} > 0 THEN least(${count}, 2147483647) WHEN ${count} <= 0 THEN 0 END::int`;
export const left: ScalarEmitter = ([x, n]) => `left(${x}, ${characters(n)})`;
export const right: ScalarEmitter = ([x, n]) => `right(${x}, ${characters(n)})`;
export const length: ScalarEmitter = ([x]) => `char_length(${x})::bigint`;
export const replace: ScalarEmitter = ([x, from, to]) => `replace(${x}, ${from}, ${to})`;
export const contains: ScalarEmitter = ([x, part]) => `(strpos(${x}, ${part}) > 0)`;
export const startsWith: ScalarEmitter = ([x, part]) => `starts_with(${x}, ${part})`;
export const endsWith: ScalarEmitter = ([x, part]) => `(right(${x}, char_length(${part})) = ${part})`;
export const matches: ScalarEmitter = ([x, pattern]) => `(${x} ~ ${pattern})`;
export const rowHash: ScalarEmitter = (args) => `md5(${args.join(" || chr(31) || ")})`;

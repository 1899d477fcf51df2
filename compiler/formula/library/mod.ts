/** Every function of the language. Checks, completion, help and documentation read it. */
import { aggregate } from "./aggregate.ts";
import { convert } from "./convert.ts";
import { date } from "./date.ts";
import type { FunctionDefinition } from "./definition.ts";
import { logic } from "./logic.ts";
import { math } from "./math.ts";
import { textFunctions } from "./text.ts";
import { window } from "./window.ts";

export const functions = [
  ...math,
  ...textFunctions,
  ...date,
  ...logic,
  ...convert,
  ...aggregate,
  ...window,
] as const;

export type FunctionName = (typeof functions)[number]["name"];

const BY_NAME: ReadonlyMap<string, FunctionDefinition> = new Map(
  functions.map((entry) => [entry.name, entry]),
);

export function findFunction(name: string): FunctionDefinition | undefined {
  return BY_NAME.get(name.toUpperCase());
}

/** What others call these functions, and what is written instead. */
export const OTHER_NAMES: Readonly<Record<string, string>> = {
  AVERAGE: "AVG",
  AVERAGEIF: "AVG_IF",
  COUNTIF: "COUNT_IF",
  SUMIF: "SUM_IF",
  QUANTILE: "PERCENTILE",
  VAR: "VARIANCE",
  CEILING: "CEIL",
  CONCATENATE: "CONCAT",
  IFERROR: "COALESCE",
  IFNULL: "COALESCE",
  IIF: "IF",
  LEN: "LENGTH",
  NVL: "COALESCE",
  STR: "TEXT",
  SUBSTITUTE: "REPLACE",
  SUBSTR: "SUBSTRING",
  MID: "SUBSTRING",
  LPAD: "PAD_LEFT",
  RPAD: "PAD_RIGHT",
  SWITCH: "CASE … WHEN … THEN … END",
  TODAY: "DATE(NOW())",
  TRUNCATE: "TRUNC",
};

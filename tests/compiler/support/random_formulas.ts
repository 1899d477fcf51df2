/** A random formula over one of the given columns. */
import type { Column } from "@/compiler/mod.ts";
import { type Around, isExact, isNumeric } from "./random_parts.ts";

export function quoted(column: Column): string {
  return `[${column.name.replaceAll("]", "]]")}]`;
}

type Write = (x: string) => string;

/** Functions that give the same on every engine: of exact numbers, of texts and of times. */
const EXACT_FUNCTIONS: readonly Write[] = [
  (x) => `SIGN(${x})`,
  (x) => `TRUNC(${x}, 1)`,
  (x) => `ROUND(${x}, -1)`,
  (x) => `GREATEST(${x}, 2)`,
  (x) => `LEAST(${x}, null, 7)`,
  (x) => `TODECIMAL(${x}, 2)`,
  (x) => `TOINT(${x})`,
  (x) => `TOTEXT(${x})`,
  // The engines' own differ in the last bit of a double now and then, which rounding takes away.
  (x) => `ROUND(LN(${x}), 6)`,
  (x) => `ROUND(LOG10(${x}), 6)`,
  (x) => `ROUND(EXP(LEAST(${x}, 9)), 6)`,
];
const TEXT_FUNCTIONS: readonly Write[] = [
  (x) => `SUBSTRING(${x}, 2, 2)`,
  (x) => `SPLIT_PART(${x}, "A", 1)`,
  (x) => `STARTS_WITH(${x}, "A")`,
  (x) => `ENDS_WITH(${x}, "L")`,
  (x) => `POSITION(${x}, "A")`,
  (x) => `PAD_LEFT(${x}, 3, "*")`,
  (x) => `PAD_RIGHT(${x}, 5, ${x})`,
  (x) => `TOINT(${x})`,
  (x) => `TODECIMAL(${x}, 1)`,
  (x) => `TODATE(${x})`,
  (x) => `TODATETIME(${x}, "YYYY-MM-DD HH:mm:ss")`,
];
const TIME_FUNCTIONS: readonly Write[] = [
  (x) => `WEEKDAY(${x})`,
  (x) => `WEEK(${x})`,
  (x) => `ISOYEAR(${x})`,
  (x) => `QUARTER(${x})`,
  (x) => `DATE_TRUNC("month", ${x})`,
  (x) => `TODATE(${x})`,
  (x) => `TOTEXT(${x})`,
  (x) => `LEAST(${x}, ${x})`,
];

export function randomFormula({ columns, draws }: Around): string {
  const column = draws.pick(columns);
  const text = quoted(column);
  if (isNumeric(column)) {
    return draws.pick([
      `${text} + 1`,
      `-${text}`,
      `IF(${text} > 1, ${text}, 0)`,
      `${text} * 2`,
      `COALESCE(${text}, 3)`,
      "1",
      ...(isExact(column) ? EXACT_FUNCTIONS.map((write) => write(text)) : []),
    ]);
  }
  if (column.type === "string") {
    return draws.pick([
      `${text} & "x"`,
      `UPPER(${text})`,
      `LENGTH(${text})`,
      `COALESCE(${text}, "none")`,
      ...TEXT_FUNCTIONS.map((write) => write(text)),
    ]);
  }
  if (column.type === "boolean") return draws.pick([`NOT ${text}`, `IF(${text}, 1, 2)`]);
  return draws.pick([
    `YEAR(${text})`,
    `DATE_ADD("day", 1, ${text})`,
    `ISNULL(${text})`,
    ...TIME_FUNCTIONS.map((write) => write(text)),
  ]);
}

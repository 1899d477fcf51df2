/**
 * Filters in a URL: `symbol=AAPL`, `symbol=AAPL&symbol=MSFT` (any of them), `range=1d` (the last day, on each table's
 * time column), `price.>==100` or `price.between=1,2` (column, dot, operator).
 */
import { operators } from "@/compiler/mod.ts";
import type { DashboardFilter } from "@/compiler/schema/types.ts";
import { FlowForgeError } from "@/lib/server/errors.ts";
import { TIME_COLUMN } from "@/lib/server/query/filters.ts";
import { isFilter } from "./parameters.ts";

const MOST_FILTERS = 20;
const MOST_VALUES = 500;

const UNITS: Readonly<Record<string, string>> = {
  s: "second",
  m: "minute",
  h: "hour",
  d: "day",
  w: "week",
  mo: "month",
  y: "year",
};

/** Throws `invalid_input` for a range that cannot be read and for more filters than any page needs. */
export function filtersFromQuery(parameters: URLSearchParams): readonly DashboardFilter[] {
  const values = new Map<string, string[]>();
  for (const [name, value] of parameters) {
    if (!isFilter(name) || value === "") continue;
    const known = values.get(name);
    if (known === undefined) values.set(name, [value]);
    else known.push(value);
  }
  const count = [...values.values()].reduce((sum, list) => sum + list.length, 0);
  if (values.size > MOST_FILTERS || count > MOST_VALUES) {
    throw refused("filters", `Cannot apply so many filters: at most ${MOST_FILTERS}.`);
  }
  return [...values].map(([name, list]) => filterOf(...uncut(name, list)));
}

/** An address that is not encoded is cut at its first "=": `price.>==100` comes as `price.>` and `=100`. */
function uncut(name: string, values: readonly string[]): [name: string, values: readonly string[]] {
  const isCut = name.endsWith(".!") ||
    /\.[<>]?$/.test(name) && values.every((value) => value.startsWith("="));
  return isCut ? [`${name}=`, values.map((value) => value.replace(/^=/, ""))] : [name, values];
}

function filterOf(name: string, values: readonly string[]): DashboardFilter {
  if (!name.isWellFormed() || values.some((value) => !value.isWellFormed())) {
    throw refused("filters", "Cannot read the filters: broken characters.");
  }
  if (name === "range") {
    return { column: TIME_COLUMN, operator: "last_n", value: period("range", values[0]!) };
  }
  const operator = operators.find((known) => name.endsWith(`.${known.operator}`));
  if (operator === undefined) {
    return values.length === 1
      ? { column: name, operator: "=", value: values[0] }
      : { column: name, operator: "in", value: values };
  }
  const column = name.slice(0, -operator.operator.length - 1);
  const [first] = values as [string];
  switch (operator.value) {
    case "none":
      return { column, operator: operator.operator };
    case "one":
      return { column, operator: operator.operator, value: first };
    case "pair":
    case "list":
      return { column, operator: operator.operator, value: values.length > 1 ? values : first.split(",") };
    case "period":
      return { column, operator: operator.operator, value: period(name, first) };
  }
}

function period(name: string, text: string): { readonly size: number; readonly unit: string } {
  const match = /^(\d{1,6})(s|m|h|d|w|mo|y)$/.exec(text);
  if (match === null) {
    throw refused(name, `Cannot read the period "${text.slice(0, 20)}": write 15m, 6h, 1d or 2w.`);
  }
  return { size: Number(match[1]), unit: UNITS[match[2]!]! };
}

function refused(field: string, message: string): FlowForgeError {
  return new FlowForgeError("invalid_input", message, {
    problems: [{ code: "invalid_filter", message, field }],
  });
}

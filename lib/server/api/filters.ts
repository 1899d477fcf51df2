/**
 * Filters in a URL: `symbol=AAPL`, `symbol=AAPL&symbol=MSFT` (any of them), `range=1d` (the last day, on each table's
 * event time), `price.>==100` or `price.between=1,2` (column, dot, operator). A dot before a name makes it a column's,
 * whatever else it means: `.limit=5`.
 *
 * `in`, `not_in` and `between` take several values: the parameter repeated, or a comma between them. A comma that is
 * part of a value is encoded, as is everything that means something in an address: `name.in=Amazon.com%2C%20Inc.` is
 * one value. Numbers and times hold no comma, so that an encoded one separates them too.
 */
import { operators } from "@/compiler/mod.ts";
import type { DashboardFilter, TimeRange } from "@/compiler/schema/types.ts";
import { FlowForgeError } from "@/lib/server/errors.ts";
import type { AskedFilters } from "@/lib/server/query/filters.ts";
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

/** The parameters of an address, those with several values repeated: from here on each is one value, commas and all. */
export function filterParameters(search: string): URLSearchParams {
  const spread = search.replace(/^\?/, "").split("&").flatMap((pair) => {
    const [name = "", ...rest] = pair.split("=");
    const values = rest.join("=");
    if (!takesSeveral(new URLSearchParams(`${name}=`).keys().next().value ?? "")) return [pair];
    return values.split(",").map((value) => `${name}=${value}`);
  });
  return new URLSearchParams([...new URLSearchParams(spread.join("&"))].map(uncut));
}

function takesSeveral(name: string): boolean {
  const shape = splitName(name).operator?.value;
  return isFilter(name) && (shape === "list" || shape === "pair");
}

/** Takes what `filterParameters` reads. Throws `invalid_input` for a range that cannot be read and for more filters than any page needs. */
export function filtersFromQuery(parameters: URLSearchParams): AskedFilters {
  const values = new Map<string, string[]>();
  for (const [name, value] of parameters) {
    if (!isFilter(name)) continue;
    const known = values.get(name) ?? [];
    values.set(name, value === "" ? known : [...known, value]);
  }
  const count = [...values.values()].reduce((sum, list) => sum + list.length, 0);
  if (values.size > MOST_FILTERS || count > MOST_VALUES) {
    throw tooMany();
  }
  const { range: periods = [], ...named } = Object.fromEntries(values);
  const period = onlyOne("range", periods);
  const given = Object.entries(named).map(([name, list]) => ({ name, found: filtersOf(name, list) }));
  const filters = given.flatMap(({ found }) => found);
  if (filters.length > MOST_FILTERS) throw tooMany();
  const empty = given.flatMap(({ name, found }) => found.length === 0 ? [splitName(name).column] : []);
  return { filters, empty, ...(period === undefined ? {} : { range: rangeOf(period) }) };
}

/** An address that is not encoded is cut at its first "=": `price.>==100` comes as `price.>` and `=100`. */
function uncut([name, value]: readonly [string, string]): [name: string, value: string] {
  const isCut = name.endsWith(".!") || /\.[<>]?$/.test(name) && value.startsWith("=");
  return isCut && isFilter(name) ? [`${name}=`, value.replace(/^=/, "")] : [name, value];
}

/** None where an operator that takes a value is given none. */
function filtersOf(name: string, values: readonly string[]): readonly DashboardFilter[] {
  if (!name.isWellFormed() || values.some((value) => !value.isWellFormed())) {
    throw refused("filters", "Cannot read the filters: broken characters.");
  }
  const { column, operator } = splitName(name);
  if (operator?.value === "none") return [{ column, operator: operator.operator }];
  if (values.length === 0) return [];
  switch (operator?.value) {
    case undefined:
      return values.length === 1
        ? [{ column, operator: "=", value: values[0]! }]
        : [{ column, operator: "in", value: values }];
    case "one":
      return values.map((value) => ({ column, operator: operator!.operator, value }));
    case "pair":
    case "list":
      return [{ column, operator: operator!.operator, value: values }];
    case "period":
      return [{ column, operator: operator!.operator, value: period(name, onlyOne(name, values)!) }];
  }
}

/** Of two periods neither is what was asked for. */
function onlyOne(name: string, values: readonly string[]): string | undefined {
  const [first, ...rest] = new Set(values);
  if (rest.length === 0) return first;
  throw refused(name, `Cannot read "${name.slice(0, 64)}": it is given more than once. Leave one of them.`);
}

/** A parameter's column, and its operator where it names one. */
export function splitName(name: string) {
  const plain = name.startsWith(".") ? name.slice(1) : name;
  const operator = operators.find((known) => plain.endsWith(`.${known.operator}`));
  const column = operator === undefined ? plain : plain.slice(0, -operator.operator.length - 1);
  return { column, operator };
}

/** The name by which a column is filtered in an address; `=` is said only where the plain name would mean another. */
export function parameterOf(column: string, operator = "="): string {
  const isPlain = isFilter(column) && column !== "range" && !column.startsWith(".");
  const name = isPlain ? column : `.${column}`;
  return operator === "=" && splitName(name).operator === undefined ? name : `${name}.${operator}`;
}

function tooMany(): FlowForgeError {
  return refused("filters", `Cannot apply so many filters: at most ${MOST_FILTERS}.`);
}

function rangeOf(text: string): TimeRange {
  return { last: period("range", text) };
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

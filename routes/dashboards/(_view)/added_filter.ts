/** A filter that a viewer adds to those of a dashboard's address. */
import { operatorsFor, readGiven } from "@/compiler/mod.ts";
import { filterParameters, filtersFromQuery, parameterOf } from "@/lib/server/api/filters.ts";
import type { FilterOption } from "@/lib/server/dashboards/schema.ts";
import { FlowForgeError } from "@/lib/server/errors.ts";

/** The form as it was typed, so that a refused one comes back whole. */
export interface FilterDraft {
  readonly column: string;
  readonly operator: string;
  readonly value: string;
  /** What the address chose before. */
  readonly query: string;
}

export function readFilterDraft(parameters: URLSearchParams): FilterDraft {
  const read = (name: string) => parameters.get(name) ?? "";
  return { column: read("column"), operator: read("operator"), value: read("value"), query: read("query") };
}

/** Returns the address's query with the filter. Throws `invalid_input` for one that could not be applied. */
export function withFilter(
  { column, operator: name, value, query }: FilterDraft,
  options: readonly FilterOption[],
): string {
  const option = options.find((each) => each.column === column);
  if (option === undefined) throw refused("column", "Choose one of the columns.");
  const operator = operatorsFor(option.type).find((each) => each.operator === name);
  if (operator === undefined) throw refused("operator", `Choose another one: "${column}" is ${option.type}.`);
  const typed = option.type === "string" ? value : value.trim();
  const isSeveral = operator.value === "list" || operator.value === "pair";
  const values = isSeveral ? listed(typed) : [operator.value === "none" ? "" : typed];
  const given = values.filter((each) => each !== "");
  if (operator.value !== "none" && given.length === 0) throw refused("value", "Give a value.");
  if (operator.value === "pair" && given.length !== 2) {
    throw refused("value", "Give two values with a comma between them: the first and the last.");
  }
  if (operator.value !== "none" && operator.value !== "period") {
    for (const each of given) {
      const read = readGiven(each, option.type);
      if ("expected" in read) {
        throw refused("value", `Cannot read "${each.slice(0, 60)}": ${read.expected} is expected.`);
      }
    }
  }
  const parameter = parameterOf(column, operator.operator);
  const chosen = new URLSearchParams(query);
  // Two values of one pair or period would be of two filters.
  if (operator.value === "pair" || operator.value === "period") chosen.delete(parameter);
  for (const each of operator.value === "none" ? [""] : given) chosen.append(parameter, each);
  // Says what is wrong with a period, and with more filters than there may be.
  filtersFromQuery(filterParameters(`${chosen}`));
  return `${chosen}`;
}

/** The values between commas; one in quotes keeps those that it holds, as in CSV. */
function listed(typed: string): readonly string[] {
  const fields = typed.matchAll(/\s*(?:"((?:[^"]|"")*)"\s*|([^,]*))(?:,|$)/gy);
  return [...fields].map(([, quoted, plain = ""]) => quoted?.replaceAll('""', '"') ?? plain.trim());
}

function refused(field: keyof FilterDraft, message: string): FlowForgeError {
  return new FlowForgeError("invalid_input", "Cannot add this filter.", {
    problems: [{ code: "invalid_filter", message, field }],
  });
}

/** What is wrong with a value, in plain words that go on after its name: "`limit` must be a whole number". */
import type { z } from "zod";

type Issue<Code extends z.core.$ZodIssueCode> = Extract<z.core.$ZodRawIssue, { readonly code: Code }>;

const KINDS: Readonly<Record<string, string>> = {
  string: "text",
  number: "a number",
  int: "a whole number",
  boolean: "true or false",
  array: "a list",
  object: "an object",
  record: "an object",
  null: "null",
};

/** One line for each way in which zod refuses a value; a refinement that says nothing itself reads as `custom`. */
const WORDS: { readonly [Code in z.core.$ZodIssueCode]: (issue: Issue<Code>) => string } = {
  invalid_type: (issue) => issue.input === undefined ? "must be given" : `must be ${kindOf(issue)}`,
  too_big: ({ origin, maximum, inclusive }) =>
    amount(origin, inclusive === false ? "below" : "at most", maximum),
  too_small: ({ origin, minimum, inclusive }) =>
    isCounted(origin) && Number(minimum) === 1
      ? "must not be empty"
      : amount(origin, inclusive === false ? "above" : "at least", minimum),
  invalid_format: ({ format }) =>
    format === "datetime"
      ? "must be a date and time such as 2026-01-31T09:30:00Z"
      : "must have the form that the documentation shows",
  not_multiple_of: ({ divisor }) => `must be a multiple of ${divisor}`,
  unrecognized_keys: ({ keys }) => `must not have ${keys.map((key) => `"${key}"`).join(", ")}`,
  invalid_union: () => "must have one of the forms that the documentation shows",
  invalid_key: () => "must not have a key of this kind",
  invalid_element: () => "must not hold a value of this kind",
  invalid_value: ({ values }) => `must be ${values.map((value) => JSON.stringify(value)).join(" or ")}`,
  custom: () => "must have another value",
};

/** The error map of `checked`: zod asks it where a schema has no words of its own. */
export function inputWords<Code extends z.core.$ZodIssueCode>(issue: z.core.$ZodRawIssue): string {
  return WORDS[issue.code as Code](issue as Issue<Code>);
}

/** The schema knows better than the issue: "x" is no number to zod, and no whole number to people. */
function kindOf({ expected, inst }: Issue<"invalid_type">): string {
  const isWhole = inst !== undefined && "isInt" in inst && inst.isInt === true;
  return KINDS[isWhole ? "int" : expected] ?? "of another kind";
}

const isCounted = (origin: string) => origin === "string" || origin === "array";

function amount(origin: string, bound: string, count: number | bigint): string {
  if (!isCounted(origin)) return `must be ${bound} ${count}`;
  const unit = origin === "string" ? "character" : "item";
  return `must have ${bound} ${count} ${unit}${Number(count) === 1 ? "" : "s"}`;
}

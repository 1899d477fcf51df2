/** Turns what a person types into a value of the graph, and back. */
import { readGiven, text, type TypeName } from "@/compiler/browser.ts";

const NUMERIC: ReadonlySet<TypeName> = new Set<TypeName>(["int64", "float64", "decimal"]);

export function isNumeric(type: TypeName | undefined): boolean {
  return type !== undefined && NUMERIC.has(type);
}

/** A number becomes a number unless that would lose a digit; what is no value yet stays text, and the compiler says so. */
export function parseScalar(typed: string, type: TypeName | undefined): unknown {
  if (typed === "" && type !== "string") return undefined;
  if (type === undefined || type === "string") return typed;
  if (isNumeric(type)) {
    const trimmed = typed.trim();
    const number = Number(trimmed);
    return trimmed !== "" && String(number) === trimmed ? number : trimmed;
  }
  const read = readGiven(typed, type);
  if (!("value" in read)) return typed.trim();
  return typeof read.value === "string" ? read.value.replace(/\.000Z$/, "Z") : read.value;
}

/** A value as it is read back. What is no value of the type stays as it is written. */
export function showScalar(value: unknown, type: TypeName | undefined): string {
  const moment = type === "datetime" ? momentOf(value) : null;
  if (moment !== null) return moment.time === "" ? moment.date : `${moment.date}T${moment.time}`;
  return typeof value === "boolean" ? String(value) : text(value);
}

/** A date, and a time of day in UTC; without one the whole day is meant. */
export interface Moment {
  readonly date: string;
  readonly time: string;
}

/** Null for what is no date or time to the compiler. */
export function momentOf(value: unknown): Moment | null {
  const read = readGiven(value, "datetime");
  if (!("value" in read)) return null;
  const [date = "", time = ""] = String(read.value).split("T");
  return { date, time: time.replace(/(\.000)?Z$/, "") };
}

/** The graph's value; undefined without a date. */
export function momentValue({ date, time }: Moment): unknown {
  return date === "" ? undefined : parseScalar(time === "" ? date : `${date}T${time}`, "datetime");
}

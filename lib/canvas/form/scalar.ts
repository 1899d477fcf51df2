/** Turns what a person types into a value of the graph, and back. */
import { readGiven, text, type TypeName } from "@/compiler/browser.ts";

const NUMERIC: ReadonlySet<TypeName> = new Set<TypeName>(["int64", "float64", "decimal"]);
const DAY = /^\d{4}-\d{2}-\d{2}$/;

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

export function showScalar(value: unknown, type: TypeName | undefined): string {
  if (type === "datetime" && !isDay(value)) return toLocal(text(value));
  return typeof value === "boolean" ? String(value) : text(value);
}

/** A date alone, which beside a date-time means the whole day. */
export function isDay(value: unknown): boolean {
  return DAY.test(text(value));
}

/** `datetime-local` has no zone; the graph's times are UTC. */
function toLocal(iso: string): string {
  const time = Date.parse(iso);
  return Number.isNaN(time) ? "" : new Date(time).toISOString().replace(/(\.000)?Z$/, "");
}

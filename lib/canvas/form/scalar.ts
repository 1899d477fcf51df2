/** Turns what a person types into a value of the graph, and back. */
import { text, type TypeName } from "@/compiler/browser.ts";

const NUMERIC: ReadonlySet<TypeName> = new Set<TypeName>(["int64", "float64", "decimal"]);

export function isNumeric(type: TypeName | undefined): boolean {
  return type !== undefined && NUMERIC.has(type);
}

/** A number becomes a number unless that would lose a digit; what is no number yet stays text, and the compiler says so. */
export function parseScalar(typed: string, type: TypeName | undefined): unknown {
  if (typed === "" && type !== "string") return undefined;
  if (type === "boolean") return typed === "true";
  if (type === "datetime") return fromLocal(typed);
  if (!isNumeric(type)) return typed;
  const trimmed = typed.trim();
  const number = Number(trimmed);
  return trimmed !== "" && String(number) === trimmed ? number : trimmed;
}

export function showScalar(value: unknown, type: TypeName | undefined): string {
  if (type === "datetime") return toLocal(text(value));
  return typeof value === "boolean" ? String(value) : text(value);
}

/** `datetime-local` has no zone; the graph's times are UTC. */
function fromLocal(typed: string): string {
  const seconds = typed.length === 16 ? `${typed}:00` : typed;
  return `${seconds}Z`;
}

function toLocal(iso: string): string {
  const time = Date.parse(iso);
  return Number.isNaN(time) ? "" : new Date(time).toISOString().replace(/(\.000)?Z$/, "");
}

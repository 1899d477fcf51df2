/** Reads what a person types or pastes into a list of values. */
import type { TypeName } from "@/compiler/browser.ts";

/** One field of a quoted list, and what ends it. */
const QUOTED = /"((?:[^"]|"")*)"[ ]*(,|\t|\r?\n|$)/y;
const PLAIN = /([^",\t\r\n][^,\t\r\n]*)?(,|\t|\r?\n|$)/y;

/** Whether commas separate what is typed: numbers and times hold none, a text may. */
export function isSeparated(type: TypeName | undefined): boolean {
  return type !== undefined && type !== "string";
}

/** What one press of Enter adds: the text itself; of numbers and times, each between commas. */
export function typedValues(typed: string, type: TypeName | undefined): readonly string[] {
  if (!isSeparated(type)) return typed.trim() === "" ? [] : [typed];
  return parts(typed, /[,;\t\r\n]/);
}

/**
 * The values of a pasted list: quoted ones as CSV has them, else a line or a cell each. Null where there is nothing to
 * separate, so that the text goes on to be typed in.
 */
export function pastedValues(pasted: string, type: TypeName | undefined): readonly string[] | null {
  const quoted = quotedValues(pasted.trim());
  if (quoted !== null) return quoted;
  const values = isSeparated(type) ? typedValues(pasted, type) : parts(pasted, /[\t\r\n]/);
  return values.length > 1 || /[\t\r\n]/.test(pasted) ? values : null;
}

/** Null unless the whole text is such a list, with one quoted field at least. */
function quotedValues(text: string): readonly string[] | null {
  const values: string[] = [];
  let hasQuotes = false;
  let at = 0;
  while (at < text.length) {
    const isQuoted = text[at] === '"';
    const field = isQuoted ? QUOTED : PLAIN;
    field.lastIndex = at;
    const found = field.exec(text);
    if (found === null) return null;
    const value = isQuoted ? found[1]!.replaceAll('""', '"') : (found[1] ?? "").trim();
    if (value !== "") values.push(value);
    hasQuotes ||= isQuoted;
    at = field.lastIndex;
    // A comma may be followed by spaces before the next quote.
    if (/^ +"/.test(text.slice(at))) at += text.slice(at).search('"');
  }
  return hasQuotes ? values : null;
}

const parts = (text: string, separator: RegExp): readonly string[] =>
  text.split(separator).map((part) => part.trim()).filter((part) => part !== "");

/** Characters of a pattern: escapes, and sets in brackets. */
import {
  CLASSES,
  CODE_POINT,
  codeOf,
  CONTROL,
  isProperty,
  OCTAL,
  POSIX_CLASS,
  PROPERTY,
  UNICODE,
} from "./pattern_syntax.ts";
import { Fault, type Part, part, type PatternScanner, STEPS } from "./pattern_scanner.ts";

/** An escape that stands for one character, or for a Unicode class. */
export function readEscape(scan: PatternScanner): string {
  const character = scan.next();
  if (CONTROL.includes(character)) return `\\${character}`;
  const special = `"\\${character}" is not an escape`;
  if (UNICODE.test(character)) {
    const property = scan.take(PROPERTY);
    const name = property?.[1] ?? property?.[2] ?? "";
    if (!isProperty(name)) throw new Fault(`"${name}" is no Unicode class`);
    scan.common = false;
  } else if (character === "x") {
    const code = scan.take(CODE_POINT);
    if (code === undefined || parseInt(code[1] ?? code[2] ?? "", 16) > 0x10ffff) throw new Fault(special);
    scan.common = false;
  } else if (/[0-7]/.test(character)) {
    scan.at--;
    if (scan.take(OCTAL) === undefined) throw new Fault(`${special}: there are no back-references`);
    scan.common = false;
  } else if (character === "a") scan.common = false;
  else if (/[A-Za-z0-9]/.test(character) || (character.codePointAt(0) ?? 0) > 127) throw new Fault(special);
  return `\\${character}`;
}

/** A set of characters, behind its `[`. */
export function readSet(scan: PatternScanner): Part {
  let out = "[";
  if (scan.peek() === "^") out += scan.next();
  let steps = STEPS.set;
  for (let isFirst = true;; isFirst = false) {
    const start = scan.at;
    const character = scan.next();
    if (character === "]" && !isFirst) return part(`${out}]`, steps);
    if (character === "[" && takesPosixClass(scan)) continue;
    const member = character === "\\" ? readClass(scan) : undefined;
    if (member !== undefined) {
      out += member;
      steps += STEPS.unicode;
      continue;
    }
    scan.at = start;
    const from = readMember(scan);
    out += from.text;
    const next = scan.peek(1);
    if (scan.peek() !== "-" || next === "]" || next === undefined) continue;
    scan.at++;
    const to = readMember(scan);
    if (from.code > to.code) throw new Fault(`"${from.text}-${to.text}" is not a range`);
    out += `-${to.text}`;
  }
}

/** Takes a class such as `[:alpha:]`, behind its `[`; whether there is one. */
function takesPosixClass(scan: PatternScanner): boolean {
  if (scan.peek() !== ":") return false;
  const rest = `[${scan.ahead()}`;
  const end = rest.indexOf(":]", 2);
  scan.common = false;
  if (end < 0) return false;
  const name = rest.slice(0, end + 2);
  if (!POSIX_CLASS.test(name)) throw new Fault(`"${name}" is no class of characters`);
  scan.at += name.length - 1;
  return true;
}

/** A class inside `[ ]`, behind its backslash. */
function readClass(scan: PatternScanner): string | undefined {
  const character = scan.peek() ?? "";
  const members = CLASSES[character.toLowerCase()];
  if (members !== undefined) {
    scan.at++;
    if (character !== character.toLowerCase()) scan.common = false;
    return members;
  }
  return UNICODE.test(character) ? readEscape(scan) : undefined;
}

/** One character inside `[ ]`. */
function readMember(scan: PatternScanner): { readonly text: string; readonly code: number } {
  const start = scan.at;
  const character = scan.next();
  if (character === "\\") {
    if (UNICODE.test(scan.peek() ?? "")) throw new Fault("a range cannot end in a class");
    const text = readEscape(scan);
    return { text, code: codeOf(scan.since(start + 1)) };
  }
  const text = "[]-".includes(character) ? `\\${character}` : character;
  return { text, code: character.codePointAt(0) ?? 0 };
}

/**
 * Regular expressions: what RE2 accepts and PostgreSQL's engine reads alike. The pattern is parsed, so an invalid one
 * is found before an engine sees it, and respelled where both engines then agree.
 */

export type Pattern =
  | { readonly ok: true; readonly common: string | undefined }
  | { readonly ok: false; readonly reason: string };

const MAX_REPEAT = 255;
const MAX_NESTING = 30;
const CLASSES: Readonly<Record<string, string>> = { d: "0-9", w: "A-Za-z0-9_", s: " \t\n\f\r" };
const CONTROL = "tnrfv";
const SPECIAL = ".+*?()|[]{}^$\\";

class Fault extends Error {}

/** Parses an RE2 pattern; `common` says the same to every engine, undefined where nothing does. */
export function readPattern(pattern: string): Pattern {
  const reader = new Reader(pattern);
  try {
    const common = reader.read();
    return { ok: true, common: reader.common ? common : undefined };
  } catch (error) {
    if (error instanceof Fault) return { ok: false, reason: error.message };
    throw error;
  }
}

class Reader {
  common = true;
  readonly #characters: readonly string[];
  #position = 0;
  #nesting = 0;

  constructor(pattern: string) {
    this.#characters = [...pattern];
  }

  read(): string {
    let prefix = "";
    if (this.#characters.slice(0, 4).join("") === "(?i)") {
      this.#position = 4;
      prefix = "(?i)";
    }
    const body = this.#alternatives();
    if (this.#peek() !== undefined) throw new Fault(`")" at ${this.#position + 1} closes nothing`);
    return prefix + body;
  }

  #peek(): string | undefined {
    return this.#characters[this.#position];
  }

  #next(): string {
    const character = this.#characters[this.#position++];
    if (character === undefined) throw new Fault("it ends too early");
    return character;
  }

  #alternatives(): string {
    if (++this.#nesting > MAX_NESTING) throw new Fault("it is nested too deeply");
    const branches = [this.#sequence()];
    while (this.#peek() === "|") {
      this.#position++;
      branches.push(this.#sequence());
    }
    this.#nesting--;
    // An empty branch matches nothing at all in PostgreSQL's grammar; an empty group says the same.
    return branches.map((branch) => (branch === "" && branches.length > 1 ? "(?:)" : branch)).join("|");
  }

  #sequence(): string {
    let out = "";
    for (let next = this.#peek(); next !== undefined && next !== "|" && next !== ")"; next = this.#peek()) {
      const anchor = next === "^" || next === "$";
      out += this.#atom();
      const repeat = this.#repeat();
      if (repeat !== "" && anchor) this.common = false;
      out += repeat;
    }
    return out;
  }

  #repeat(): string {
    const next = this.#peek();
    let out = "";
    if (next === "*" || next === "+" || next === "?") out = this.#next();
    else if (next === "{") out = this.#counted();
    if (out === "") return "";
    if (this.#peek() === "?") out += this.#next();
    const after = this.#peek();
    if (after === "*" || after === "+" || after === "?") throw new Fault(`"${after}" repeats a repetition`);
    return out;
  }

  /** `{2}`, `{2,}`, `{2,5}`; any other brace stands for itself. */
  #counted(): string {
    const end = this.#characters.indexOf("}", this.#position);
    const text = end < 0 ? "" : this.#characters.slice(this.#position, end + 1).join("");
    const match = /^\{(\d{1,4})(?:(,)(\d{0,4}))?\}$/.exec(text);
    if (match === null) return "";
    const [least, most] = [Number(match[1]), match[3] ? Number(match[3]) : undefined];
    if (least > MAX_REPEAT || (most ?? 0) > MAX_REPEAT) {
      throw new Fault(`${text} repeats more than ${MAX_REPEAT} times`);
    }
    if (most !== undefined && most < least) throw new Fault(`${text} ends before it begins`);
    this.#position = end + 1;
    return text;
  }

  #atom(): string {
    const character = this.#next();
    switch (character) {
      case "(":
        return this.#group();
      case "[":
        return this.#set();
      case "\\":
        return this.#escape(false);
      case "*":
      case "+":
      case "?":
        throw new Fault(`"${character}" at ${this.#position} repeats nothing`);
      case "{":
      case "}":
      case "]":
        return `\\${character}`;
      default:
        return character;
    }
  }

  #group(): string {
    let open = "(";
    if (this.#peek() === "?") {
      this.#position++;
      if (this.#next() !== ":") throw new Fault("of the (? groups only (?: and a leading (?i) are known");
      open = "(?:";
    }
    const inner = this.#alternatives();
    if (this.#peek() !== ")") throw new Fault('")" is missing');
    this.#position++;
    return `${open}${inner === "" ? "(?:)" : inner})`.replace("((?:))", "()").replace("(?:(?:))", "(?:)");
  }

  #escape(inSet: boolean): string {
    const character = this.#next();
    const lower = character.toLowerCase();
    const members = CLASSES[lower];
    if (members !== undefined) {
      if (inSet) {
        if (character !== lower) this.common = false;
        return members;
      }
      return character === lower ? `[${members}]` : `[^${members}]`;
    }
    if (CONTROL.includes(character)) return `\\${character}`;
    if (character === "b" || character === "B") {
      if (inSet) throw new Fault(`"\\${character}" has no meaning inside [ ]`);
      this.common = false;
      return `\\${character}`;
    }
    if (SPECIAL.includes(character) || !/[A-Za-z0-9]/.test(character)) {
      if ((character.codePointAt(0) ?? 0) > 127) throw new Fault(`"\\${character}" is not an escape`);
      return `\\${character}`;
    }
    throw new Fault(`"\\${character}" is not an escape`);
  }

  #set(): string {
    let out = "[";
    if (this.#peek() === "^") out += this.#next();
    let first = true;
    while (true) {
      const character = this.#next();
      if (character === "]" && !first) return `${out}]`;
      if (character === "[" && this.#peek() === ":") this.common = false;
      const start = this.#member(character);
      out += start;
      const next = this.#characters[this.#position + 1];
      if (this.#peek() === "-" && next !== "]" && next !== undefined) {
        this.#position++;
        const from = plainOf(start);
        const end = this.#member(this.#next());
        if (from === undefined || plainOf(end) === undefined || from > (plainOf(end) ?? "")) {
          throw new Fault(`"${start}-${end}" is not a range`);
        }
        out += `-${end}`;
      }
      first = false;
    }
  }

  #member(character: string): string {
    if (character === "\\") return this.#escape(true);
    return character === "[" || character === "]" || character === "-" ? `\\${character}` : character;
  }
}

/** The one character that a set's member stands for. */
function plainOf(member: string): string | undefined {
  const characters = [...member];
  if (characters.length === 1) return characters[0];
  return characters.length === 2 && characters[0] === "\\" ? characters[1] : undefined;
}

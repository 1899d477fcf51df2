/**
 * Regular expressions: what RE2 accepts, and of that what PostgreSQL's engine reads alike. The pattern is parsed, so
 * an invalid one is found before an engine sees it, and respelled where both engines then agree.
 */
import { Fault, type Part, part, PatternScanner, STEPS } from "./pattern_scanner.ts";
import { readEscape, readSet } from "./pattern_sets.ts";
import { BOUNDARY, CLASSES, COUNTED, FLAGS, NAMED, REPEATED, UNICODE } from "./pattern_syntax.ts";

type Pattern =
  | { readonly ok: true; readonly common: string | undefined }
  | { readonly ok: false; readonly reason: string };

/** RE2's most repetitions, one inside the other included, and PostgreSQL's. */
const MAX_REPEAT = 1000;
const MAX_COMMON_REPEAT = 255;
const MAX_LENGTH = 10_000;
const MAX_NESTING = 200;
const MAX_COMMON_NESTING = 30;
/** Steps of RE2's program, roughly; more does not fit into its memory. */
const MAX_STEPS = 80_000;

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

class Reader extends PatternScanner {
  readonly #names = new Set<string>();
  #nesting = 0;

  read(): string {
    if (this.peek(MAX_LENGTH) !== undefined) {
      throw new Fault(`it has more than ${MAX_LENGTH} characters`);
    }
    let prefix = "";
    if (this.ahead(4) === "(?i)") {
      this.at = 4;
      prefix = "(?i)";
    }
    const body = this.#alternatives();
    if (this.peek() !== undefined) throw new Fault(`")" at ${this.at + 1} closes nothing`);
    return prefix + body.text;
  }

  #alternatives(): Part {
    this.#nesting++;
    if (this.#nesting > MAX_NESTING) throw new Fault("it is nested too deeply");
    if (this.#nesting > MAX_COMMON_NESTING) this.common = false;
    const branches = [this.#sequence()];
    while (this.peek() === "|") {
      this.at++;
      branches.push(this.#sequence());
    }
    this.#nesting--;
    // An empty branch matches nothing at all in PostgreSQL's grammar; an empty group says the same.
    const texts = branches.map(({ text }) => (text === "" && branches.length > 1 ? "(?:)" : text));
    return together(branches, texts.join("|"));
  }

  #sequence(): Part {
    const parts: Part[] = [];
    for (
      let next = this.peek();
      next !== undefined && next !== "|" && next !== ")";
      next = this.peek()
    ) {
      const isAnchor = next === "^" || next === "$";
      const atom = this.#atom();
      const repeated = this.#repeated(atom);
      if (repeated !== atom && isAnchor) this.common = false;
      parts.push(repeated);
    }
    return together(parts, parts.map(({ text }) => text).join(""));
  }

  #repeated(atom: Part): Part {
    const counted = this.take(COUNTED);
    const sign = counted === undefined ? this.take(REPEATED)?.[0] : undefined;
    if (counted === undefined && sign === undefined) return atom;
    // Flags such as `(?i)`, or an empty \\Q\\E.
    if (atom.text === "" && atom.steps === 0) throw new Fault(`"${counted?.[0] ?? sign}" repeats nothing`);
    const times = counted === undefined ? 1 : this.#times(counted);
    const lazy = this.take(/^\?/) === undefined ? "" : "?";
    const after = this.ahead(12);
    if (REPEATED.test(after) || COUNTED.test(after)) {
      throw new Fault(`"${this.peek()}" at ${this.at + 1} repeats a repetition`);
    }
    const repeats = atom.repeats * Math.max(times, 1);
    if (repeats > MAX_REPEAT) throw new Fault(`it repeats more than ${MAX_REPEAT} times`);
    return {
      text: `${atom.text}${counted?.[0] ?? sign}${lazy}`,
      steps: checked(atom.steps * Math.max(times, 1)),
      repeats,
    };
  }

  /** `{2}`, `{2,}`, `{2,5}`; any other brace stands for itself. */
  #times([text, low, , high]: RegExpExecArray): number {
    const [least, most] = [Number(low), high ? Number(high) : undefined];
    if (most !== undefined && most < least) throw new Fault(`${text} ends before it begins`);
    const times = most ?? least;
    if (times > MAX_REPEAT) throw new Fault(`${text} repeats more than ${MAX_REPEAT} times`);
    if (times > MAX_COMMON_REPEAT) this.common = false;
    return times;
  }

  #atom(): Part {
    if (COUNTED.test(this.ahead(12))) {
      throw new Fault(`"{" at ${this.at + 1} repeats nothing`);
    }
    const character = this.next();
    switch (character) {
      case "(":
        return this.#group();
      case "[":
        return readSet(this);
      case "\\":
        return this.#escapedAtom();
      case "*":
      case "+":
      case "?":
        throw new Fault(`"${character}" at ${this.at} repeats nothing`);
      case "{":
      case "}":
      case "]":
        return part(`\\${character}`);
      default:
        return part(character, character === "." ? STEPS.set : STEPS.character);
    }
  }

  #group(): Part {
    this.at--;
    const flags = this.take(FLAGS);
    const name = flags === undefined ? this.take(NAMED)?.[1] : undefined;
    if (flags !== undefined && flags[0] !== "(?:" || name !== undefined) this.common = false;
    if (flags?.[3] === ")") return part("", 0);
    if (name !== undefined) {
      if (this.#names.has(name)) throw new Fault(`it names two groups "${name}"`);
      this.#names.add(name);
    }
    if (flags === undefined && name === undefined) {
      this.at++;
      if (this.peek() === "?") {
        throw new Fault(
          `"${this.ahead(2)}" after "(" is not known: there is no looking ahead or behind`,
        );
      }
    }
    const open = flags === undefined ? "(" : "(?:";
    const inner = this.#alternatives();
    if (this.peek() !== ")") throw new Fault('")" is missing');
    this.at++;
    const body = inner.text === "" ? "(?:)" : inner.text;
    const text = `${open}${body})`.replace("((?:))", "()").replace("(?:(?:))", "(?:)");
    return { ...inner, text };
  }

  /** What a backslash means outside of `[ ]`. */
  #escapedAtom(): Part {
    const boundary = this.take(BOUNDARY)?.[0];
    if (boundary !== undefined) {
      this.common = false;
      return part(`\\${boundary}`);
    }
    const character = this.peek() ?? "";
    if (character === "Q") return this.#quoted();
    const members = CLASSES[character.toLowerCase()];
    if (members !== undefined) {
      this.at++;
      return part(character === character.toLowerCase() ? `[${members}]` : `[^${members}]`, STEPS.set);
    }
    return part(readEscape(this), UNICODE.test(character) ? STEPS.unicode : STEPS.character);
  }

  /** `\Q…\E`: the text between as it stands. */
  #quoted(): Part {
    this.common = false;
    const rest = this.ahead().slice(1);
    const end = rest.indexOf("\\E");
    const text = [...(end < 0 ? rest : rest.slice(0, end))];
    this.at += 1 + text.length + (end < 0 ? 0 : 2);
    return part("", text.length * STEPS.character);
  }
}

function checked(steps: number): number {
  if (steps > MAX_STEPS) throw new Fault("it is too large");
  return steps;
}

function together(parts: readonly Part[], text: string): Part {
  const steps = checked(parts.reduce((sum, each) => sum + each.steps, 0));
  return { text, steps, repeats: Math.max(1, ...parts.map((each) => each.repeats)) };
}

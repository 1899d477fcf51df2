/** Reading a pattern from left to right. */

/** Thrown with the reason why a text is not a pattern. */
export class Fault extends Error {}

export class PatternScanner {
  /** Whether what was read so far means the same to every engine. */
  common = true;
  /** Index of the next character. */
  at = 0;
  readonly #characters: readonly string[];

  constructor(pattern: string) {
    this.#characters = [...pattern];
  }

  /** The character here, or so many further on. */
  peek(offset = 0): string | undefined {
    return this.#characters[this.at + offset];
  }

  /** The text from here on, or so many characters of it. */
  ahead(count = Infinity): string {
    return this.#characters.slice(this.at, this.at + count).join("");
  }

  next(): string {
    const character = this.#characters[this.at++];
    if (character === undefined) throw new Fault("it ends too early");
    return character;
  }

  /** Matches the expression here and moves behind the match; undefined where it does not match. */
  take(expression: RegExp): RegExpExecArray | undefined {
    const match = expression.exec(this.ahead(100));
    if (match === null) return undefined;
    this.at += match[0].length;
    return match;
  }

  /** What stands between a position and here. */
  since(start: number): string {
    return this.#characters.slice(start, this.at).join("");
  }
}

/** About how many steps of RE2's compiled program a character, a set and a Unicode class take. */
export const STEPS = { character: 4, set: 30, unicode: 800 };

/** A part of a pattern: its common spelling, its size, and how often it repeats what is inside. */
export interface Part {
  readonly text: string;
  readonly steps: number;
  readonly repeats: number;
}

export const part = (text: string, steps = STEPS.character): Part => ({ text, steps, repeats: 1 });

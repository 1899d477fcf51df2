/** A small random source: each draw takes the next number, so fewer numbers mean a smaller case. */
export class Draws {
  #at = 0;
  constructor(readonly numbers: readonly number[]) {}

  get done(): boolean {
    return this.#at >= this.numbers.length;
  }

  next(below: number): number {
    const value = this.numbers[this.#at] ?? 0;
    this.#at += 1;
    return below <= 0 ? 0 : value % below;
  }

  pick<T>(list: readonly T[]): T {
    const chosen = list[this.next(list.length)];
    if (chosen === undefined) throw new Error("nothing to pick from");
    return chosen;
  }

  /** One time in so many; never once the numbers are used up. */
  once(inHowMany: number): boolean {
    return this.next(inHowMany) === inHowMany - 1;
  }

  /** Up to so many, each once. */
  some<T>(list: readonly T[], most: number): T[] {
    return [...new Set(Array.from({ length: 1 + this.next(most) }, () => this.pick(list)))];
  }
}

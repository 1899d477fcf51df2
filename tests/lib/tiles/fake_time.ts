/** Timers that pass when a test says so. Promises between timers get their turns. */
import { setImmediate } from "node:timers";

interface Waiting {
  readonly at: number;
  readonly run: () => void;
}

export class FakeTime {
  #now = 0;
  #next = 1;
  readonly #waiting = new Map<number, Waiting>();
  readonly #real = { setTimeout: globalThis.setTimeout, clearTimeout: globalThis.clearTimeout };

  constructor() {
    globalThis.setTimeout = ((run: () => void, delay = 0) => {
      const id = this.#next++;
      this.#waiting.set(id, { at: this.#now + delay, run });
      return id;
    }) as typeof globalThis.setTimeout;
    globalThis.clearTimeout =
      ((id?: number) => void this.#waiting.delete(id ?? 0)) as typeof globalThis.clearTimeout;
  }

  async pass(milliseconds: number): Promise<void> {
    const end = this.#now + milliseconds;
    await this.#settle();
    for (;;) {
      const due = [...this.#waiting].filter(([, { at }]) => at <= end).sort(([, a], [, b]) => a.at - b.at)[0];
      if (!due) break;
      this.#waiting.delete(due[0]);
      this.#now = due[1].at;
      due[1].run();
      await this.#settle();
    }
    this.#now = end;
  }

  pending(): number {
    return this.#waiting.size;
  }

  restore(): void {
    Object.assign(globalThis, this.#real);
  }

  /** Reading a response takes several turns of the event loop. */
  async #settle(): Promise<void> {
    for (let turn = 0; turn < 10; turn++) await new Promise<void>((resolve) => setImmediate(resolve));
  }
}

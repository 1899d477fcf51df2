/** A fixed number of places and a bounded queue before them. */
export class Slots<T> {
  readonly #free: T[];
  readonly #waiting: ((slot: T) => void)[] = [];

  constructor(
    slots: readonly T[],
    private readonly queueLimit: number,
    private readonly onFull: () => Error,
  ) {
    this.#free = [...slots];
  }

  /** Waits in line; leaves the line when the signal is aborted. Throws at once when the line is full. */
  take(signal?: AbortSignal): Promise<T> {
    if (signal?.aborted) return Promise.reject(signal.reason);
    const slot = this.#free.pop();
    if (slot !== undefined) return Promise.resolve(slot);
    if (this.#waiting.length >= this.queueLimit) return Promise.reject(this.onFull());
    return new Promise((resolve, reject) => {
      const leave = () => {
        this.#waiting.splice(this.#waiting.indexOf(enter), 1);
        reject(signal?.reason);
      };
      const enter = (given: T) => {
        signal?.removeEventListener("abort", leave);
        resolve(given);
      };
      signal?.addEventListener("abort", leave, { once: true });
      this.#waiting.push(enter);
    });
  }

  give(slot: T): void {
    const next = this.#waiting.shift();
    if (next) next(slot);
    else this.#free.push(slot);
  }
}

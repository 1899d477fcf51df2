/** Waiting that ends on time: work that cannot be stopped goes on alone, its caller does not. */

interface Deadline<Late> {
  readonly timeoutMs: number;
  /** What comes instead when the time is over: the value it returns, or the error it throws. */
  readonly onExpire: () => Late;
  readonly signal?: AbortSignal;
}

/**
 * Settles as `work` does, as `onExpire` does after `timeoutMs`, or with the signal's reason when it is aborted. A
 * failure of work that was left alone is swallowed.
 */
export function within<T, Late = never>(
  work: Promise<T>,
  { timeoutMs, onExpire, signal }: Deadline<Late>,
): Promise<T | Late> {
  return new Promise((resolve, reject) => {
    const settle = (finish: () => void) => {
      clearTimeout(timer);
      signal?.removeEventListener("abort", abort);
      finish();
    };
    const expire = () => {
      try {
        resolve(onExpire());
      } catch (error) {
        reject(error);
      }
    };
    const abort = () => settle(() => reject(signal?.reason));
    const timer = setTimeout(() => settle(expire), timeoutMs);
    signal?.addEventListener("abort", abort, { once: true });
    if (signal?.aborted) abort();
    work.then((value) => settle(() => resolve(value)), (error) => settle(() => reject(error)));
  });
}

/** What an aborted signal throws. */
export function isAbort(error: unknown): boolean {
  return error instanceof DOMException && (error.name === "AbortError" || error.name === "TimeoutError");
}

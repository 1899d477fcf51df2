/** Waiting that ends on time: work that cannot be stopped goes on alone, its caller does not. */

/**
 * Settles as `work` does, rejects with `onExpire()` after `timeoutMs`, or with the signal's reason when it is
 * aborted. The abandoned work's own failure is swallowed.
 */
export function within<T>(
  work: Promise<T>,
  options: { readonly timeoutMs: number; readonly onExpire: () => Error; readonly signal?: AbortSignal },
): Promise<T> {
  const { signal } = options;
  return new Promise<T>((resolve, reject) => {
    const abort = () => settle(() => reject(signal?.reason));
    const timer = setTimeout(() => settle(() => reject(options.onExpire())), options.timeoutMs);
    const settle = (finish: () => void) => {
      clearTimeout(timer);
      signal?.removeEventListener("abort", abort);
      finish();
    };
    signal?.addEventListener("abort", abort, { once: true });
    if (signal?.aborted) abort();
    work.then((value) => settle(() => resolve(value)), (error) => settle(() => reject(error)));
  });
}

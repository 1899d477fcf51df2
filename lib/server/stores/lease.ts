/** A place that is held for as long as somebody reads, and not longer than its time. */

interface LeaseParts {
  readonly timeoutMs: number;
  readonly signal?: AbortSignal;
  /** What a reader is told that was too slow. */
  readonly onExpire: () => Error;
  /** Gives back what is held. Runs once, also while the reader does not read. */
  readonly onEnd: () => void;
}

interface Lease {
  /** Aborted when the lease ends, with the reason. */
  readonly signal: AbortSignal;
  /** Ends the lease; a second time does nothing. */
  end(reason?: unknown): void;
}

/** Ends by itself when its time is over and when the signal is aborted. */
export function openLease({ timeoutMs, signal, onExpire, onEnd }: LeaseParts): Lease {
  const controller = new AbortController();
  const end = (reason?: unknown) => {
    if (controller.signal.aborted) return;
    clearTimeout(timer);
    signal?.removeEventListener("abort", leave);
    controller.abort(reason);
    onEnd();
  };
  const leave = () => end(signal?.reason);
  const timer = setTimeout(() => end(onExpire()), timeoutMs);
  signal?.addEventListener("abort", leave, { once: true });
  if (signal?.aborted) leave();
  return { signal: controller.signal, end };
}

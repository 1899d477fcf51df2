/** Counts running requests, so that a server that shuts down can wait for them. */
import { within } from "@/lib/server/deadline.ts";
import { define } from "@/utils.ts";

export function createActivity() {
  let running = 0;
  let onIdle: (() => void) | null = null;

  const count = define.middleware(async (ctx) => {
    running++;
    try {
      return await ctx.next();
    } finally {
      if (--running === 0) onIdle?.();
    }
  });

  /** Resolves when no request runs any more, or after `patienceMs`. */
  async function idle(patienceMs: number): Promise<void> {
    if (running === 0) return;
    const { promise, resolve } = Promise.withResolvers<void>();
    onIdle = resolve;
    await within(promise, { timeoutMs: patienceMs, onExpire: () => {} });
  }

  return { count, idle };
}

export type Activity = ReturnType<typeof createActivity>;

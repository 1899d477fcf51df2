/** Counts requests being answered, so that a server on its way out can wait for them. */
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

  /** Resolves when nothing is being answered, or after `patienceMs`. */
  async function idle(patienceMs: number): Promise<void> {
    if (running === 0) return;
    let timer: ReturnType<typeof setTimeout> | undefined;
    await new Promise<void>((resolve) => {
      onIdle = resolve;
      timer = setTimeout(resolve, patienceMs);
    });
    clearTimeout(timer);
  }

  return { count, idle };
}

export type Activity = ReturnType<typeof createActivity>;

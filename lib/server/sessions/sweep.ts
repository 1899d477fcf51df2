import type { ServiceContext } from "@/lib/server/context.ts";

const EVERY_MS = 60 * 60_000;

/** Drops sessions that are over, now and every hour, until it is closed. A sweep that fails is made up for by the next. */
export function startSessionSweep({ stores, clock, log }: Pick<ServiceContext, "stores" | "clock" | "log">) {
  let running = sweep();
  const timer = setInterval(() => running = sweep(), EVERY_MS);
  Deno.unrefTimer(timer);

  async function sweep(): Promise<void> {
    try {
      const moment = new Date(clock.now()).toISOString();
      const count = await stores.metadata.lookups.removeExpiredSessions(moment);
      if (count > 0) log.info("expired sessions removed", { count });
    } catch (error) {
      log.warn("expired sessions not removed", { error });
    }
  }

  return {
    /** Waits for the sweep that is under way. */
    async close(): Promise<void> {
      clearInterval(timer);
      await running;
    },
  };
}

import type { ServiceContext } from "@/lib/server/context.ts";
import { repeat } from "@/lib/server/repeat.ts";

const EVERY_MS = 60 * 60_000;

interface SweepParts extends Pick<ServiceContext, "stores" | "clock" | "log"> {
  readonly every?: typeof repeat;
}

/** Drops sessions that are over, now and every hour until it is closed. What one sweep leaves, the next one finds. */
export function startSessionSweep({ stores, clock, log, every = repeat }: SweepParts) {
  let running = sweep();
  const stop = every(() => running = sweep(), EVERY_MS);

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
      stop();
      await running;
    },
  };
}

/** Limits per key, address and tenant. Without the shared store a limit still holds, per process. */
import { RateLimiterMemory, RateLimiterRes } from "rate-limiter-flexible";
import { FlowForgeError } from "@/lib/server/errors.ts";
import type { ServiceContext } from "@/lib/server/context.ts";

const LIMITS = {
  /** Data requests of one API key. */
  embed: { points: 1_200, durationMs: 60_000 },
  /** Frames of one API key that ask whether they are still admitted: 20 times a minute each. */
  embedStanding: { points: 24_000, durationMs: 60_000 },
  /** Unknown keys and tickets from one address. */
  embedFailure: { points: 60, durationMs: 60_000 },
  signIn: { points: 60, durationMs: 60_000 },
  /** Files of one tenant; each may read millions of rows. */
  export: { points: 60, durationMs: 60_000 },
  preview: { points: 5_000, durationMs: 10_000 },
} as const;

type LimitName = keyof typeof LIMITS;

export interface RateLimits {
  /** Takes one point; throws `rate_limited` when none is left. */
  take(limit: LimitName, subject: string): Promise<void>;
}

export function createRateLimits(context: ServiceContext): RateLimits {
  const local = Object.fromEntries(
    Object.entries(LIMITS).map(([name, { points, durationMs }]) => [
      name,
      new RateLimiterMemory({ points, duration: durationMs / 1_000 }),
    ]),
  );

  async function consume(limit: LimitName, subject: string) {
    const { points, durationMs } = LIMITS[limit];
    try {
      return await context.stores.keyValue.consume(`flowforge:limit:${limit}:${subject}`, points, durationMs);
    } catch (error) {
      context.log.warn("rate limit kept locally", { limit, error });
      return await consumeLocally(local[limit]!, subject);
    }
  }

  return {
    async take(limit, subject) {
      const { allowed, retryAfterMs } = await consume(limit, subject);
      if (allowed) return;
      throw new FlowForgeError("rate_limited", "Cannot answer now: too many requests in a short time.", {
        retryAfterMs: Math.max(1_000, retryAfterMs),
      });
    },
  };
}

async function consumeLocally(limiter: RateLimiterMemory, subject: string) {
  try {
    await limiter.consume(subject);
    return { allowed: true, retryAfterMs: 0 };
  } catch (refusal) {
    return { allowed: false, retryAfterMs: refusal instanceof RateLimiterRes ? refusal.msBeforeNext : 1_000 };
  }
}

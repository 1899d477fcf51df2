/** Rate limits, the same over both kinds of key-value store. */
import { type RateLimiterAbstract, RateLimiterRes } from "rate-limiter-flexible";

/** One limiter per rule; rules are few and fixed in the code. */
export class Limiters {
  readonly #byRule = new Map<string, RateLimiterAbstract>();

  constructor(private readonly make: (points: number, durationMs: number) => RateLimiterAbstract) {}

  of(points: number, durationMs: number): RateLimiterAbstract {
    const rule = `${points}:${durationMs}`;
    const limiter = this.#byRule.get(rule) ?? this.make(points, durationMs);
    this.#byRule.set(rule, limiter);
    return limiter;
  }
}

/** Returns a refusal when the bucket is empty; anything else that goes wrong is thrown. */
export async function consumeFrom(
  limiter: RateLimiterAbstract,
  key: string,
): Promise<{ allowed: boolean; retryAfterMs: number }> {
  try {
    await limiter.consume(key);
    return { allowed: true, retryAfterMs: 0 };
  } catch (refusal) {
    if (refusal instanceof RateLimiterRes) return { allowed: false, retryAfterMs: refusal.msBeforeNext };
    throw refusal;
  }
}

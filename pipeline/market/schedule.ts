import type { Random } from "./random.ts";

export const DAY_MS = 24 * 3600 * 1000;
const PEAK = 2.2;

/**
 * Activity over the UTC day, with mean one: the simulated venue never closes, and trades most around midnight UTC and
 * least at noon, a U.
 */
function activityAt(timeMs: number): number {
  const u = (((timeMs % DAY_MS) + DAY_MS) % DAY_MS) / DAY_MS;
  return 0.4 + 1.8 * (2 * u - 1) ** 2;
}

/** Event times of the 24 hours from `startMs`, ascending, drawn by rejection from the activity curve. */
export function dayTimes(random: Random, startMs: number, count: number): Float64Array {
  const times = new Float64Array(count);
  for (let index = 0; index < count; index++) {
    let time: number;
    do time = startMs + Math.floor(random.uniform() * DAY_MS); while (
      random.uniform() * PEAK >= activityAt(time)
    );
    times[index] = time;
  }
  return times.sort();
}

/** Events per second at a time of day, for `perDay` events a day. */
export function rateAt(timeMs: number, perDay: number): number {
  return activityAt(timeMs) * perDay / (DAY_MS / 1000);
}

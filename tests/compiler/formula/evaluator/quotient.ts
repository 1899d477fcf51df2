/** Division. */
import { nearestDouble } from "../exact_doubles.ts";
import type { Decimal } from "./decimal.ts";

const exactly = (value: unknown): Decimal | undefined =>
  typeof value === "bigint"
    ? { units: value, scale: 0 }
    : value instanceof Object
    ? value as Decimal
    : undefined;

/** Of exact numbers the double nearest to the exact quotient; undefined of others. */
export function quotient(x: unknown, y: unknown): number | undefined {
  const [top, bottom] = [exactly(x), exactly(y)];
  if (top === undefined || bottom === undefined) return undefined;
  const sign = bottom.units < 0n ? -1n : 1n;
  return nearestDouble(
    sign * top.units * 10n ** BigInt(bottom.scale),
    sign * bottom.units * 10n ** BigInt(top.scale),
  );
}

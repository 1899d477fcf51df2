/** Widths of frames as the engine takes them: whole numbers of at most 31 bits. */

/** The largest that it takes is one less than fits. */
const LARGEST = 2 ** 31 - 2;

interface Scale {
  /** What the key is divided by. */
  readonly divisor: number;
  of(width: number): number;
}

export const UNSCALED: Scale = { divisor: 1, of: (width) => width };

/**
 * One scale for all widths. Where they are too large, a power of two that divides them all, which costs no digit of a
 * floating-point number; else a divisor under which every width is less than a unit too long, but more than the
 * division can lose: keys are whole numbers, so nothing lies in between. Undefined where there is neither.
 */
export function scaled(widths: readonly number[]): Scale | undefined {
  const present = widths.filter((width) => width > 0);
  const largest = Math.max(0, ...present);
  for (let divisor = 1; present.every((width) => width % divisor === 0); divisor *= 2) {
    if (largest / divisor <= LARGEST) return { divisor, of: (width) => width / divisor };
  }
  for (let tried = 0; tried < TRIES; tried++) {
    const count = Math.floor(LARGEST / (1 + tried / TRIES));
    const divisor = (largest + 0.5) / count;
    const of = (width: number) => Math.floor((width + LONGEST) / divisor);
    const fits = present.every((width) => of(width) * divisor > width + SHORTEST);
    if (fits) return { divisor, of };
  }
  return undefined;
}

const [SHORTEST, LONGEST] = [0.2, 0.8];
const TRIES = 100_000;

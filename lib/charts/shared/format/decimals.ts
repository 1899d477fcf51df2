/** Arithmetic on decimal texts through whole numbers, so that no digit of a price or a sum is lost. */

const DECIMAL = /^([+-]?)(\d+)(?:\.(\d+))?$/;

interface Scaled {
  readonly units: bigint;
  readonly scale: number;
}

function parse(text: string): Scaled | null {
  const match = DECIMAL.exec(text);
  if (!match) return null;
  const fraction = match[3] ?? "";
  const units = BigInt(`${match[2]}${fraction}`);
  return { units: match[1] === "-" ? -units : units, scale: fraction.length };
}

function write({ units, scale }: Scaled): string {
  const negative = units < 0n;
  const digits = String(negative ? -units : units).padStart(scale + 1, "0");
  const whole = digits.slice(0, digits.length - scale);
  const fraction = scale > 0 ? `.${digits.slice(-scale)}` : "";
  return `${negative ? "-" : ""}${whole}${fraction}`;
}

export function isDecimalText(text: string): boolean {
  return DECIMAL.test(text);
}

/** Rounds half away from zero. A text that is not a plain decimal comes back unchanged. */
export function roundDecimal(text: string, digits: number): string {
  const value = parse(text);
  if (!value) return text;
  if (value.scale <= digits) {
    return write({ units: value.units * 10n ** BigInt(digits - value.scale), scale: digits });
  }
  const divisor = 10n ** BigInt(value.scale - digits);
  const magnitude = value.units < 0n ? -value.units : value.units;
  const rounded = (magnitude + divisor / 2n) / divisor;
  return write({ units: value.units < 0n ? -rounded : rounded, scale: digits });
}

/** Moves the decimal point to the left by `places` (to the right when negative). */
export function shiftDecimal(text: string, places: number): string {
  const value = parse(text);
  if (!value) return text;
  const scale = value.scale + places;
  return scale >= 0
    ? write({ units: value.units, scale })
    : write({ units: value.units * 10n ** BigInt(-scale), scale: 0 });
}

/** `left - right`, or null when either is not a plain decimal. */
export function subtractDecimals(left: string, right: string): string | null {
  const a = parse(left);
  const b = parse(right);
  if (!a || !b) return null;
  const scale = Math.max(a.scale, b.scale);
  const units = a.units * 10n ** BigInt(scale - a.scale) - b.units * 10n ** BigInt(scale - b.scale);
  return write({ units, scale });
}

/** Adds zeros up to `digits` decimals; never takes one away. */
export function padDecimals(text: string, digits: number): string {
  const value = parse(text);
  return value && value.scale < digits ? roundDecimal(text, digits) : text;
}

export function decimalPlaces(text: string): number {
  return DECIMAL.exec(text)?.[3]?.length ?? 0;
}

/** The double nearest to an exact number, and rounding of a double as it reads; by whole numbers alone. */

const BITS = 53;

/** Of n / d, by bigint division: 53 bits and what is left, ties to even. */
export function nearestDouble(n: bigint, d: bigint): number {
  if (n === 0n) return 0;
  const [size, sign] = n < 0n ? [-n, -1] : [n, 1];
  let exponent = size.toString(2).length - d.toString(2).length - BITS;
  let [quotient, rest, divisor] = divided(size, d, exponent);
  if (quotient >= 1n << BigInt(BITS)) [quotient, rest, divisor] = divided(size, d, ++exponent);
  const twice = rest * 2n;
  if (twice > divisor || twice === divisor && quotient % 2n === 1n) quotient++;
  return sign * Number(quotient) * 2 ** exponent;
}

function divided(size: bigint, d: bigint, exponent: number): [bigint, bigint, bigint] {
  const top = exponent < 0 ? size << BigInt(-exponent) : size;
  const divisor = exponent < 0 ? d : d << BigInt(exponent);
  return [top / divisor, top % divisor, divisor];
}

/** `-1.50` and `1.5e-7` as a fraction of whole numbers. */
export function fraction(text: string): [bigint, bigint] {
  const [mantissa = "0", power = "0"] = text.toLowerCase().split("e");
  const [whole = "0", decimals = ""] = mantissa.split(".");
  const shift = Number(power) - decimals.length;
  const units = BigInt(whole + decimals);
  return shift < 0 ? [units, 10n ** BigInt(-shift)] : [units * 10n ** BigInt(shift), 1n];
}

/** Half away from zero, of the number's shortest text. */
export function roundedAsRead(value: number, digits: number): number {
  const [n, d] = fraction(String(value));
  const [top, bottom] = digits < 0 ? [n, d * 10n ** BigInt(-digits)] : [n * 10n ** BigInt(digits), d];
  const size = top < 0n ? -top : top;
  const whole = (size * 2n + bottom) / (bottom * 2n) * (top < 0n ? -1n : 1n);
  return digits < 0
    ? nearestDouble(whole * 10n ** BigInt(-digits), 1n)
    : nearestDouble(whole, 10n ** BigInt(digits));
}

/** Toward zero, of the number's shortest text. */
export function truncatedAsRead(value: number, digits: number): number {
  const [n, d] = fraction(String(value));
  const power = 10n ** BigInt(digits);
  return nearestDouble(n * power / d, power);
}

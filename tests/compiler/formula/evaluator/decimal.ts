/** Exact decimals: a whole number of units of 10^-scale. */
export interface Decimal {
  readonly units: bigint;
  readonly scale: number;
}

export function decimal(text: string): Decimal {
  const [whole = "0", fraction = ""] = text.split(".");
  return { units: BigInt(whole + fraction), scale: fraction.length };
}

export function rescale(value: Decimal, scale: number): bigint {
  const shift = scale - value.scale;
  return shift >= 0 ? value.units * 10n ** BigInt(shift) : roundUnits(value.units, -shift);
}

/** Drops digits, half away from zero. */
export function roundUnits(units: bigint, digits: number): bigint {
  const step = 10n ** BigInt(digits);
  const size = units < 0n ? -units : units;
  const rounded = (size + step / 2n) / step;
  return units < 0n ? -rounded : rounded;
}

/** Without trailing zeros. */
export function decimalText({ units, scale }: Decimal): string {
  const sign = units < 0n ? "-" : "";
  const digits = (units < 0n ? -units : units).toString().padStart(scale + 1, "0");
  const whole = digits.slice(0, digits.length - scale);
  const fraction = digits.slice(digits.length - scale).replace(/0+$/, "");
  return sign + whole + (fraction === "" ? "" : `.${fraction}`);
}

export const toNumber = (value: Decimal): number => Number(decimalText(value));

/** What the number reads as. */
export function fromFloat(x: number): Decimal {
  const [mantissa = "0", exponent = "0"] = String(x).split("e");
  const value = decimal(mantissa);
  const scale = value.scale - Number(exponent);
  return scale >= 0
    ? { units: value.units, scale }
    : { units: value.units * 10n ** BigInt(-scale), scale: 0 };
}

/** Drops digits, toward zero. */
export function cutDigits({ units, scale }: Decimal, digits: number): Decimal {
  const step = 10n ** BigInt(Math.max(0, scale - digits));
  return { units: units / step * step, scale };
}

import assert from "node:assert/strict";
import fc from "fast-check";
import {
  padDecimals,
  roundDecimal,
  shiftDecimal,
  subtractDecimals,
} from "@/lib/charts/shared/format/decimals.ts";

Deno.test("roundDecimal() agrees with whole-number arithmetic and rounds half away from zero", () => {
  assert.equal(roundDecimal("1234.565", 2), "1234.57");
  assert.equal(roundDecimal("-0.005", 2), "-0.01");
  assert.equal(roundDecimal("9.999", 2), "10.00");
  assert.equal(roundDecimal("5", 2), "5.00");
  fc.assert(fc.property(fc.bigInt({ min: -(10n ** 30n), max: 10n ** 30n }), (units) => {
    const text = shiftDecimal(String(units), 6);
    const error = subtractDecimals(text, roundDecimal(text, 2))!;
    assert.ok(Math.abs(Number(error)) <= 0.005, `${text} off by ${error}`);
  }));
});

Deno.test("subtractDecimals() is exact where floats are not", () => {
  assert.equal(subtractDecimals("0.3", "0.1"), "0.2");
  assert.equal(subtractDecimals("90071992547409930.01", "90071992547409930.00"), "0.01");
  assert.equal(subtractDecimals("1", "x"), null);
});

Deno.test("padDecimals() adds zeros and takes nothing away", () => {
  assert.equal(padDecimals("1.5", 4), "1.5000");
  assert.equal(padDecimals("1.23456", 4), "1.23456");
});

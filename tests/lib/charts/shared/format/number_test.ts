import assert from "node:assert/strict";
import fc from "fast-check";
import {
  floatText,
  formatCompact,
  formatFixed,
  formatNumber,
  formatPercent,
  groupDigits,
} from "@/lib/charts/shared/format/number.ts";

const digits = (least: number) =>
  fc.array(fc.integer({ min: 0, max: 9 }), { minLength: least, maxLength: 40 }).map((list) => list.join(""));

const decimal = fc.tuple(fc.boolean(), digits(1), digits(0)).map(([negative, whole, fraction]) =>
  `${negative ? "-" : ""}${whole}${fraction ? `.${fraction}` : ""}`
);

Deno.test("groupDigits() never changes a digit, whatever the length", () => {
  fc.assert(fc.property(decimal, (text) => {
    const grouped = groupDigits(text);
    assert.equal(grouped.replaceAll(",", ""), text);
    const whole = grouped.replace("-", "").split(".")[0]!;
    assert.match(whole, /^\d{1,3}(,\d{3})*$/);
  }));
});

Deno.test("groupDigits() leaves the fraction alone and what is no number as it is", () => {
  assert.equal(groupDigits("12345678901234567890.1234567"), "12,345,678,901,234,567,890.1234567");
  assert.equal(groupDigits("-1000"), "-1,000");
  assert.equal(groupDigits("1e30"), "1e30");
  assert.equal(groupDigits("12a4567"), "12a4567");
});

Deno.test("floatText() writes floats without binary noise or exponents where that reads well", () => {
  assert.equal(floatText(0.1 + 0.2), "0.3");
  assert.equal(floatText(1e-7), "0.0000001");
  assert.equal(floatText(-1.5e-9), "-0.0000000015");
  assert.equal(floatText(1e30), "1e30");
  assert.equal(formatNumber(Number.NaN), "–");
  assert.equal(formatFixed(1e-20, 2), "0.00");
});

Deno.test("formatCompact() keeps three significant digits", () => {
  const cases: [unknown, string][] = [
    ["1234567", "1.23M"],
    ["-45600", "-45.6K"],
    [999, "999"],
    [999_999, "1M"],
    [0, "0"],
    ["1000000000", "1B"],
    [0.012345, "0.0123"],
    [1e18, "1.00e18"],
  ];
  for (const [value, text] of cases) assert.equal(formatCompact(value), text);
});

Deno.test("formatPercent() takes a ratio", () => {
  assert.equal(formatPercent("0.0123"), "1.2%");
  assert.equal(formatPercent(-1.5, 0), "-150%");
  assert.equal(formatPercent(1e-12, 2), "0.00%");
});

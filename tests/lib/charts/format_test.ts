import assert from "node:assert/strict";
import fc from "fast-check";
import { padDecimals, roundDecimal, shiftDecimal, subtractDecimals } from "@/lib/charts/decimals.ts";
import {
  floatText,
  formatCompact,
  formatFixed,
  formatNumber,
  formatPercent,
  formatTemporal,
  formatValue,
  groupDigits,
  temporalPrecision,
  tickFormat,
} from "@/lib/charts/format.ts";
import { parseTime } from "@/lib/charts/time_format.ts";
import { column } from "@/tests/components/charts/samples.ts";

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

Deno.test("tickFormat() never writes two ticks alike and says where each stands", () => {
  fc.assert(fc.property(
    fc.double({ min: -1e12, max: 1e12, noNaN: true }),
    fc.integer({ min: -6, max: 9 }),
    fc.constantFrom(1, 2, 5, 2.5),
    (start, power, mantissa) => {
      const step = mantissa * 10 ** power;
      if (Math.abs(start) / step > 1e11) return;
      const first = Math.round(start / step) * step;
      const ticks = [0, 1, 2, 3].map((index) => first + index * step);
      const write = tickFormat(ticks);
      const labels = ticks.map(write);
      assert.equal(new Set(labels).size, 4, labels.join(" "));
      labels.forEach((label, index) => {
        const unit = { K: 1e3, M: 1e6, B: 1e9, T: 1e12 }[label.at(-1)!] ?? 1;
        const value = Number(label.replaceAll(",", "").replace(/[KMBT]$/, "")) * unit;
        assert.ok(Math.abs(value - ticks[index]!) <= step * 0.01, `${label} for ${ticks[index]}`);
      });
    },
  ));
});

Deno.test("tickFormat() is compact only where nothing is lost by it", () => {
  assert.deepEqual([0, 500_000, 1_000_000].map(tickFormat([0, 500_000, 1_000_000])), ["0", "0.5M", "1.0M"]);
  const close = [1_200_000, 1_200_010];
  assert.deepEqual(close.map(tickFormat(close)), ["1,200,000", "1,200,010"]);
  const prices = [187.25, 187.5];
  assert.deepEqual(prices.map(tickFormat(prices)), ["187.25", "187.50"]);
});

Deno.test("formatTemporal() prints UTC from the text itself, to the precision asked for", () => {
  assert.equal(formatTemporal("2026-11-20T14:30:00.000Z"), "2026-11-20 14:30");
  assert.equal(formatTemporal("2026-11-20T14:30:05Z"), "2026-11-20 14:30:05");
  assert.equal(formatTemporal("2026-11-20T14:30:05.120Z"), "2026-11-20 14:30:05.120");
  assert.equal(formatTemporal("2026-11-20T14:30:05.123456Z"), "2026-11-20 14:30:05.123456");
  assert.equal(formatTemporal("2026-11-20T00:00:00Z"), "2026-11-20");
  assert.equal(formatTemporal("2026-11-20T00:00:00Z", "minute"), "2026-11-20 00:00");
  assert.equal(temporalPrecision(["2026-11-20T00:00:00Z", "2026-11-20T14:30:00Z", null]), "minute");
});

Deno.test("formatValue() shows every digit of exact types", () => {
  assert.equal(formatValue(column("q", "int64"), "9223372036854775807"), "9,223,372,036,854,775,807");
  assert.equal(formatValue(column("p", "decimal"), "0.10"), "0.10");
  assert.equal(formatValue(column("b", "boolean"), false), "false");
  assert.equal(formatValue(column("s", "string"), null), "–");
});

Deno.test("parseTime() reads UTC whatever the host's zone, with or without a zone in the text", () => {
  const instant = Date.UTC(2026, 10, 20, 14, 30, 5, 120);
  for (const text of ["2026-11-20T14:30:05.120Z", "2026-11-20 14:30:05.12", "2026-11-20T14:30:05.120999Z"]) {
    assert.equal(parseTime(text), instant);
  }
  assert.equal(parseTime("2026-11-20"), Date.UTC(2026, 10, 20));
  for (const nothing of ["", "soon", null, Number.NaN, 1e300, "2026-13-45T00:00:00Z"]) {
    assert.equal(parseTime(nothing), null);
  }
});

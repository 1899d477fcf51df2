import assert from "node:assert/strict";
import { ageText, clockTime, dateAndSeconds, dateAndTime, dateOnly, fullTime } from "@/components/time.ts";

Deno.test("times are said in UTC, each to the precision its place asks for", () => {
  const iso = "2026-11-21T12:03:04.567Z";
  assert.equal(clockTime(iso), "12:03:04 UTC");
  assert.equal(dateAndTime(iso), "2026-11-21 12:03 UTC");
  assert.equal(fullTime(iso), "2026-11-21 12:03:04 UTC");
  assert.equal(dateAndSeconds(iso), "2026-11-21 12:03:04");
  assert.equal(dateOnly(iso), "2026-11-21");
  assert.equal(clockTime("2026-11-21T00:00:00.000Z"), "00:00:00 UTC");
});

Deno.test("ageText() speaks in one unit", () => {
  const cases: [number, string][] = [
    [45_000, "45 s"],
    [300_000, "5 min"],
    [10_800_000, "3 h"],
    [3e8, "3 d"],
    [-5, "0 s"],
  ];
  for (const [milliseconds, text] of cases) assert.equal(ageText(milliseconds), text);
  assert.equal(ageText(Number.NaN), "");
});

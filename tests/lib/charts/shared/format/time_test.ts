import assert from "node:assert/strict";
import { formatTemporal, parseTime, temporalPrecision } from "@/lib/charts/shared/format/time.ts";

Deno.test("formatTemporal() prints UTC from the text itself, to the precision asked for", () => {
  assert.equal(formatTemporal("2026-11-20T14:30:00.000Z"), "2026-11-20 14:30");
  assert.equal(formatTemporal("2026-11-20T14:30:05Z"), "2026-11-20 14:30:05");
  assert.equal(formatTemporal("2026-11-20T14:30:05.120Z"), "2026-11-20 14:30:05.120");
  assert.equal(formatTemporal("2026-11-20T14:30:05.123456Z"), "2026-11-20 14:30:05.123456");
  assert.equal(formatTemporal("2026-11-20T00:00:00Z"), "2026-11-20");
  assert.equal(formatTemporal("2026-11-20T00:00:00Z", "minute"), "2026-11-20 00:00");
  assert.equal(temporalPrecision(["2026-11-20T00:00:00Z", "2026-11-20T14:30:00Z", null]), "minute");
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

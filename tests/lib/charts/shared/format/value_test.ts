import assert from "node:assert/strict";
import { formatValue } from "@/lib/charts/shared/format/value.ts";
import { column } from "@/tests/components/charts/samples.ts";

Deno.test("formatValue() shows every digit of exact types", () => {
  assert.equal(formatValue(column("q", "int64"), "9223372036854775807"), "9,223,372,036,854,775,807");
  assert.equal(formatValue(column("p", "decimal"), "0.10"), "0.10");
  assert.equal(formatValue(column("b", "boolean"), false), "false");
  assert.equal(formatValue(column("s", "string"), null), "–");
});

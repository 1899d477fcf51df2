import assert from "node:assert/strict";
import { fieldValue } from "@/lib/server/stores/redis/field_values.ts";
import type { ValueType } from "@/compiler/schema/types.ts";

const price: ValueType = { type: "decimal", nullable: true, precision: 18, scale: 6 };
const of = (type: ValueType["type"]): ValueType => ({ type, nullable: true });

const READ: readonly (readonly [string, ValueType, unknown])[] = [
  ["191.25", price, "191.25"],
  ["-0.50", price, "-0.5"],
  ["1e-3", price, "0.001"],
  ["0.30000000000000004", price, "0.3"],
  ["2.0000005", price, "2.000001"],
  ["-2.0000005", price, "-2.000001"],
  ["-0.0000001", price, "0"],
  ["999999999999.999999", price, "999999999999.999999"],
  ["999999999999.9999995", price, undefined],
  ["1000000000000", price, undefined],
  ["", price, undefined],
  ["NaN", price, undefined],
  ["1,5", price, undefined],
  ["0x10", price, undefined],
  ["7", { ...price, scale: 0 }, "7"],
  ["9223372036854775807", of("int64"), "9223372036854775807"],
  ["9223372036854775808", of("int64"), undefined],
  ["7.0", of("int64"), "7"],
  ["7.5", of("int64"), undefined],
  ["0.1", of("float64"), 0.1],
  ["inf", of("float64"), undefined],
  ["2026-11-20T12:00:00+02:00", of("datetime"), "2026-11-20T10:00:00.000Z"],
  ["2026-11-20 12:00:00.123456", of("datetime"), "2026-11-20T12:00:00.123Z"],
  ["2026-11-20", of("datetime"), "2026-11-20T00:00:00.000Z"],
  ["2026-02-30", of("datetime"), undefined],
  ["soon", of("datetime"), undefined],
  ["2026-11-20", of("date"), "2026-11-20"],
  ["2026-11-20T12:00:00Z", of("date"), undefined],
  ["true", of("boolean"), true],
  ["perhaps", of("boolean"), undefined],
  [" as it is\0", of("string"), " as it is\0"],
];

for (const [text, type, value] of READ) {
  Deno.test(`${JSON.stringify(text)} as ${type.type} is ${value === undefined ? "no value" : value}`, () => {
    assert.deepEqual(fieldValue(text, type), value);
  });
}

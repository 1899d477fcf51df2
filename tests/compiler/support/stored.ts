/** Columns as stores declare them, and what they are read as. */
import type { TypeName } from "@/compiler/schema/types.ts";

/** Type, the engine's type, two values as written (the second may be null), what they are, and a filter that finds the first. */
export type Stored = readonly [
  type: TypeName,
  storeType: string,
  first: unknown,
  second: unknown,
  rows: readonly [unknown, unknown],
  finds?: unknown,
];

const INT128 = "17014118346046923173168730371588410572";
const NINES = "9".repeat(76);

export const CLICKHOUSE: readonly Stored[] = [
  ["string", "Enum8('buy' = 1, 'sell' = 2)", "buy", "sell", ["buy", "sell"]],
  ["string", "Nullable(Enum16('b,(1)' = 1, 'c' = 900))", "b,(1)", null, ["b,(1)", null]],
  ["string", "LowCardinality(String)", "x", "Y", ["x", "Y"]],
  ["string", "LowCardinality(Nullable(String))", "x", null, ["x", null]],
  ["string", "FixedString(5)", "abc", "abcde", ["abc", "abcde"]],
  [
    "string",
    "UUID",
    "61f0c404-5cb3-11e7-907b-a6006ad3dba0",
    "00000000-0000-0000-0000-000000000000",
    ["61f0c404-5cb3-11e7-907b-a6006ad3dba0", "00000000-0000-0000-0000-000000000000"],
  ],
  ["int64", "UInt8", 255, 0, ["255", "0"], 255],
  ["int64", "Int8", -128, 127, ["-128", "127"], -128],
  ["int64", "Nullable(Int32)", -5, null, ["-5", null], -5],
  ["int64", "UInt32", "4294967295", 1, ["4294967295", "1"], "4294967295.0"],
  ["decimal", "UInt64", "18446744073709551615", 5, ["18446744073709551615", "5"]],
  ["int64", "UInt64", "18446744073709551615", 5, ["18446744073709551615", "5"], "18446744073709551615"],
  ["int64", "UInt64", "9223372036854775807", 1, ["9223372036854775807", "1"], "9223372036854775807.0"],
  ["int64", "Nullable(UInt64)", "9223372036854775808", null, ["9223372036854775808", null]],
  ["float64", "UInt64", "9007199254740993", 1, ["9007199254740993", "1"], "9007199254740993"],
  ["int64", "Int128", `-${INT128}8`, `${INT128}7`, [`-${INT128}8`, `${INT128}7`]],
  ["decimal", "Nullable(UInt128)", "340282366920938463463374607431768211455", null, [
    "340282366920938463463374607431768211455",
    null,
  ]],
  ["decimal", "UInt256", NINES, `1${"0".repeat(76)}`, [NINES, null]],
  ["decimal", "Int256", `-${NINES}`, `-1${"0".repeat(76)}`, [`-${NINES}`, null]],
  ["decimal", "Decimal(18, 4)", "-1.5", "2.0001", ["-1.5", "2.0001"], "-1.50000"],
  ["decimal", "Nullable(Decimal(38, 10))", "0.0000000001", null, ["0.0000000001", null], 1e-10],
  ["decimal", "Decimal64(2)", "12.34", "0", ["12.34", "0"], 12.34],
  ["float64", "Float32", 0.5, -2, [0.5, -2], 0.5],
  ["datetime", "DateTime", "2024-01-31 09:30:00", 0, [
    "2024-01-31T09:30:00.000Z",
    "1970-01-01T00:00:00.000Z",
  ]],
  [
    "datetime",
    "DateTime('America/New_York')",
    "2024-01-31 04:30:00",
    "2024-07-31 04:30:00",
    ["2024-01-31T09:30:00.000Z", "2024-07-31T08:30:00.000Z"],
  ],
  ["datetime", "DateTime64(3)", "1969-12-31 23:59:59.999", 0, [
    "1969-12-31T23:59:59.999Z",
    "1970-01-01T00:00:00.000Z",
  ]],
  [
    "datetime",
    "Nullable(DateTime64(6, 'Asia/Tokyo'))",
    "2024-01-31 18:30:00.123000",
    null,
    ["2024-01-31T09:30:00.123Z", null],
  ],
  [
    "datetime",
    "DateTime64(9)",
    "2024-01-31 09:30:00.123000000",
    0,
    ["2024-01-31T09:30:00.123Z", "1970-01-01T00:00:00.000Z"],
  ],
  ["date", "Date", "2024-02-29", "1970-01-01", ["2024-02-29", "1970-01-01"]],
  ["date", "Nullable(Date32)", "1925-01-01", null, ["1925-01-01", null]],
  ["boolean", "UInt8", 1, 0, [true, false]],
  ["boolean", "Nullable(Bool)", true, null, [true, null]],
];

export const POSTGRES: readonly Stored[] = [
  ["int64", "int2", -5, null, ["-5", null], -5],
  ["int64", "integer", 5, null, ["5", null], "5.0"],
  ["int64", "int8", "9223372036854775807", 1, ["9223372036854775807", "1"], "9223372036854775807"],
  ["decimal", "numeric(18,4)", "1.5", null, ["1.5", null], "1.500000"],
  ["decimal", "numeric", "12345678901234567890.123456789", 0, ["12345678901234567890.123456789", "0"]],
  ["string", "varchar", "x", null, ["x", null]],
  ["string", "character varying(10)", "x", null, ["x", null]],
  ["string", "character(5)", "abc", null, ["abc", null]],
  ["string", "uuid", "61f0c404-5cb3-11e7-907b-a6006ad3dba0", null, [
    "61f0c404-5cb3-11e7-907b-a6006ad3dba0",
    null,
  ]],
  ["datetime", "timestamp", "2024-01-31 09:30:00.123", null, ["2024-01-31T09:30:00.123Z", null]],
  ["datetime", "timestamp(3) without time zone", "2024-07-31 09:30:00", null, [
    "2024-07-31T09:30:00.000Z",
    null,
  ]],
  ["datetime", "timestamptz", "2024-01-31 09:30:00.123", null, ["2024-01-31T09:30:00.123Z", null]],
  ["datetime", "timestamp(3) with time zone", "2024-07-31 09:30:00", null, [
    "2024-07-31T09:30:00.000Z",
    null,
  ]],
  ["date", "date", "2024-02-29", null, ["2024-02-29", null]],
  ["boolean", "bool", true, null, [true, null]],
  ["float64", "real", 0.5, null, [0.5, null], 0.5],
];

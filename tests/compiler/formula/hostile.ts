/** Rows made to hurt: nulls, the ends of int64, ties, empty text, characters of several bytes, times before 1970. */
import type { Scope } from "@/compiler/formula/mod.ts";
import type { TypeName, ValueType } from "@/compiler/schema/types.ts";
import type { Cell, TestColumn } from "../dialects/engines.ts";
import { literal, type Row } from "./evaluator/evaluate.ts";

const plain = (type: TypeName): ValueType => ({ type, nullable: true });
const decimal = (precision: number, scale: number): ValueType => ({
  type: "decimal",
  nullable: true,
  precision,
  scale,
});

const COLUMNS: readonly (readonly [string, ValueType, readonly Cell[]])[] = [
  ["i", plain("int64"), [
    "1",
    "-7",
    "0",
    null,
    "9223372036854775807",
    "-9223372036854775808",
    "25",
    "-25",
    "1500",
    "3",
  ]],
  ["j", plain("int64"), ["2", "3", "0", "5", "1", "-1", "10", "-4", null, "9223372036854775807"]],
  ["p", decimal(18, 6), [
    "1.5",
    "-2.345678",
    "0",
    null,
    "999999999999.999999",
    "-999999999999.999999",
    "0.000001",
    "2.5",
    "-0.5",
    "100",
  ]],
  ["q", decimal(38, 10), [
    "2",
    "-0.0000000001",
    "0",
    "3.25",
    "9999999999999999999999999999.9999999999",
    "-1",
    null,
    "0.5",
    "7.0000000007",
    "0.1",
  ]],
  ["x", plain("float64"), [1.5, -2.5, 0, null, 1e300, -1e-300, 0.1, 2.675, -1, 123456789.125]],
  ["y", plain("float64"), [2, 0.5, 0, 3, 1e300, 1e-300, -0.1, 1e21, null, 1e-7]],
  ["s", plain("string"), [
    "AAPL",
    "",
    " é𝄞ü ",
    null,
    "a\\b%_'\"",
    "\tline\r\n",
    "Zürich",
    "aa.aa",
    "100",
    "z",
  ]],
  ["t", plain("string"), ["A", "", "𝄞", "x", "\\", "\n", "ü", "a", "0", null]],
  ["d", plain("date"), [
    "2024-01-31",
    "1969-12-31",
    "1970-01-01",
    null,
    "2024-02-29",
    "1905-07-14",
    "2023-12-31",
    "2100-03-01",
    "1969-12-29",
    "2024-03-31",
  ]],
  ["e", plain("date"), [
    "2024-03-01",
    "1970-01-01",
    "1969-12-28",
    "2020-01-01",
    "2023-02-28",
    "2024-12-30",
    "2024-01-01",
    "1950-06-15",
    null,
    "2200-11-30",
  ]],
  ["a", plain("datetime"), [
    "2024-01-31T09:30:00.000Z",
    "1969-12-31T23:59:59.999Z",
    "1970-01-01T00:00:00.000Z",
    null,
    "2024-03-10T07:30:00.000Z",
    "2024-11-03T06:15:00.500Z",
    "1905-07-14T12:34:56.789Z",
    "2024-02-29T23:59:59.999Z",
    "2100-01-01T00:00:00.001Z",
    "1969-12-29T00:00:00.000Z",
  ]],
  ["b", plain("datetime"), [
    "2024-02-01T00:00:00.000Z",
    "1970-01-01T00:00:00.000Z",
    "1969-12-28T23:59:59.999Z",
    "2024-03-31T02:30:00.000Z",
    "2024-03-10T06:59:59.000Z",
    "2024-11-03T05:15:00.500Z",
    "2024-01-01T00:00:00.000Z",
    "2023-02-28T12:00:00.000Z",
    null,
    "1999-12-31T23:59:59.000Z",
  ]],
  ["f", plain("boolean"), [true, false, null, true, false, null, true, false, true, true]],
  ["g", plain("boolean"), [true, true, true, false, false, null, null, false, true, false]],
];

export const HOSTILE: readonly TestColumn[] = COLUMNS.map(([name, type, values]) => ({ name, type, values }));

export const SCOPE: Scope = new Map(HOSTILE.map(({ name, type }, id) => [name, { id, type }]));

export const ROWS: readonly Row[] = (HOSTILE[0]?.values ?? []).map((_, index) =>
  new Map(HOSTILE.map(({ type, values }, id) => [id, literal(values[index] ?? null, type)]))
);
